package dev.counterfoil.terminal.keys;

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

/** Has the pad ask for a password and hear what is thought of it; digits typed on the terminal are not taken. */
abstract class PasswordOnPad extends PadStage {
    static final int GOOD = 0x9000;

    /** The command that asks. */
    protected abstract PadCommand command(int timeoutSeconds);

    /** The password has been typed. */
    protected void typed(Work work) {}

    /** The password has been checked. */
    protected abstract Step checked(Work work, int statusWord);

    @Override
    public final Step enter(Work work) {
        int seconds = (int) (work.policies().millis("pinTimeout") / 1_000);
        work.show(Text.USE_PAD);
        return ask(work, command(seconds), answer -> {
            work.timer("pinTimeout", "padTimeout");
            return answer.good() ? Step.STAY : padFailed(work);
        });
    }

    @Override
    protected final Step heard(Work work, Input input) {
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

    private Step said(Work work, PadReply reply) {
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
                typed(work);
            }
            return pressed.key() == PadKey.CANCEL ? Prompt.cancelled(work) : Step.STAY;
        }
        return Step.STAY;
    }
}
