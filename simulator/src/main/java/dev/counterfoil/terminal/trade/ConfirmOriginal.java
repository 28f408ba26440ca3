package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;
import dev.counterfoil.terminal.stage.Slips;

/** Shows voucher number and amount of the original; ENTER goes on. */
public final class ConfirmOriginal extends Prompt {
    public ConfirmOriginal() {
        super(0);
    }

    @Override
    protected void ask(Work work) {
        String stan = work.original() == null ? "" : work.original().stan();
        work.show(Text.CONFIRM_ORIGINAL, stan, Slips.yuan(work.amountFen()));
    }

    @Override
    protected Step entered(Work work, String digits) {
        return Step.NEXT;
    }
}
