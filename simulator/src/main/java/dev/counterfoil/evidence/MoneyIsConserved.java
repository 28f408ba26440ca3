package dev.counterfoil.evidence;

import dev.counterfoil.host.HostEvents;
import dev.counterfoil.network.IssuerEvents;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.trace.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the acquirer has to receive from the issuers is what the issuers have booked. While a reversal is open on a
 * terminal, the two may differ: that is what it is for. Each account of the ledger and each cardholder's holds what its
 * entries come to; so the ledger sums to zero, as every entry does.
 */
final class MoneyIsConserved implements Invariant {
    private static final String RECEIVABLE = "issuer receivable";

    @Override
    public String name() {
        return "money is conserved";
    }

    @Override
    public String sentence() {
        return "The acquirer's claim on the issuers equals what the issuers have booked,"
                + " and every account holds what its entries come to.";
    }

    @Override
    public List<Finding> look(Evidence evidence, OpenWires wires) {
        List<Finding> findings = new ArrayList<>(ledger(evidence));
        findings.addAll(cardholders(evidence));
        findings.addAll(claims(evidence));
        return findings;
    }

    private List<Finding> ledger(Evidence evidence) {
        Map<String, Long> sums = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Seen<HostEvents.LedgerEntry> seen : evidence.of(HostEvents.LedgerEntry.class)) {
            HostEvents.LedgerEntry entry = seen.event();
            long debit = sums.merge(entry.debit(), -entry.amountFen(), Long::sum);
            long credit = sums.merge(entry.credit(), entry.amountFen(), Long::sum);
            if (entry.debitHoldsFen() != debit) {
                findings.add(off(entry.debit(), entry.debitHoldsFen(), debit, seen));
            } else if (entry.creditHoldsFen() != credit) {
                findings.add(off(entry.credit(), entry.creditHoldsFen(), credit, seen));
            }
        }
        return findings;
    }

    /** A balance that is told after bookings is the one before, less what they came to. */
    private List<Finding> cardholders(Evidence evidence) {
        Map<String, Long> balances = new HashMap<>();
        Map<String, Long> spent = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Envelope envelope : evidence.all()) {
            if (envelope.event() instanceof IssuerEvents.Posted e) {
                spent.merge(e.account(), signed(e.transactionKind(), e.amountFen()), Long::sum);
            } else if (envelope.event() instanceof IssuerEvents.Unposted e) {
                spent.merge(e.account(), -signed(e.transactionKind(), e.amountFen()), Long::sum);
            } else if (envelope.event() instanceof IssuerEvents.Balance e) {
                Long fen = spent.remove(e.account());
                Long before = balances.put(e.account(), e.amountFen());
                if (fen != null && before != null && before - fen != e.amountFen()) {
                    findings.add(off(e.account(), e.amountFen(), before - fen, new Seen<>(envelope, e)));
                }
            }
        }
        return findings;
    }

    private Finding off(String account, long holds, long comesTo, Seen<?> seen) {
        String sentence = account + " holds " + holds + " fen, its entries come to " + comesTo + " fen";
        return new Finding(name(), sentence, "", "", seen.number());
    }

    private List<Finding> claims(Evidence evidence) {
        long claim = evidence.of(HostEvents.LedgerEntry.class).stream()
                .map(Seen::event)
                .mapToLong(e -> e.debit().equals(RECEIVABLE)
                        ? e.amountFen()
                        : e.credit().equals(RECEIVABLE) ? -e.amountFen() : 0)
                .sum();
        long booked = evidence.of(IssuerEvents.Posted.class).stream()
                        .mapToLong(e ->
                                signed(e.event().transactionKind(), e.event().amountFen()))
                        .sum()
                - evidence.of(IssuerEvents.Unposted.class).stream()
                        .mapToLong(e ->
                                signed(e.event().transactionKind(), e.event().amountFen()))
                        .sum();
        if (claim == booked || reversalOpen(evidence)) {
            return List.of();
        }
        String sentence = "the acquirer claims " + claim + " fen, the issuers have booked " + booked + " fen";
        return List.of(new Finding(name(), sentence, "", "", 0));
    }

    /** A void books nothing of its own: it takes its sale back. */
    private static long signed(String kind, long fen) {
        return kind.equals("void") ? 0 : fen;
    }

    private static boolean reversalOpen(Evidence evidence) {
        return evidence.of(TerminalEvents.ReversalOpen.class).stream()
                .anyMatch(open -> evidence.of(TerminalEvents.ReversalClosed.class, open.actor()).stream()
                        .noneMatch(closed -> closed.number() > open.number()));
    }
}
