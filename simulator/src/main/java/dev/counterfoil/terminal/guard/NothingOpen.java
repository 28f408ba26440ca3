package dev.counterfoil.terminal.guard;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;

/** Sees that no money is left in the terminal: its batch is settled and no reversal is open. */
public final class NothingOpen implements Stage {
    /** Whether that is so. */
    public static boolean in(Work work) {
        return work.memory().reversal() == null && work.memory().journalSize() == 0;
    }

    @Override
    public Step enter(Work work) {
        if (work.memory().reversal() != null) {
            work.show(Text.REVERSAL_OPEN);
        } else if (work.memory().journalSize() > 0) {
            work.show(Text.SETTLE_FIRST);
        } else {
            return Step.NEXT;
        }
        return Step.end(Verdict.REFUSED);
    }

    @Override
    public Step on(Work work, Input input) {
        return Step.STAY;
    }
}
