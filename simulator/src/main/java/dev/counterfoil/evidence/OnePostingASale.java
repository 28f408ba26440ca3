package dev.counterfoil.evidence;

import dev.counterfoil.host.HostEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sale that its terminal holds as approved stands in the host's ledger exactly once; one that was declined, cancelled
 * or reversed does not stand there. A sale whose reversal is still open is not judged.
 */
final class OnePostingASale implements Invariant {
    @Override
    public String name() {
        return "one posting a sale";
    }

    @Override
    public String sentence() {
        return "Every approved sale stands in the host's ledger once, until its own terminal voids or reverses it.";
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
        String verdict = String.valueOf(sale.verdict());
        long posted = posted(evidence, sale);
        List<HostEvents.Unposted> taken = taken(evidence, sale);
        long net = posted - taken.size();
        if (verdict.equals("approved") && posted > 0 && net == 0) {
            return takenByStranger(evidence, sale, taken.get(taken.size() - 1));
        }
        boolean wrong = net > 1
                || net < 0
                || net != 0 && (verdict.equals("cancelled") || verdict.equals("reversed"))
                || net == 0 && verdict.equals("approved");
        return wrong
                ? Optional.of(finding(sale, "stands " + net + " times", sale.terminal(), String.valueOf(sale.stan())))
                : Optional.empty();
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
                        && e.stan().equals(sale.stan())
                        && e.batch().equals(sale.batch()))
                .count();
    }

    private static List<HostEvents.Unposted> taken(Evidence evidence, Transaction sale) {
        return evidence.of(HostEvents.Unposted.class).stream()
                .map(Seen::event)
                .filter(e -> e.terminal().equals(sale.terminal())
                        && e.stan().equals(sale.stan())
                        && e.batch().equals(sale.batch()))
                .toList();
    }
}
