package dev.counterfoil.terminal.stage;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipItem;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Reversal;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends an open reversal until it is acknowledged, at most {@code reversalTries} times; then {@code afterLastTry} says
 * whether the terminal is blocked until the next sign-in or the reversal is dropped with a printed notice. Each try
 * under the same keys has the same bytes.
 */
public final class SendReversal extends Conversation {
    private final boolean mayDrop;
    private int tries;

    /** @param mayDrop false before a settlement, which refuses while a reversal is open */
    public SendReversal(boolean mayDrop) {
        this.mayDrop = mayDrop;
    }

    @Override
    public Step enter(Work work) {
        Reversal open = work.memory().reversal();
        return open == null ? Step.NEXT : send(work, open);
    }

    private Step send(Work work, Reversal open) {
        tries++;
        work.memory().reversalSent();
        return sendMacked(work, Requests.reversal(work, open));
    }

    @Override
    protected Text notice() {
        return Text.SENDING_REVERSAL;
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        if (work.policies().list("reversalDoneCodes").contains(answer.text(39))) {
            work.memory().closeReversal("acknowledged");
            return Step.NEXT;
        }
        return again(work);
    }

    @Override
    protected Step failed(Work work, Failure why) {
        if (why == Failure.NOT_SENT || why == Failure.NOT_CHECKED) {
            work.show(Text.ENCRYPTION_MODULE_ERROR);
            return Step.end(Verdict.REFUSED);
        } else if (why == Failure.LINE_LOST) {
            work.noConnection();
            return Step.end(Verdict.REFUSED);
        }
        return again(work);
    }

    private Step again(Work work) {
        Reversal open = work.memory().reversal();
        if (open == null) {
            return Step.NEXT;
        } else if (tries < work.policies().number("reversalTries")) {
            return send(work, open);
        } else if (!mayDrop || work.policies().text("afterLastTry").equals("block")) {
            work.show(Text.REVERSAL_OPEN);
            return Step.end(Verdict.REFUSED);
        }
        work.print(Slip.REVERSAL_NOTICE, notice(work, open));
        work.memory().closeReversal("dropped");
        work.show(Text.REVERSAL_DROPPED);
        return Step.NEXT;
    }

    private static List<SlipLine> notice(Work work, Reversal open) {
        List<SlipLine> lines = new ArrayList<>(Slips.head(work));
        lines.add(new SlipLine(SlipItem.VOUCHER, open.stan()));
        lines.add(new SlipLine(
                SlipItem.AMOUNT, Slips.yuan(Long.parseLong(open.fields().getOrDefault(4, "0")))));
        lines.add(new SlipLine(SlipItem.REASON, open.reason()));
        lines.add(new SlipLine(SlipItem.TIME, Slips.now(work)));
        return lines;
    }
}
