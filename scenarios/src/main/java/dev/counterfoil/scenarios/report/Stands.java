package dev.counterfoil.scenarios.report;

import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.network.IssuerEvents;
import dev.counterfoil.reports.model.FailureDetail.Stand;
import dev.counterfoil.scenarios.face.Money;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Where everybody stood: on the transaction in question, then with all books and stores at the end. */
final class Stands {
    private final Evidence evidence;
    private final List<Stand> stands = new ArrayList<>();

    private Stands(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Everybody's stand, that on the transaction in question first.
     *
     * @param message the message that the failed check looked at, if any
     * @param event the event at which the scenario failed
     */
    static List<Stand> of(Evidence evidence, @Nullable WireMessage message, long event) {
        Stands stands = new Stands(evidence);
        stands.stands.addAll(TransactionStands.of(evidence, message, event));
        stands.issuer();
        stands.ledger();
        stands.terminals();
        return stands.stands;
    }

    private void issuer() {
        long ledger = ledgerFen();
        long booked = sum(IssuerEvents.Posted.class, e -> e.transactionKind().equals("void") ? 0 : e.amountFen())
                - sum(IssuerEvents.Unposted.class, e -> e.transactionKind().equals("void") ? 0 : e.amountFen());
        Map<String, Long> balances = new LinkedHashMap<>();
        evidence.of(IssuerEvents.Balance.class)
                .forEach(e -> balances.put(e.event().account(), e.event().amountFen()));
        balances.forEach(
                (account, fen) -> stands.add(new Stand(account + " at the issuer", Money.yuan(fen), true, "")));
        if (!balances.isEmpty()) {
            agree("issuer, in all", booked, ledger, "as the host's ledger has it");
        }
    }

    private void ledger() {
        if (evidence.of(HostEvents.Posted.class).isEmpty()) {
            return;
        }
        long approved = evidence.transactions().all().stream()
                .filter(t -> "approved".equals(t.verdict()))
                .mapToLong(
                        t -> t.kind().equals("sale") ? t.amountFen() : t.kind().equals("void") ? -t.amountFen() : 0)
                .sum();
        agree("ledger of the host", ledgerFen(), approved, "as the terminals have it");
    }

    private void agree(String who, long fen, long other, String whose) {
        stands.add(new Stand(who, Money.yuan(fen) + " booked", fen == other, Money.yuan(other) + " " + whose));
    }

    private long ledgerFen() {
        return sum(HostEvents.Posted.class, e -> e.transactionKind().equals("void") ? 0 : e.amountFen())
                - sum(HostEvents.Unposted.class, e -> e.transactionKind().equals("void") ? 0 : e.amountFen());
    }

    private <E extends TraceEvent> long sum(Class<E> type, ToLongFunction<E> fen) {
        return evidence.of(type).stream().map(Seen::event).mapToLong(fen).sum();
    }

    private void terminals() {
        Set<String> names = new LinkedHashSet<>();
        evidence.of(TerminalEvents.StateChanged.class).forEach(e -> names.add(e.actor()));
        names.forEach(this::terminal);
    }

    private void terminal(String name) {
        List<String> words = new ArrayList<>();
        last(TerminalEvents.StateChanged.class, name)
                .ifPresent(e -> words.add(e.event().to()));
        last(TerminalEvents.Counters.class, name)
                .ifPresent(e -> words.add("batch " + e.event().batch() + ", next trace "
                        + e.event().nextStan()));
        boolean open = last(TerminalEvents.ReversalOpen.class, name)
                .filter(e -> last(TerminalEvents.ReversalClosed.class, name)
                        .filter(closed -> closed.number() > e.number())
                        .isEmpty())
                .map(e -> words.add("reversal " + e.event().stan() + " open, reason "
                        + e.event().reason()))
                .orElse(false);
        evidence.transactions().all().stream()
                .filter(t -> t.terminal().equals(name))
                .reduce((one, other) -> other)
                .ifPresent(t -> words.add(latest(t)));
        stands.add(new Stand("store of " + name, String.join(", ", words), !open, "no open reversal"));
    }

    private static String latest(Transaction transaction) {
        String verdict = transaction.verdict();
        return "latest " + transaction.kind() + " " + (verdict == null ? "not ended" : verdict);
    }

    private <E extends TraceEvent> java.util.Optional<Seen<E>> last(Class<E> type, String actor) {
        return evidence.last(type, e -> e.actor().equals(actor));
    }
}
