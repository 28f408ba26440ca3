package dev.counterfoil.terminal.inspection;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Connect;

/** Opens the line; without one the report waits for the next contact. */
public final class ReachHost implements Stage {
    private final Connect connect = new Connect();

    @Override
    public Step enter(Work work) {
        return connect.enter(work);
    }

    @Override
    public Step on(Work work, Input input) {
        Step step = connect.on(work, input);
        return step instanceof Step.End ? kept(work) : step;
    }

    /** The end of an inspection whose report is not answered. */
    static Step kept(Work work) {
        work.show(Text.INSPECTION_KEPT);
        return Step.end(Verdict.UNANSWERED);
    }
}
