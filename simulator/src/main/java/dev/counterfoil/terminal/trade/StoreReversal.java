package dev.counterfoil.terminal.trade;

import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Reversal;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;

/** Writes the reversal record, before the request is sent. */
public final class StoreReversal implements Stage {
    @Override
    public Step enter(Work work) {
        work.memory()
                .openReversal(new Reversal(Requests.reversalOf(work, Requests.financial(work)), Reversal.NO_ANSWER, 0));
        return Step.NEXT;
    }

    @Override
    public Step on(Work work, Input input) {
        return Step.STAY;
    }
}
