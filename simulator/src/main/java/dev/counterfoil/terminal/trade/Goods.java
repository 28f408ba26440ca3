package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;

/** Asks what is sold, if the policy says so: scanned, or ENTER for goods without a name. */
public final class Goods extends Prompt {
    static final String UNNAMED = "goods";

    public Goods() {
        super(0);
    }

    @Override
    public Step enter(Work work) {
        work.goods(UNNAMED);
        return work.policies().flag("askGoods") ? super.enter(work) : Step.NEXT;
    }

    @Override
    protected void ask(Work work) {
        work.show(Text.ENTER_GOODS);
    }

    @Override
    protected Step entered(Work work, String digits) {
        return Step.NEXT;
    }

    @Override
    protected Step scanned(Work work, String text) {
        work.goods(text.isBlank() ? UNNAMED : text);
        return Step.NEXT;
    }
}
