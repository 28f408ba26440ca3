package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;

/** Asks for the amount in fen, up to 12 digits, unless it is known; nothing and zero are asked again. */
public final class Amount extends Prompt {
    private static final int LONGEST = 12;

    public Amount() {
        super(LONGEST);
    }

    @Override
    public Step enter(Work work) {
        return work.amountFen() > 0 ? Step.NEXT : super.enter(work);
    }

    @Override
    protected void ask(Work work) {
        work.show(Text.ENTER_AMOUNT);
    }

    @Override
    protected Step entered(Work work, String digits) {
        long fen = digits.isEmpty() ? 0 : Long.parseLong(digits);
        if (fen == 0) {
            return again(work);
        }
        work.amountFen(fen);
        return Step.NEXT;
    }
}
