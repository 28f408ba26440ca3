package dev.counterfoil.host;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.host.JournalEntry.Leg;
import dev.counterfoil.host.JournalEntry.Place;
import dev.counterfoil.host.JournalEntry.State;
import dev.counterfoil.host.SwitchLeg.Outcome;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The course of every transaction: written down as open before the issuer hears of it, authorised, booked, written down
 * as approved, answered; and the way back. A power cut between any two steps leaves what a reversal can put right.
 */
final class Booking {
    /** What the issuer answers to the reversal of what it does not know. */
    private static final String NOT_FOUND = "25";

    private static final String WRONG_MAC = "A0";
    private static final String YUAN = "156";
    private static final String SALE_CODE = "000000";
    private static final String VOID_CODE = "200000";

    private final Effects effects;
    private final Books books;
    private final Answers answers;
    private final SwitchLeg network;
    private final Supplier<HostPolicies> policies;
    private final String acquirerId;
    private final Map<String, Work> busy = new LinkedHashMap<>();

    private static final class Work {
        private final byte[] frame;
        private boolean takenBack;

        Work(byte[] frame) {
            this.frame = frame;
        }
    }

    Booking(
            Effects effects,
            Books books,
            Answers answers,
            SwitchLeg network,
            Supplier<HostPolicies> policies,
            String acquirerId) {
        this.effects = effects;
        this.books = books;
        this.answers = answers;
        this.network = network;
        this.policies = policies;
        this.acquirerId = acquirerId;
    }

    /** Goes on with what a power cut has left half done. */
    void resume() {
        books.reversing().forEach(entry -> undoAtIssuer(entry, 1, () -> {}));
    }

    /** Whether this very request is being worked on. */
    boolean busyWith(Place key, byte[] frame) {
        Work work = busy.get(key.toString());
        return work != null && Arrays.equals(work.frame, frame);
    }

    /** A key that is free, for a host that does not mind a trace number used twice. */
    Place free(Place wanted) {
        Place key = wanted;
        for (int copy = 2; books.entry(key.toString()) != null; copy++) {
            key = new Place(wanted.terminalId(), wanted.batch(), wanted.stan() + "#" + copy);
        }
        return key;
    }

    /** Writes a transaction down before anything is done about it. */
    void open(Visit visit, JournalEntry entry, Consumer<JournalEntry> then) {
        JournalEntry opened = entry.with(network.next());
        String ordered = visit.orderedDecline();
        busy.put(entry.key().toString(), new Work(visit.frame()));
        books.put(opened, () -> {
            if (ordered.isEmpty()) {
                then.accept(opened);
            } else {
                fail(visit, opened, ordered, "ordered by a script");
            }
        });
    }

    /** Ends a transaction that the issuer has not heard of. */
    void fail(Visit visit, JournalEntry entry, String code, String why) {
        Work work = busy.remove(entry.key().toString());
        State state = work != null && work.takenBack ? State.REVERSED : State.DECLINED;
        books.put(entry.with(state, code), () -> answers.decline(visit, code, why));
    }

    /**
     * Asks the issuer, books what it approves and answers the terminal.
     *
     * @param message what the issuer must know beside the numbers and the terminal
     * @param approval adds to the approval what the desk wants in it
     */
    void authorise(
            Visit visit,
            TerminalEntry terminal,
            JournalEntry entry,
            IsoMessage.Builder message,
            BiFunction<IsoMessage.Builder, Outcome, IsoMessage.Builder> approval) {
        network.send(
                message.set(11, entry.leg().stan())
                        .set(37, entry.leg().rrn())
                        .set(32, acquirerId)
                        .copy(visit.request(), 41, 42, 49),
                terminal.name(),
                outcome -> decided(visit, terminal, entry, outcome, answer -> approval.apply(answer, outcome)));
    }

    private void decided(
            Visit visit,
            TerminalEntry terminal,
            JournalEntry entry,
            Outcome outcome,
            UnaryOperator<IsoMessage.Builder> approval) {
        Work work = busy.remove(entry.key().toString());
        boolean takenBack = work != null && work.takenBack;
        if (outcome.doubtful() || (takenBack && outcome.approved())) {
            JournalEntry reversing = entry.with(State.REVERSING, outcome.code());
            books.put(reversing, () -> {
                undoAtIssuer(reversing, 1, () -> {});
                if (takenBack) {
                    answers.keepSilent(visit);
                } else {
                    answers.decline(visit, outcome.code(), "no word from the issuer");
                }
            });
        } else if (outcome.approved()) {
            Leg leg = new Leg(entry.leg().stan(), entry.leg().rrn(), outcome.field(38));
            book(
                    terminal,
                    entry.with(leg).with(State.APPROVED, outcome.code()),
                    () -> answers.send(
                            visit, approval.apply(approval(visit, leg, outcome)).build()));
        } else {
            String code = outcome.code().equals(WRONG_MAC) ? Answers.SYSTEM_FAULT : outcome.code();
            State state = takenBack ? State.REVERSED : State.DECLINED;
            books.put(entry.with(state, code), () -> answers.decline(visit, code, "declined by the issuer"));
        }
    }

    private IsoMessage.Builder approval(Visit visit, Leg leg, Outcome outcome) {
        IsoMessage.Builder answer = answers.to(visit).set(37, leg.rrn()).set(39, outcome.code());
        if (!leg.authCode().isEmpty()) {
            answer.set(38, leg.authCode());
        }
        String issuer = outcome.field(44).trim();
        return answer.set(44, column(issuer, 11) + column(acquirerId, 11) + column("", 3));
    }

    private static String column(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void book(TerminalEntry terminal, JournalEntry approved, Runnable then) {
        if (approved.kind().equals(JournalEntry.BALANCE)) {
            books.put(approved, then);
            return;
        }
        books.ledger().post(approved.key().toString(), posting(terminal, approved), () -> {
            tellPosted(approved);
            books.put(approved, () -> mark(approved.original(), State.APPROVED, State.VOIDED, approved, then));
        });
    }

    private static Ledger.Entry posting(TerminalEntry terminal, JournalEntry entry) {
        String merchant = Ledger.merchant(terminal.identity().merchantId());
        String text = entry.kind() + " " + entry.key();
        return entry.kind().equals(JournalEntry.VOID)
                ? new Ledger.Entry(text, merchant, Ledger.ISSUERS, entry.amountFen())
                : new Ledger.Entry(text, Ledger.ISSUERS, merchant, entry.amountFen());
    }

    /** A void's sale stops standing with the void, and stands again when the void is taken back. */
    private void mark(String original, State from, State to, JournalEntry by, Runnable then) {
        JournalEntry sale = books.entry(original);
        if (sale == null || !sale.in(from)) {
            then.run();
            return;
        }
        books.put(sale.with(to), () -> {
            if (to == State.VOIDED) {
                tellUnposted(sale, by.kind() + " " + by.key().stan());
            } else {
                tellPosted(sale);
            }
            then.run();
        });
    }

    /** Takes a transaction back, here and at the issuer; {@code then} runs when the terminal may hear of it. */
    void takeBack(JournalEntry entry, Runnable then) {
        String key = entry.key().toString();
        Work work = busy.get(key);
        if (work != null) {
            work.takenBack = true;
            then.run();
        } else if (entry.in(State.REVERSING, State.REVERSED)) {
            undoHere(entry, then);
        } else if (entry.in(State.DECLINED) || entry.kind().equals(JournalEntry.BALANCE)) {
            books.put(entry.with(State.REVERSED), then);
        } else {
            JournalEntry reversing = entry.with(State.REVERSING);
            undoHere(
                    entry,
                    () -> books.put(
                            reversing,
                            () -> mark(
                                    entry.original(),
                                    State.VOIDED,
                                    State.APPROVED,
                                    entry,
                                    () -> undoAtIssuer(reversing, 1, then))));
        }
    }

    private void undoHere(JournalEntry entry, Runnable then) {
        String by = "reversal " + entry.key().stan();
        books.ledger().undo(entry.key().toString(), by, () -> tellUnposted(entry, by), then);
    }

    private void undoAtIssuer(JournalEntry entry, int attempt, Runnable then) {
        TerminalEntry terminal = books.terminal(entry.key().terminalId());
        network.send(undoing(entry, terminal), terminal == null ? "" : terminal.name(), outcome -> {
            if (outcome.approved() || outcome.code().equals(NOT_FOUND)) {
                books.put(entry.with(State.REVERSED), then);
                return;
            }
            if (attempt < policies.get().reversalTries()) {
                effects.alarm(
                        "undo " + entry.key(),
                        policies.get().reversalIntervalNanos(),
                        () -> undoAtIssuer(entry, attempt + 1, () -> {}));
            }
            then.run();
        });
    }

    private IsoMessage.Builder undoing(JournalEntry entry, @Nullable TerminalEntry terminal) {
        IsoMessage.Builder message = IsoMessage.of("0400")
                .set(2, entry.pan())
                .set(3, entry.kind().equals(JournalEntry.VOID) ? VOID_CODE : SALE_CODE)
                .set(4, Decimal.digits(entry.amountFen(), 12))
                .set(11, network.next().stan())
                .set(32, acquirerId)
                .set(37, entry.leg().rrn())
                .set(41, entry.key().terminalId())
                .set(49, YUAN)
                .set(61, entry.leg().stan());
        return terminal == null ? message : message.set(42, terminal.identity().merchantId());
    }

    private void tellPosted(JournalEntry entry) {
        Place key = entry.key();
        effects.emit(new HostEvents.Posted(name(key), key.batch(), key.stan(), entry.kind(), entry.amountFen()));
    }

    private void tellUnposted(JournalEntry entry, String by) {
        Place key = entry.key();
        effects.emit(new HostEvents.Unposted(name(key), key.batch(), key.stan(), entry.kind(), entry.amountFen(), by));
    }

    private String name(Place key) {
        TerminalEntry terminal = books.terminal(key.terminalId());
        return terminal == null ? key.terminalId() : terminal.name();
    }
}
