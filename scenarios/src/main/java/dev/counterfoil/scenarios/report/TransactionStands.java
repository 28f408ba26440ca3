package dev.counterfoil.scenarios.report;

import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.network.IssuerEvents;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.reports.model.FailureDetail.Stand;
import dev.counterfoil.scenarios.face.Money;
import dev.counterfoil.terminal.TerminalEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What terminal, host and issuer each make of one transaction, held against the terminal's view. */
final class TransactionStands {
    private static final int STAN = 11;
    private static final int REFERENCE = 37;

    private final Evidence evidence;
    private final Transaction transaction;
    private final String stan;
    private final String reference;
    private final List<Stand> stands = new ArrayList<>();

    private TransactionStands(Evidence evidence, Transaction transaction) {
        this.evidence = evidence;
        this.transaction = transaction;
        this.stan = Objects.requireNonNullElse(transaction.stan(), "");
        this.reference = reference();
    }

    /**
     * The views of the transaction in question; none when there was no transaction.
     *
     * @param message the message that the failed check looked at, if any
     * @param event the event at which the scenario failed
     */
    static List<Stand> of(Evidence evidence, @Nullable WireMessage message, long event) {
        return inQuestion(evidence, message, event)
                .map(transaction -> new TransactionStands(evidence, transaction).told())
                .orElse(List.of());
    }

    /** That of the message's trace number, else the latest one that had begun. */
    private static Optional<Transaction> inQuestion(Evidence evidence, @Nullable WireMessage message, long event) {
        List<Transaction> begun = evidence.transactions().all().stream()
                .filter(t -> t.beganEvent() <= event)
                .toList();
        IsoMessage iso = message == null ? null : message.iso();
        String number = iso == null ? null : iso.textOrNull(STAN);
        String wire = message == null ? "" : message.wire();
        return begun.stream()
                .filter(t -> number != null && number.equals(t.stan()) && wire.equals("line of " + t.terminal()))
                .reduce((one, other) -> other)
                .or(() -> begun.stream().reduce((one, other) -> other));
    }

    private List<Stand> told() {
        long own = own();
        String verdict = transaction.verdict();
        String state = verdict == null ? "not ended" : (verdict + " " + transaction.code()).strip();
        stands.add(stand(transaction.terminal() + ", " + transaction.kind(), own, state, stan, kept(), own));
        if (transaction.amountFen() > 0 && !stan.isEmpty()) {
            host(own);
            if (transaction.kind().equals("sale")) {
                issuer(own);
            }
        }
        return stands;
    }

    private Stand stand(String who, long fen, String state, String trace, String itsReference, long own) {
        String expected = Money.yuan(own) + ", as " + transaction.terminal() + " has it";
        return new Stand(who, Money.yuan(fen), state, trace, itsReference, fen == own, expected);
    }

    /** What the terminal takes as moved, in fen. */
    private long own() {
        boolean approved = "approved".equals(transaction.verdict());
        return !approved ? 0 : transaction.kind().equals("void") ? -transaction.amountFen() : transaction.amountFen();
    }

    /** The reference in the terminal's journal. */
    private String kept() {
        return evidence.of(TerminalEvents.JournalEntry.class, transaction.terminal()).stream()
                .filter(seen -> seen.event().stan().equals(stan))
                .map(seen -> seen.event().reference())
                .reduce("", (one, other) -> other);
    }

    /** The reference that the host gave. */
    private String reference() {
        return evidence.messages().onLineOf(transaction.terminal()).stream()
                .filter(m -> !m.from().equals(transaction.terminal()))
                .map(WireMessage::iso)
                .filter(iso -> iso != null && stan.equals(iso.textOrNull(STAN)))
                .map(iso -> Objects.requireNonNullElse(iso == null ? null : iso.textOrNull(REFERENCE), ""))
                .filter(text -> !text.isEmpty())
                .reduce("", (one, other) -> other);
    }

    private void host(long own) {
        long fen = 0;
        List<String> states = new ArrayList<>();
        for (Seen<HostEvents.Posted> seen : evidence.of(HostEvents.Posted.class)) {
            HostEvents.Posted posted = seen.event();
            if (mine(posted.terminal(), posted.stan())
                    && !posted.transactionKind().equals("void")) {
                fen += posted.amountFen();
                states.add("posted");
            }
        }
        for (Seen<HostEvents.Unposted> seen : evidence.of(HostEvents.Unposted.class)) {
            HostEvents.Unposted back = seen.event();
            boolean byMe =
                    back.terminal().equals(transaction.terminal()) && back.by().equals("void " + stan);
            if (byMe || mine(back.terminal(), back.stan())) {
                fen -= back.amountFen();
                states.add(byMe ? "took back " + back.stan() : "taken back by " + back.by());
            }
        }
        stands.add(stand("host", fen, states(states, "not posted"), stan, reference, own));
    }

    private boolean mine(String terminal, String number) {
        return terminal.equals(transaction.terminal()) && number.equals(stan);
    }

    private void issuer(long own) {
        long fen = 0;
        List<String> states = new ArrayList<>();
        String itsTrace = "";
        String itsReference = "";
        for (Seen<IssuerEvents.Posted> seen : evidence.of(IssuerEvents.Posted.class)) {
            if (concerns(seen, seen.event().rrn(), seen.event().amountFen())) {
                fen += seen.event().amountFen();
                itsTrace = seen.event().stan();
                itsReference = seen.event().rrn();
                states.add("booked on " + seen.event().account());
            }
        }
        for (Seen<IssuerEvents.Unposted> seen : evidence.of(IssuerEvents.Unposted.class)) {
            if (!itsReference.isEmpty() && seen.event().rrn().equals(itsReference)) {
                fen -= seen.event().amountFen();
                states.add("taken back by " + seen.event().stan());
            }
        }
        stands.add(stand("issuer", fen, states(states, "not booked"), itsTrace, itsReference, own));
    }

    /** By the reference where the host gave one, else by amount and time. */
    private boolean concerns(Seen<IssuerEvents.Posted> seen, String itsReference, long fen) {
        return reference.isEmpty()
                ? seen.number() > transaction.beganEvent() && fen == transaction.amountFen()
                : itsReference.equals(reference);
    }

    private static String states(List<String> states, String none) {
        return states.isEmpty() ? none : String.join(", ", states);
    }
}
