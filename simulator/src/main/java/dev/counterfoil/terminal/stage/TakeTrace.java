package dev.counterfoil.terminal.stage;

import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;

/** Gives the transaction its trace number. */
public final class TakeTrace implements Stage {
    @Override
    public Step enter(Work work) {
        work.takeStan();
        work.numbered();
        return Step.NEXT;
    }

    @Override
    public Step on(Work work, Input input) {
        return Step.STAY;
    }
}
