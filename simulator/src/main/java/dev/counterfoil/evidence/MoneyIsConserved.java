package dev.counterfoil.evidence;

import dev.counterfoil.host.HostEvents;
import dev.counterfoil.network.IssuerEvents;
import dev.counterfoil.terminal.TerminalEvents;
import java.util.List;

/**
 * What the acquirer has to receive from the issuers is what the issuers have booked. While a reversal is open on a
 * terminal, the two may differ: that is what it is for.
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
                + " and every ledger sums to zero.";
    }

    @Override
    public List<Finding> look(Evidence evidence, OpenWires wires) {
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
