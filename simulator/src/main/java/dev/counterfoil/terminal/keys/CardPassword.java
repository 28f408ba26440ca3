package dev.counterfoil.terminal.keys;

import dev.counterfoil.crypto.life.DownloadFlow.Point;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadKey;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;
import dev.counterfoil.terminal.stage.Prompt;

/** Has the pad ask for the card's password, which the card checks; digits typed on the terminal are not taken. */
public final class CardPassword extends PadStage {
    private static final int GOOD = 0x9000;
    private static final int TRIES_LEFT = 0x63C0;

    @Override
    public Step enter(Work work) {
        int seconds = (int) (work.policies().millis("pinTimeout") / 1_000);
        work.show(Text.USE_PAD);
        return ask(work, new PadCommand.StartCardPassword(seconds), answer -> {
            work.timer("pinTimeout", "padTimeout");
            return answer.good() ? Step.STAY : padFailed(work);
        });
    }

    @Override
    protected Step heard(Work work, Input input) {
        if (input instanceof Input.Pad pad) {
            return said(work, pad.reply());
        } else if (Prompt.cancels(input)) {
            return Prompt.cancelled(work);
        } else if (input instanceof Input.Key) {
            work.sound(Tone.ERROR);
            work.show(Text.USE_PAD);
        } else if (input instanceof Input.Time || input instanceof Input.PadGone) {
            return padFailed(work);
        }
        return Step.STAY;
    }

    private static Step said(Work work, PadReply reply) {
        if (reply instanceof PadReply.PasswordChecked checked) {
            return checked(work, checked.statusWord());
        } else if (reply instanceof PadReply.CardOut) {
            work.show(Text.CARD_REMOVED);
            return Step.end(Verdict.CANCELLED);
        } else if (reply instanceof PadReply.TimedOut) {
            return Prompt.cancelled(work);
        } else if (reply instanceof PadReply.Pressed pressed) {
            work.timer("pinTimeout", "padTimeout");
            if (pressed.key() == PadKey.ENTER) {
                DownloadConversation.reached(work, Point.TYPED);
            }
            return pressed.key() == PadKey.CANCEL ? Prompt.cancelled(work) : Step.STAY;
        }
        return Step.STAY;
    }

    private static Step checked(Work work, int statusWord) {
        DownloadConversation.reached(work, Point.CHECKED);
        if (statusWord == GOOD) {
            DownloadConversation.reached(work, Point.OBTAINED);
            return Step.NEXT;
        } else if ((statusWord & 0xFFF0) == TRIES_LEFT && statusWord != TRIES_LEFT) {
            work.show(Text.WRONG_CARD_PASSWORD, Integer.toString(statusWord & 0xF));
        } else {
            work.memory().blockedCard(work.download().card());
            work.show(Text.CARD_BLOCKED);
        }
        return Step.end(Verdict.REFUSED);
    }
}
