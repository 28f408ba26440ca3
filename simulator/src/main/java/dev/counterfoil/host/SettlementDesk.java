package dev.counterfoil.host;

import dev.counterfoil.host.JournalEntry.State;
import dev.counterfoil.host.TerminalEntry.Batch;
import dev.counterfoil.protocol.iso8583.IsoMessage;

/** Settlement: totals of a batch held against the terminal's, upload of the batch, its close. */
final class SettlementDesk {
    private static final String TOTALS_DIFFER = "202";
    private static final String TOTALS_AGREE = "207";
    private static final String WRONG_BATCH = "77";
    private static final String FORMAT = "30";
    private static final char AGREED = '1';
    private static final char DISAGREED = '2';
    private static final int HALF = 31;
    private static final int AMOUNT_DIGITS = 12;
    private static final int COUNT_END = 15;

    private final Effects effects;
    private final Gate gate;
    private final Books books;
    private final Answers answers;

    /**
     * One card organisation's half of F48, use 1: amounts of 12 digits, counts of 3.
     *
     * @param debitFen sales, those voided later included
     * @param creditFen voids
     */
    record Totals(long debitFen, int debits, long creditFen, int credits) {
        static final Totals ZERO = new Totals(0, 0, 0, 0);

        /** Reads a half that starts at {@code from}. */
        static Totals read(String f48, int from) {
            int credit = from + COUNT_END;
            return new Totals(
                    Long.parseLong(f48.substring(from, from + AMOUNT_DIGITS)),
                    Integer.parseInt(f48.substring(from + AMOUNT_DIGITS, credit)),
                    Long.parseLong(f48.substring(credit, credit + AMOUNT_DIGITS)),
                    Integer.parseInt(f48.substring(credit + AMOUNT_DIGITS, credit + COUNT_END)));
        }

        Totals plus(JournalEntry entry) {
            if (entry.kind().equals(JournalEntry.SALE) && entry.in(State.APPROVED, State.VOIDED)) {
                return new Totals(debitFen + entry.amountFen(), debits + 1, creditFen, credits);
            }
            return entry.kind().equals(JournalEntry.VOID) && entry.in(State.APPROVED)
                    ? new Totals(debitFen, debits, creditFen + entry.amountFen(), credits + 1)
                    : this;
        }

        long netFen() {
            return debitFen - creditFen;
        }
    }

    SettlementDesk(Effects effects, Gate gate, Books books, Answers answers) {
        this.effects = effects;
        this.gate = gate;
        this.books = books;
        this.answers = answers;
    }

    /** 0500: compares and says so in the last digit of each half of F48. */
    void compare(Visit visit) {
        gate.known(visit, terminal -> {
            String f48 = visit.text(48);
            if (!terminal.batch().number().equals(visit.batch())) {
                answers.decline(
                        visit, WRONG_BATCH, "batch is " + terminal.batch().number());
            } else if (f48.length() != 2 * HALF) {
                answers.decline(visit, FORMAT, "F48 holds no totals");
            } else {
                answers.send(visit, compared(visit, terminal, f48));
            }
        });
    }

    private IsoMessage compared(Visit visit, TerminalEntry terminal, String f48) {
        Totals own = totals(terminal.identity().terminalId(), visit.batch());
        Totals inner = Totals.read(f48, 0);
        Totals outer = Totals.read(f48, HALF);
        boolean innerAgrees = inner.equals(own);
        boolean outerAgrees = outer.equals(Totals.ZERO);
        long difference = own.netFen() - inner.netFen() - outer.netFen();
        effects.emit(new HostEvents.TotalsCompared(terminal.name(), innerAgrees && outerAgrees, difference));
        String answered = f48.substring(0, HALF - 1)
                + (innerAgrees ? AGREED : DISAGREED)
                + f48.substring(HALF, 2 * HALF - 1)
                + (outerAgrees ? AGREED : DISAGREED);
        return answers.to(visit).set(39, Answers.APPROVED).set(48, answered).build();
    }

    Totals totals(String terminalId, String batch) {
        Totals totals = Totals.ZERO;
        for (JournalEntry entry : books.batch(terminalId, batch)) {
            totals = totals.plus(entry);
        }
        return totals;
    }

    /** 0320: an upload of details is kept; its end closes the batch. */
    void upload(Visit visit) {
        gate.known(visit, terminal -> {
            boolean end = visit.networkCode().equals(TOTALS_AGREE)
                    || visit.networkCode().equals(TOTALS_DIFFER);
            Runnable answer = () -> answers.send(
                    visit,
                    answers.to(visit)
                            .set(39, Answers.APPROVED)
                            .set(48, visit.text(48))
                            .build());
            if (!terminal.batch().number().equals(visit.batch())) {
                answers.decline(
                        visit, WRONG_BATCH, "batch is " + terminal.batch().number());
            } else if (end) {
                books.put(terminal.with(new Batch(visit.batch(), false)), answer);
            } else {
                String id = terminal.identity().terminalId();
                books.putUpload(id, visit.batch(), visit.text(11), visit.text(48), answer);
            }
        });
    }
}
