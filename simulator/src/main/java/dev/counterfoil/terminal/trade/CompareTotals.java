package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Settlement;
import dev.counterfoil.terminal.Settlement.Phase;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.message.Totals;
import dev.counterfoil.terminal.stage.Conversation;

/** Sends the totals of the batch; a settlement that was broken off behind this is not asked again. */
public final class CompareTotals extends Conversation {
    @Override
    public Step enter(Work work) {
        Phase phase = work.memory().settlement().phase();
        if (phase == Phase.AGREED || phase == Phase.DIFFERENT) {
            return Step.NEXT;
        }
        return sendPlain(
                work,
                Requests.SETTLEMENT.build(
                        work, Totals.of(work.memory().journal()).settlement()));
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        boolean agreed = Totals.agreed(answer);
        if (!ResponseCodes.approved(code) && !answer.has(48)) {
            return declined(work, code);
        }
        work.memory().settlement(new Settlement(agreed ? Phase.AGREED : Phase.DIFFERENT, 0));
        if (!agreed) {
            work.show(Text.TOTALS_DIFFER);
        }
        return Step.NEXT;
    }

    @Override
    protected Step failed(Work work, Failure why) {
        return noAnswer(work, why);
    }
}
