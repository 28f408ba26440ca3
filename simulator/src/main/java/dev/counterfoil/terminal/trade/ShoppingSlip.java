package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipItem;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Slips;
import java.util.ArrayList;
import java.util.List;

/** Prints what is bought and for how much, before anything is paid. */
public final class ShoppingSlip implements Stage {
    @Override
    public Step enter(Work work) {
        List<SlipLine> lines = new ArrayList<>(Slips.head(work));
        lines.add(new SlipLine(SlipItem.PRODUCT, work.goods()));
        lines.add(new SlipLine(SlipItem.AMOUNT, Slips.yuan(work.amountFen())));
        lines.add(new SlipLine(SlipItem.TIME, Slips.now(work)));
        work.print(Slip.SHOPPING_SLIP, lines);
        return Step.NEXT;
    }

    @Override
    public Step on(Work work, Input input) {
        return Step.STAY;
    }
}
