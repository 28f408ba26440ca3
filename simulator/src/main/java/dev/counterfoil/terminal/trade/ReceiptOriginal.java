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
 * A thief's way to a void: what stands on somebody's receipt is typed in. Either the voucher number alone, and the
 * amount is asked for; or, as text, {@code VOUCHER BATCH REFERENCE AMOUNT MMDD [AUTHORISATION]}, for example
 * {@code 000001 000123 000000000042 25.00 0314}.
 */
public final class ReceiptOriginal extends Prompt {
    private static final int LONGEST = 6;
    private static final Pattern LINE =
            Pattern.compile("([0-9]{6}) ([0-9]{6}) (\\S{12}) ([0-9]{1,9})\\.([0-9]{2}) ([0-9]{4})(?: (\\S{6}))?");

    public ReceiptOriginal() {
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
        String voucher = "0".repeat(LONGEST - digits.length()) + digits;
        return found(work, receipt(voucher, work.memory().batch(), 0, "", "", ""));
    }

    @Override
    protected Step scanned(Work work, String text) {
        Matcher m = LINE.matcher(text);
        if (!m.matches()) {
            return again(work);
        }
        long fen = Long.parseLong(m.group(4)) * 100 + Long.parseLong(m.group(5));
        String authorisation = m.group(7) == null ? "" : m.group(7);
        return found(work, receipt(m.group(1), m.group(2), fen, m.group(6), m.group(3), authorisation));
    }

    private static Step found(Work work, Voucher original) {
        work.memory().passFor(original.batch(), original.stan());
        work.original(original);
        work.entryMode(OriginalTrace.BY_JOURNAL);
        return Step.NEXT;
    }

    private static Voucher receipt(
            String voucher, String batch, long fen, String date, String reference, String authorisation) {
        return new Voucher(
                voucher, Task.SALE, batch, fen, "", date, "", reference, authorisation, "", Goods.UNNAMED, false);
    }
}
