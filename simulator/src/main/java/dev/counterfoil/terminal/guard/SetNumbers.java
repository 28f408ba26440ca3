package dev.counterfoil.terminal.guard;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Identity;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;

/**
 * Asks for the terminal's and the merchant's number; ENTER alone keeps one. Other numbers lock the terminal until a
 * manager's card has brought a key for them. Reports of inspections, which say the old ones, have to be sent before.
 */
public final class SetNumbers extends Prompt {
    private static final int TERMINAL_DIGITS = 8;
    private static final int MERCHANT_DIGITS = 15;

    private String terminal = "";

    public SetNumbers() {
        super(MERCHANT_DIGITS);
    }

    @Override
    public Step enter(Work work) {
        if (!work.memory().reportsWait()) {
            return super.enter(work);
        }
        work.show(Text.INSPECTION_KEPT);
        return Step.end(Verdict.REFUSED);
    }

    @Override
    protected void ask(Work work) {
        work.show(terminal.isEmpty() ? Text.TERMINAL_NUMBER : Text.MERCHANT_NUMBER);
    }

    @Override
    protected Step entered(Work work, String digits) {
        Identity now = work.identity();
        if (terminal.isEmpty()) {
            boolean whole = digits.length() == TERMINAL_DIGITS;
            terminal = digits.isEmpty() ? now.terminalId() : whole ? digits : "";
            return again(work);
        } else if (!digits.isEmpty() && digits.length() != MERCHANT_DIGITS) {
            return again(work);
        }
        String merchant = digits.isEmpty() ? now.merchantId() : digits;
        if (terminal.equals(now.terminalId()) && merchant.equals(now.merchantId())) {
            return Step.NEXT;
        }
        work.memory().settings().numbers(new Settings.Numbers(terminal, merchant));
        work.memory().lock(Lock.NUMBERS_CHANGED, "other numbers");
        work.show(Text.NUMBERS_CHANGED);
        return Step.end(Verdict.APPROVED);
    }
}
