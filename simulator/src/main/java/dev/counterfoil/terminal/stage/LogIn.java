package dev.counterfoil.terminal.stage;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Role;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.terminal.TerminalPolicies;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;

/**
 * Asks who works here from now on: number, then password; and where the policy wants it, a new password in place of the
 * one of delivery, twice.
 */
public final class LogIn extends Prompt {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8;

    private Text asked = Text.OPERATOR_NUMBER;
    private String number = "";
    private String old = "";
    private String fresh = "";

    public LogIn() {
        super(LONGEST);
    }

    @Override
    protected void ask(Work work) {
        work.show(asked);
    }

    @Override
    protected Step entered(Work work, String digits) {
        return switch (asked) {
            case OPERATOR_NUMBER -> {
                number = digits;
                yield next(work, Text.OPERATOR_PASSWORD);
            }
            case OPERATOR_PASSWORD -> passwordTyped(work, digits);
            case NEW_PASSWORD -> {
                fresh = digits;
                yield next(work, Text.NEW_PASSWORD_AGAIN);
            }
            default -> newPasswordTyped(work, digits);
        };
    }

    private Step next(Work work, Text text) {
        asked = text;
        return again(work);
    }

    private Step passwordTyped(Work work, String digits) {
        if (!work.knows(number, digits)) {
            work.show(Text.WRONG_PASSWORD);
            return Step.end(Verdict.REFUSED);
        }
        boolean change = work.policies().text("factoryPasswords").equals("change")
                && !Role.ofOperator(number).equals(Role.CASHIER)
                && TerminalPolicies.fromFactory(number, digits);
        old = digits;
        return change ? next(work, Text.NEW_PASSWORD) : loggedIn(work, digits);
    }

    private Step newPasswordTyped(Work work, String digits) {
        if (!digits.equals(fresh) || digits.length() < SHORTEST || digits.equals(old)) {
            work.show(Text.PASSWORD_NOT_TAKEN);
            return next(work, Text.NEW_PASSWORD);
        }
        work.memory().settings().password(number, digits);
        return loggedIn(work, digits);
    }

    private Step loggedIn(Work work, String digits) {
        work.logIn(number);
        work.emit(new TerminalEvents.LoggedIn(number, TerminalPolicies.fromFactory(number, digits)));
        work.show(Text.LOGGED_IN, number);
        return Step.NEXT;
    }
}
