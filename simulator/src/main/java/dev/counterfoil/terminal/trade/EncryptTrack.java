package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.TrackKind;
import dev.counterfoil.terminal.Card;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;

/** Has the pad encrypt track 2 under the track key. */
public final class EncryptTrack extends PadStage {
    @Override
    public Step enter(Work work) {
        Card card = work.card();
        if (card == null) {
            return Step.NEXT;
        }
        TrackKind kind = TrackKind.valueOf(work.setup().dialect().setting("track.cipher"));
        if (kind == TrackKind.CLEAR) {
            work.trackForHost(card.track2());
            return Step.NEXT;
        }
        return ask(work, new PadCommand.EncryptTrack(PadSlot.TRACK_KEY, kind, card.track2()), answer -> {
            if (!answer.good()) {
                return padFailed(work);
            }
            work.trackForHost(answer.text());
            return Step.NEXT;
        });
    }
}
