package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipItem;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Memory;
import dev.counterfoil.terminal.Settlement;
import dev.counterfoil.terminal.Settlement.Phase;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.message.Totals;
import dev.counterfoil.terminal.stage.Conversation;
import dev.counterfoil.terminal.stage.Slips;
import java.util.ArrayList;
import java.util.List;

/**
 * Uploads what the host lacks: nothing but the end when the totals agreed, else the sales, eight a message, from where
 * a broken upload stopped. Then the batch is closed and the totals are printed.
 */
public final class UploadBatch extends Conversation {
    private boolean ending;

    @Override
    public Step enter(Work work) {
        return send(work);
    }

    private Step send(Work work) {
        Memory memory = work.memory();
        Settlement at = memory.settlement();
        int all = Totals.details(memory.journal()).size();
        ending = at.phase() == Phase.AGREED || at.uploaded() >= all;
        work.takeStan();
        if (!ending) {
            return sendPlain(work, Requests.DETAILS.build(work, Totals.details(memory.journal(), at.uploaded())));
        }
        Requests end = at.phase() == Phase.AGREED ? Requests.AGREED_END : Requests.DETAIL_END;
        return sendPlain(work, end.build(work, Totals.end(all)));
    }

    @Override
    protected Text notice() {
        return Text.UPLOADING;
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        if (!ResponseCodes.approved(code)) {
            return declined(work, code);
        } else if (!ending) {
            Memory memory = work.memory();
            int done = Math.min(
                    memory.settlement().uploaded() + Totals.DETAILS_A_MESSAGE,
                    Totals.details(memory.journal()).size());
            memory.settlement(new Settlement(Phase.DIFFERENT, done));
            return send(work);
        }
        close(work);
        return Step.end(Verdict.APPROVED, code);
    }

    @Override
    protected Step failed(Work work, Failure why) {
        return noAnswer(work, why);
    }

    private static void close(Work work) {
        Totals totals = Totals.of(work.memory().journal());
        List<SlipLine> lines = new ArrayList<>(Slips.head(work));
        lines.add(new SlipLine(SlipItem.BATCH, work.memory().batch()));
        lines.add(new SlipLine(SlipItem.TYPE, "sale"));
        lines.add(new SlipLine(SlipItem.COUNT, Integer.toString(totals.debits())));
        lines.add(new SlipLine(SlipItem.AMOUNT, Slips.yuan(totals.debitFen())));
        lines.add(new SlipLine(SlipItem.TYPE, "void"));
        lines.add(new SlipLine(SlipItem.COUNT, Integer.toString(totals.credits())));
        lines.add(new SlipLine(SlipItem.AMOUNT, Slips.yuan(totals.creditFen())));
        lines.add(new SlipLine(SlipItem.TIME, Slips.now(work)));
        if (work.memory().settlement().phase() == Phase.DIFFERENT) {
            lines.add(new SlipLine(SlipItem.NOTES, Text.TOTALS_DIFFER.english()));
        }
        work.memory().settled();
        work.print(Slip.TOTAL_SLIP, lines);
        work.show(Text.SETTLED);
    }
}
