package dev.counterfoil.terminal.stage;

import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;

/** Asks the person at the terminal's keyboard; CANCEL and silence end the transaction. */
public abstract class Prompt implements Stage {
    private final int longest;
    private final StringBuilder typed = new StringBuilder();

    /** @param longest most digits that can be typed */
    protected Prompt(int longest) {
        this.longest = longest;
    }

    /** Shows what is asked for. */
    protected abstract void ask(Work work);

    /** ENTER was pressed behind these digits, of which there may be none. */
    protected abstract Step entered(Work work, String digits);

    /** Text came from the scanner or a keyboard. */
    protected Step scanned(Work work, String text) {
        return Step.STAY;
    }

    @Override
    public Step enter(Work work) {
        return again(work);
    }

    @Override
    public final Step on(Work work, Input input) {
        if (input instanceof Input.Key key) {
            work.timer("personTimeout");
            return pressed(work, key.label());
        } else if (input instanceof Input.Scan scan) {
            return scanned(work, scan.text());
        } else if (input instanceof Input.Time) {
            return cancelled(work);
        }
        return Step.STAY;
    }

    /** Forgets what was typed and asks once more. */
    protected final Step again(Work work) {
        typed.setLength(0);
        ask(work);
        work.timer("personTimeout");
        return Step.STAY;
    }

    /** Whether this is the CANCEL key. */
    public static boolean cancels(Input input) {
        return input instanceof Input.Key key && key.label().equals(PanelMessage.Key.CANCEL);
    }

    /** The end that CANCEL and silence bring. */
    public static Step cancelled(Work work) {
        work.show(Text.CANCELLED);
        return Step.end(Verdict.CANCELLED);
    }

    private Step pressed(Work work, String label) {
        switch (label) {
            case PanelMessage.Key.CANCEL -> {
                return cancelled(work);
            }
            case PanelMessage.Key.CLEAR -> typed.setLength(0);
            case PanelMessage.Key.ENTER -> {
                String digits = typed.toString();
                typed.setLength(0);
                return entered(work, digits);
            }
            default -> {
                if (typed.length() < longest && label.length() == 1 && Character.isDigit(label.charAt(0))) {
                    typed.append(label);
                }
            }
        }
        return Step.STAY;
    }
}
