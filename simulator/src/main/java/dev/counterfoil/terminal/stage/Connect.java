package dev.counterfoil.terminal.stage;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;

/** Opens the line to the host; it stays open until the transaction has ended. */
public final class Connect implements Stage {
    @Override
    public Step enter(Work work) {
        work.show(Text.CONNECTING);
        work.timer("connectTimeout");
        work.dial();
        return Step.STAY;
    }

    @Override
    public Step on(Work work, Input input) {
        if (input instanceof Input.LineOpened) {
            return Step.NEXT;
        } else if (input instanceof Input.LineDown down) {
            return noConnection(work, down.cause());
        } else if (input instanceof Input.Time) {
            return noConnection(work, "no connection in time");
        } else if (Prompt.cancels(input)) {
            return Prompt.cancelled(work);
        }
        return Step.STAY;
    }

    private static Step noConnection(Work work, String cause) {
        work.emit(new TerminalEvents.LineTrouble(cause));
        work.noConnection();
        return Step.end(Verdict.REFUSED);
    }
}
