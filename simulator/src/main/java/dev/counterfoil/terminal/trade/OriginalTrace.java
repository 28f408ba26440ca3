package dev.counterfoil.terminal.trade;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Voucher;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;

/** Asks for the voucher number of the sale to be voided: of this terminal, of this batch, not voided yet. */
public final class OriginalTrace extends Prompt {
    private static final int LONGEST = 6;

    /** F22 of a void that goes by the journal: number known, no PIN. */
    static final String BY_JOURNAL = "012";

    public OriginalTrace() {
        super(LONGEST);
    }

    @Override
    protected void ask(Work work) {
        work.show(Text.ORIGINAL_TRACE);
    }

    @Override
    protected Step entered(Work work, String digits) {
        if (digits.isEmpty()) {
            return again(work);
        }
        Voucher original = work.memory().voucher(Decimal.digits(Integer.parseInt(digits), 6));
        if (original == null || original.kind() != Task.SALE) {
            work.show(Text.NO_SUCH_TRANSACTION);
            return Step.end(Verdict.REFUSED);
        } else if (original.voided()) {
            work.show(Text.ALREADY_VOIDED);
            return Step.end(Verdict.REFUSED);
        }
        work.original(original);
        work.entryMode(BY_JOURNAL);
        return Step.NEXT;
    }
}
