package dev.counterfoil.terminal.message;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.Voucher;
import java.util.List;

/**
 * The sums of a batch: sales are debits, voids are credits, a voided sale counts as both.
 *
 * <p>F48 of a settlement is 62 digits: for domestic cards debit amount 12, count 3, credit amount 12, count 3, result
 * 1; the same again for foreign cards, of which there are none.
 */
public record Totals(long debitFen, int debits, long creditFen, int credits) {
    private static final String NO_FOREIGN_CARDS = "0".repeat(31);
    private static final int DOMESTIC_RESULT = 30;
    private static final int FOREIGN_RESULT = 61;

    /** Most details in one message. */
    public static final int DETAILS_A_MESSAGE = 8;

    public static Totals of(List<Voucher> journal) {
        List<Voucher> voids =
                journal.stream().filter(v -> v.kind() == Task.VOID).toList();
        List<Voucher> sales =
                journal.stream().filter(v -> v.kind() == Task.SALE).toList();
        return new Totals(sum(sales), sales.size(), sum(voids), voids.size());
    }

    /** F48 of a 0500. */
    public String settlement() {
        return digits(12, debitFen) + digits(3, debits) + digits(12, creditFen) + digits(3, credits) + "0"
                + NO_FOREIGN_CARDS;
    }

    /** Whether both results of a 0510 say that the totals agree. */
    public static boolean agreed(IsoMessage answer) {
        String f48 = answer.has(48) ? answer.text(48) : "";
        return f48.length() > FOREIGN_RESULT && f48.charAt(DOMESTIC_RESULT) == '1' && f48.charAt(FOREIGN_RESULT) == '1';
    }

    /** The sales that stand, in the order of their trace numbers: what is uploaded when totals differ. */
    public static List<Voucher> details(List<Voucher> journal) {
        return journal.stream()
                .filter(v -> v.kind() == Task.SALE && !v.voided())
                .toList();
    }

    /** F48 of a detail message: count 2, then card kind 2, trace number 6, card number 20, amount 12 for each. */
    public static String details(List<Voucher> journal, int from) {
        List<Voucher> some =
                details(journal).stream().skip(from).limit(DETAILS_A_MESSAGE).toList();
        StringBuilder f48 = new StringBuilder(digits(2, some.size()));
        some.forEach(v -> f48.append("00")
                .append(v.stan())
                .append("0".repeat(20 - v.pan().length()))
                .append(v.pan())
                .append(digits(12, v.amountFen())));
        return f48.toString();
    }

    /** F48 of an upload end: how many details there were, 4 digits. */
    public static String end(int count) {
        return digits(4, count);
    }

    private static long sum(List<Voucher> some) {
        return some.stream().mapToLong(Voucher::amountFen).sum();
    }

    private static String digits(int width, long number) {
        return Decimal.digits(number, width);
    }
}
