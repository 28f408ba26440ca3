package dev.counterfoil.terminal.keys;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.MasterKey.Status;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;

/** The old key has been proved to be there: the terminal goes on where it was. */
public final class Unfreeze implements Stage {
    @Override
    public Step enter(Work work) {
        work.memory().keyStatus(Status.ACTIVE, "re-activated");
        work.show(Text.RE_ACTIVATED);
        return Step.NEXT;
    }

    @Override
    public Step on(Work work, Input input) {
        return Step.STAY;
    }
}
