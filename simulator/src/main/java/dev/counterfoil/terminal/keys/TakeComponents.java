package dev.counterfoil.terminal.keys;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadKey;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.MasterKey;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.TerminalState;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;
import dev.counterfoil.terminal.stage.Prompt;

/**
 * Has the pad take one key component after the other from its custodians, and shows what the pad tells of them. The
 * terminal never sees a component; however this ends, the pad forgets what has not become a key.
 */
public final class TakeComponents extends PadStage {
    private static final int WRONG_PASSWORD = 0x63C0;

    private int number;
    private boolean whole;

    @Override
    public Step enter(Work work) {
        work.padAtEnd(new PadCommand.EndDownload());
        return next(work);
    }

    private Step next(Work work) {
        number++;
        int seconds = (int) (work.policies().millis("componentTimeout") / 1_000);
        work.show(Text.USE_PAD);
        return ask(work, new PadCommand.StartComponent(number, seconds), answer -> {
            work.timer("componentTimeout", "padTimeout");
            return answer.good() ? Step.STAY : padFailed(work);
        });
    }

    @Override
    protected Step heard(Work work, Input input) {
        if (input instanceof Input.Pad pad) {
            return said(work, pad.reply());
        } else if (Prompt.cancels(input) || input instanceof Input.Time) {
            return abandoned(work);
        } else if (input instanceof Input.Key) {
            work.sound(Tone.ERROR);
            work.show(Text.USE_PAD);
        } else if (input instanceof Input.PadGone) {
            return padFailed(work);
        }
        return Step.STAY;
    }

    private Step said(Work work, PadReply reply) {
        if (reply instanceof PadReply.PasswordChecked checked && checked.statusWord() == WRONG_PASSWORD) {
            return refused(work, Text.WRONG_PASSWORD);
        } else if (reply instanceof PadReply.ComponentSaid said) {
            return judged(work, said);
        } else if (reply instanceof PadReply.TimedOut) {
            return abandoned(work);
        } else if (reply instanceof PadReply.Pressed pressed) {
            work.timer("componentTimeout", "padTimeout");
            return pressed.key() == PadKey.CANCEL ? abandoned(work) : Step.STAY;
        }
        return Step.STAY;
    }

    private Step judged(Work work, PadReply.ComponentSaid said) {
        String which = String.valueOf(number);
        return switch (said.outcome()) {
            case TAKEN -> taken(work, said.detail());
            case STORED -> stored(work, said.detail());
            case SAME_CUSTODIAN -> refused(work, Text.COMPONENT_CUSTODIAN, which);
            case WRONG_LENGTH -> refused(work, Text.COMPONENT_LENGTH, which, said.detail());
            case WRONG_PARITY -> refused(work, Text.COMPONENT_PARITY, which, said.detail());
            case WRONG_CHECK_VALUE -> refused(work, Text.COMPONENT_CHECK_VALUE, which);
            case WEAK_KEY -> refused(work, Text.COMPONENTS_WEAK);
        };
    }

    private Step taken(Work work, String checkValue) {
        work.show(Text.COMPONENT_TAKEN, String.valueOf(number), checkValue);
        if (number < work.policies().number("components")) {
            return next(work);
        }
        whole = true;
        return Step.STAY;
    }

    private static Step stored(Work work, String checkValue) {
        work.memory()
                .newKey(
                        new MasterKey(MasterKey.Status.ACTIVE, checkValue, null),
                        TerminalState.LOADED,
                        "master key typed");
        work.show(Text.KEY_FORMED, checkValue);
        work.sound(Tone.CONFIRMING);
        return Step.end(Verdict.APPROVED);
    }

    private Step abandoned(Work work) {
        return whole ? refused(work, Text.KEY_NOT_CONFIRMED) : refused(work, Text.COMPONENT_MISSING, "" + number);
    }

    private static Step refused(Work work, Text why, String... args) {
        work.show(why, args);
        work.sound(Tone.ERROR);
        return Step.end(Verdict.REFUSED);
    }
}
