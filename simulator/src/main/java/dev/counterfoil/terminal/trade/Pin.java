package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadKey;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.PinBlockKind;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Card;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;
import dev.counterfoil.terminal.stage.Prompt;

/** Has the pad ask for the PIN and takes the block, encrypted under the PIN key. */
public final class Pin extends PadStage {
    private static final int PAN_DIGITS = 12;
    private static final String NO_PIN = "2";

    @Override
    public Step enter(Work work) {
        work.show(Text.USE_PAD);
        return ask(
                work,
                new PadCommand.ShortestPin(work.policies().pinShortest()),
                shortest -> ask(
                        work,
                        new PadCommand.LongestPin(work.policies().pinLongest()),
                        longest -> ask(
                                work,
                                new PadCommand.StartPinEntry(optional(work), seconds(work)),
                                started -> started(work, started))));
    }

    private static Step started(Work work, PadReply.Answer answer) {
        if (!answer.good()) {
            work.show(Text.ENCRYPTION_MODULE_ERROR);
            return Step.end(Verdict.REFUSED);
        }
        work.timer("pinTimeout", "padTimeout");
        return Step.STAY;
    }

    @Override
    protected Step heard(Work work, Input input) {
        if (input instanceof Input.Pad pad && pad.reply() instanceof PadReply.Pressed pressed) {
            work.timer("pinTimeout", "padTimeout");
            return pressed(work, pressed.key());
        } else if (input instanceof Input.Pad pad && pad.reply() instanceof PadReply.Bypassed) {
            work.entryMode(work.entryMode().substring(0, 2) + NO_PIN);
            return Step.NEXT;
        } else if (input instanceof Input.Pad pad && pad.reply() instanceof PadReply.TimedOut) {
            return Prompt.cancelled(work);
        } else if (Prompt.cancels(input)) {
            work.padAtEnd(new PadCommand.CancelInput());
            return Prompt.cancelled(work);
        } else if (input instanceof Input.PadGone || input instanceof Input.Time) {
            return padFailed(work);
        }
        return Step.STAY;
    }

    private Step pressed(Work work, PadKey key) {
        if (key == PadKey.CANCEL) {
            return Prompt.cancelled(work);
        } else if (key == PadKey.ENTER) {
            if (work.policies().aesDukpt()) {
                return ask(
                        work,
                        new PadCommand.ReadLongPinBlock(PadSlot.PIN_KEY, work.pan()),
                        block -> block(work, block));
            }
            PinBlockKind kind = work.setup().dialect().setting("pin").equals("withoutPan")
                    ? PinBlockKind.X98_WITHOUT_PAN
                    : PinBlockKind.ISO0;
            return ask(
                    work,
                    new PadCommand.ReadPinBlock(PadSlot.PIN_KEY, kind, panDigits(work.pan())),
                    block -> block(work, block));
        }
        return Step.STAY;
    }

    private static boolean optional(Work work) {
        Card card = work.card();
        return card != null && card.pinOptional();
    }

    private Step block(Work work, PadReply.Answer answer) {
        if (!answer.good()) {
            return padFailed(work);
        }
        work.pinBlock(answer.text());
        return Step.NEXT;
    }

    /** The 12 digits left of the check digit, zeros before them if there are fewer. */
    static String panDigits(String pan) {
        String padded = "0".repeat(PAN_DIGITS) + pan;
        return padded.substring(padded.length() - PAN_DIGITS - 1, padded.length() - 1);
    }

    private static int seconds(Work work) {
        return (int) (work.policies().millis("pinTimeout") / 1_000);
    }
}
