package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.terminal.Card;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Voucher;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;
import java.util.Optional;

/** Waits for a card in the stripe reader; a bad reading is silent and asked again. */
public final class PresentCard implements Stage {
    private static final String SWIPED_WITH_PIN = "021";
    private static final String SWIPED = "022";

    private final boolean pinFollows;

    /** @param pinFollows whether a PIN is asked for behind this, which F22 says */
    public PresentCard(boolean pinFollows) {
        this.pinFollows = pinFollows;
    }

    @Override
    public Step enter(Work work) {
        work.show(Text.PRESENT_CARD);
        work.timer("cardInsertTimeout");
        return Step.STAY;
    }

    @Override
    public Step on(Work work, Input input) {
        if (input instanceof Input.Swiped swiped) {
            return read(work, Card.of(swiped.track2()));
        } else if (Prompt.cancels(input)) {
            return Prompt.cancelled(work);
        } else if (input instanceof Input.Time) {
            return Prompt.cancelled(work);
        }
        return Step.STAY;
    }

    private Step read(Work work, Optional<Card> card) {
        if (card.isEmpty()) {
            work.show(Text.READ_AGAIN);
            work.show(Text.PRESENT_CARD);
            return Step.STAY;
        }
        Voucher original = work.original();
        if (original != null && !original.pan().equals(card.get().pan())) {
            work.show(Text.OTHER_CARD);
            return Step.end(Verdict.REFUSED);
        }
        work.sound(Tone.DU);
        work.card(card.get(), pinFollows ? SWIPED_WITH_PIN : SWIPED);
        return Step.NEXT;
    }
}
