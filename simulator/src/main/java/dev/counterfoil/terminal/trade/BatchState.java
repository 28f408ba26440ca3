package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Memory;
import dev.counterfoil.terminal.Settlement.Phase;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;

/** Whether the batch is fit for what is wanted: room in the journal to trade, something in it to settle. */
public final class BatchState implements Stage {
    @Override
    public Step enter(Work work) {
        Memory memory = work.memory();
        if (work.kind() == Task.SETTLEMENT) {
            boolean nothing = memory.journalSize() == 0 && memory.reversal() == null;
            return nothing && !work.policies().flag("settleEmptyBatch") ? refused(work, Text.BATCH_EMPTY) : Step.NEXT;
        }
        boolean full = memory.journalSize() >= work.policies().number("batchLimit");
        return full || memory.settlement().phase() != Phase.NONE ? refused(work, Text.SETTLE_FIRST) : Step.NEXT;
    }

    @Override
    public Step on(Work work, Input input) {
        return Step.STAY;
    }

    private static Step refused(Work work, Text why) {
        work.show(why);
        return Step.end(Verdict.REFUSED);
    }
}
