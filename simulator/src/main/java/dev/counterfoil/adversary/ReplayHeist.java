package dev.counterfoil.adversary;

import dev.counterfoil.adversary.LineThief.Replay;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import java.util.Objects;

/**
 * A recorded authentication message is sent again, then a key request and a result, neither of which needs a key: the
 * session is in each answer, and the check value is in the delivery.
 */
final class ReplayHeist implements Heist {
    private final Replay replay;
    private final IsoMessage recorded;
    private boolean over;

    ReplayHeist(Replay replay, IsoMessage recorded) {
        this.replay = replay;
        this.recorded = recorded;
    }

    @Override
    public void begin(Reach reach) {
        reach.askHost(recorded);
    }

    @Override
    public boolean fromHost(IsoMessage answer, Reach reach) {
        if (over || !KeyDownload.isDownload(KeyDownload.step(answer))) {
            return false;
        }
        reach.answered(answer);
        if (!ResponseCodes.approved(answer.text(39)) || replay == Replay.PROOF || isLast(answer)) {
            over = true;
        } else if (KeyDownload.value(answer, KeyDownload.WRAPPED_KEY) == null) {
            reach.askHost(Heist.step(recorded, '2', tag(answer, KeyDownload.SESSION_ID)));
        } else if (replay == Replay.RESULT) {
            Tlv stored = Tlv.of(KeyDownload.RESULT_CODE, new byte[1]);
            reach.askHost(Heist.step(
                    recorded, '3', tag(answer, KeyDownload.SESSION_ID), stored, tag(answer, KeyDownload.CHECK_VALUE)));
        } else {
            over = true;
        }
        return true;
    }

    private static boolean isLast(IsoMessage answer) {
        return Heist.isStep(answer, '3');
    }

    private static Tlv tag(IsoMessage answer, int tag) {
        return Tlv.of(tag, Objects.requireNonNull(KeyDownload.value(answer, tag)));
    }
}
