package dev.counterfoil.terminal.stage;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;

/** Asks who works here from now on: number, then password. */
public final class LogIn extends Prompt {
    private static final int LONGEST = 8;

    private String number = "";

    public LogIn() {
        super(LONGEST);
    }

    @Override
    protected void ask(Work work) {
        work.show(number.isEmpty() ? Text.OPERATOR_NUMBER : Text.OPERATOR_PASSWORD);
    }

    @Override
    protected Step entered(Work work, String digits) {
        if (number.isEmpty()) {
            number = digits;
            return again(work);
        } else if (work.policies().isOperator(number, digits)) {
            work.logIn(number);
            work.show(Text.LOGGED_IN, number);
            return Step.NEXT;
        }
        work.show(Text.WRONG_PASSWORD);
        return Step.end(Verdict.REFUSED);
    }
}
