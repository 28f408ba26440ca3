package dev.counterfoil.host;

import dev.counterfoil.host.JournalEntry.Place;
import dev.counterfoil.host.JournalEntry.State;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Voids and reversals: both look for an original and take it back. */
final class VoidDesk {
    private static final String NOT_FOUND = "25";
    private static final String INVALID = "12";
    private static final String WRONG_AMOUNT = "64";
    private static final int BATCH_DIGITS = 6;
    private static final int TRACE_END = 12;

    private final Gate gate;
    private final Booking booking;
    private final Books books;
    private final Answers answers;
    private final Supplier<HostPolicies> policies;

    VoidDesk(Gate gate, Booking booking, Books books, Answers answers, Supplier<HostPolicies> policies) {
        this.gate = gate;
        this.booking = booking;
        this.books = books;
        this.answers = answers;
        this.policies = policies;
    }

    /** A void: a sale of this terminal and batch, whole, not yet taken back. */
    void takeBackSale(Visit visit) {
        gate.financial(visit, terminal -> {
            JournalEntry sale = original(visit);
            String pan = sale == null ? visit.text(2) : sale.pan();
            Place wanted = new Place(terminal.identity().terminalId(), visit.batch(), visit.text(11));
            JournalEntry entry = JournalEntry.open(booking.free(wanted), JournalEntry.VOID, visit.amountFen(), pan)
                    .takingBack(sale == null ? "" : sale.key().toString());
            booking.open(visit, entry, opened -> {
                if (sale == null) {
                    booking.fail(visit, opened, NOT_FOUND, "no such sale");
                } else if (policies.get().checkOriginal() && !fault(visit, sale).isEmpty()) {
                    booking.fail(visit, opened, fault(visit, sale), "original is " + sale);
                } else {
                    forward(visit, terminal, opened, sale);
                }
            });
        });
    }

    private void forward(Visit visit, TerminalEntry terminal, JournalEntry entry, JournalEntry sale) {
        IsoMessage.Builder message = IsoMessage.of("0200")
                .set(2, sale.pan())
                .copy(visit.request(), 3, 4, 22, 25)
                .set(61, sale.leg().rrn());
        booking.authorise(visit, terminal, entry, message, (answer, outcome) -> answer);
    }

    private static String fault(Visit visit, JournalEntry sale) {
        boolean otherReference =
                visit.request().has(37) && !visit.text(37).equals(sale.leg().rrn());
        if (!sale.kind().equals(JournalEntry.SALE) || otherReference) {
            return NOT_FOUND;
        }
        return sale.in(State.APPROVED) && sale.amountFen() == visit.amountFen() ? "" : INVALID;
    }

    /** The transaction that F61 names, of this terminal and, for a void, of this batch. */
    private @Nullable JournalEntry original(Visit visit) {
        String f61 = visit.text(61);
        if (f61.length() < TRACE_END) {
            return null;
        }
        String batch = f61.substring(0, BATCH_DIGITS);
        return batch.equals(visit.batch())
                ? books.entry(new Place(visit.terminalId(), batch, f61.substring(BATCH_DIGITS, TRACE_END)).toString())
                : null;
    }

    /** A reversal: whatever has become of the original, in the end it is taken back; doing it again changes nothing. */
    void reverse(Visit visit) {
        String ordered = visit.orderedDecline();
        gate.macked(visit, terminal -> {
            JournalEntry entry = books.entry(reversed(visit).toString());
            if (!ordered.isEmpty()) {
                answers.decline(visit, ordered, "ordered by a script");
            } else if (entry == null || entry.neverCame()) {
                unknown(visit);
            } else if (policies.get().checkOriginal()
                    && visit.request().has(4)
                    && entry.amountFen() != visit.amountFen()) {
                answers.decline(visit, WRONG_AMOUNT, "original is of " + entry.amountFen() + " fen");
            } else if (entry.in(State.VOIDED)) {
                answers.decline(visit, INVALID, "original is voided");
            } else {
                booking.takeBack(entry, () -> done(visit, entry));
            }
        });
    }

    /** What it reverses may still be on its way: its number is used up, so that it is refused when it comes. */
    private void unknown(Visit visit) {
        if (policies.get().checkOriginal()) {
            String kind = isVoid(visit) ? JournalEntry.VOID : JournalEntry.SALE;
            JournalEntry missing = JournalEntry.open(reversed(visit), kind, visit.amountFen(), visit.text(2));
            books.put(missing.with(State.REVERSED), () -> answers.decline(visit, NOT_FOUND, "no such transaction"));
        } else {
            answers.send(visit, answers.to(visit).set(39, Answers.APPROVED).build());
        }
    }

    private void done(Visit visit, JournalEntry entry) {
        answers.send(
                visit,
                answers.to(visit)
                        .set(37, entry.leg().rrn())
                        .set(39, Answers.APPROVED)
                        .build());
    }

    /** Where the transaction with the reversal's own trace number is: in the batch that F61 names, else in F60's. */
    private Place reversed(Visit visit) {
        String f61 = visit.text(61);
        String batch = f61.length() < BATCH_DIGITS || isVoid(visit) ? visit.batch() : f61.substring(0, BATCH_DIGITS);
        return new Place(visit.terminalId(), batch, visit.text(11));
    }

    /** The reversal of a void repeats the void's F61, which names the sale. */
    private static boolean isVoid(Visit visit) {
        return visit.text(3).startsWith("20");
    }
}
