package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.Voucher;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A thief's way to a void: what stands on somebody's receipt is typed as one line of text, {@code VOUCHER BATCH REFERENCE
 * AMOUNT MMDD [AUTHORISATION]}, for example {@code 000001 000123 000000000042 25.00 0314}.
 */
public final class ReceiptOriginal extends Prompt {
    private static final Pattern LINE =
            Pattern.compile("([0-9]{6}) ([0-9]{6}) (\\S{12}) ([0-9]{1,9})\\.([0-9]{2}) ([0-9]{4})(?: (\\S{6}))?");

    public ReceiptOriginal() {
        super(0);
    }

    @Override
    protected void ask(Work work) {
        work.show(Text.ORIGINAL_TRACE);
    }

    @Override
    protected Step entered(Work work, String digits) {
        return again(work);
    }

    @Override
    protected Step scanned(Work work, String text) {
        Matcher m = LINE.matcher(text);
        if (!m.matches()) {
            return again(work);
        }
        String authorisation = m.group(7) == null ? "" : m.group(7);
        long fen = Long.parseLong(m.group(4)) * 100 + Long.parseLong(m.group(5));
        work.entryMode(OriginalTrace.BY_JOURNAL);
        work.memory().workUnderBatch(m.group(2));
        work.original(new Voucher(
                m.group(1),
                Task.SALE,
                m.group(2),
                fen,
                "",
                m.group(6),
                "",
                m.group(3),
                authorisation,
                "",
                Goods.UNNAMED,
                false));
        return Step.NEXT;
    }
}
