package dev.counterfoil.evidence;

import dev.counterfoil.host.HostEvents;
import dev.counterfoil.terminal.TerminalEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sale that its terminal holds as approved stands in the host's ledger exactly once; any other, however it ended,
 * does
 * not stand there. A sale whose reversal is still open is not judged: that is what the reversal is for.
 */
final class OnePostingASale implements Invariant {
    @Override
    public String name() {
        return "one posting a sale";
    }

    @Override
    public String sentence() {
        return "Every approved sale stands in the host's ledger once, until its own terminal voids or reverses it,"
                + " and no other sale stands there.";
    }

    @Override
    public List<Finding> look(Evidence evidence, OpenWires wires) {
        List<Finding> findings = new ArrayList<>();
        for (Transaction sale : evidence.transactions().all()) {
            if (sale.kind().equals("sale") && sale.stan() != null) {
                look(evidence, sale).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> look(Evidence evidence, Transaction sale) {
        boolean held = holds(evidence, sale);
        long posted = posted(evidence, sale);
        List<HostEvents.Unposted> taken = taken(evidence, sale);
        long net = posted - taken.size();
        if (held && posted > 0 && net == 0) {
            return takenByStranger(evidence, sale, taken.get(taken.size() - 1));
        } else if (net == (held ? 1 : 0) || (!held && net == 1 && open(evidence, sale))) {
            return Optional.empty();
        }
        String what = (held ? "is approved" : "is not approved") + " and stands " + net + " times";
        return Optional.of(finding(sale, what, sale.terminal(), String.valueOf(sale.stan())));
    }

    /** Whether the terminal holds it as approved: it said so, or it kept the voucher when its power failed. */
    private static boolean holds(Evidence evidence, Transaction sale) {
        if (sale.verdict() != null) {
            return "approved".equals(sale.verdict());
        }
        return evidence.last(
                        TerminalEvents.JournalEntry.class,
                        e -> of(sale, e, e.event().stan()))
                .isPresent();
    }

    /** Whether its reversal record stands, or the sale itself is still going on. */
    private static boolean open(Evidence evidence, Transaction sale) {
        long opened = evidence.last(
                        TerminalEvents.ReversalOpen.class,
                        e -> of(sale, e, e.event().stan()))
                .map(Seen::number)
                .orElse(0L);
        long closed = evidence.last(
                        TerminalEvents.ReversalClosed.class,
                        e -> of(sale, e, e.event().stan()))
                .map(Seen::number)
                .orElse(0L);
        return opened > closed;
    }

    /** Whether an event of the terminal's is about this sale, and not about one of the same number before it. */
    private static boolean of(Transaction sale, Seen<?> seen, String stan) {
        return seen.actor().equals(sale.terminal()) && stan.equals(sale.stan()) && seen.number() > sale.beganEvent();
    }

    /** The sale was taken back: by a void of its own terminal it may be. */
    private Optional<Finding> takenByStranger(Evidence evidence, Transaction sale, HostEvents.Unposted taken) {
        String stan = taken.by().substring(taken.by().lastIndexOf(' ') + 1);
        List<Transaction> voids = evidence.transactions().all().stream()
                .filter(t -> t.kind().equals("void") && stan.equals(t.stan()))
                .toList();
        boolean own =
                voids.stream().anyMatch(t -> t.terminal().equals(sale.terminal()) && !"declined".equals(t.verdict()));
        if (own) {
            return Optional.empty();
        }
        String stranger = voids.isEmpty() ? "" : voids.get(voids.size() - 1).terminal();
        Finding theft = finding(
                sale,
                "of " + sale.amountFen() + " fen was taken back by " + taken.by() + " of " + stranger
                        + ", and the merchant has lost it",
                stranger,
                stan);
        return Optional.of(theft.costing(sale.terminal(), taken.amountFen()));
    }

    private Finding finding(Transaction sale, String what, String terminal, String stan) {
        return new Finding(
                name(),
                "the sale " + sale.stan() + " of " + sale.terminal() + " " + what,
                terminal,
                stan,
                sale.endedEvent());
    }

    private static long posted(Evidence evidence, Transaction sale) {
        return evidence.of(HostEvents.Posted.class).stream()
                .map(Seen::event)
                .filter(e -> e.terminal().equals(sale.terminal())
                        && sameNumber(e.stan(), sale)
                        && e.batch().equals(sale.batch()))
                .count();
    }

    private static List<HostEvents.Unposted> taken(Evidence evidence, Transaction sale) {
        return evidence.of(HostEvents.Unposted.class).stream()
                .map(Seen::event)
                .filter(e -> e.terminal().equals(sale.terminal())
                        && sameNumber(e.stan(), sale)
                        && e.batch().equals(sale.batch()))
                .toList();
    }

    /** A host that takes a number twice files the second under {@code 000001#2}. */
    private static boolean sameNumber(String stan, Transaction sale) {
        return stan.equals(sale.stan()) || stan.startsWith(sale.stan() + "#");
    }
}
