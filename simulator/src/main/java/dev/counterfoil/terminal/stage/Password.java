package dev.counterfoil.terminal.stage;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Role;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;

/**
 * Asks for the password of the operator who has a role: one approval, nobody is logged in by it. Whoever has the role
 * and is logged in is not asked.
 */
public final class Password extends Prompt {
    private static final int LONGEST = 8;

    private final Role role;

    public Password(Role role) {
        super(LONGEST);
        this.role = role;
    }

    @Override
    public Step enter(Work work) {
        return role.operator().equals(work.operator()) ? Step.NEXT : super.enter(work);
    }

    @Override
    protected void ask(Work work) {
        work.show(role == Role.SUPERVISOR ? Text.SUPERVISOR_PASSWORD : Text.OPERATOR_PASSWORD);
    }

    @Override
    protected Step entered(Work work, String digits) {
        if (work.knows(role.operator(), digits)) {
            return Step.NEXT;
        }
        work.show(Text.WRONG_PASSWORD);
        return Step.end(Verdict.REFUSED);
    }
}
