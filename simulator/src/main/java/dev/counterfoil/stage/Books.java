package dev.counterfoil.stage;

import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.host.HostEvents;
import java.util.Set;

/** What the host's ledger and the terminals hold of transactions. */
final class Books {
    private Books() {}

    static boolean same(HostEvents.Posted posted, Transaction transaction) {
        return posted.terminal().equals(transaction.terminal())
                && sameNumber(posted.stan(), transaction)
                && posted.batch().equals(transaction.batch());
    }

    /** A host that takes a number twice files the second under {@code 000001#2}. */
    private static boolean sameNumber(String stan, Transaction transaction) {
        return stan.equals(transaction.stan()) || stan.startsWith(transaction.stan() + "#");
    }

    /** Times posted, less times taken back. */
    static int net(Evidence evidence, Transaction transaction) {
        long posted = evidence.of(HostEvents.Posted.class).stream()
                .filter(e -> same(e.event(), transaction))
                .count();
        long taken = evidence.of(HostEvents.Unposted.class).stream()
                .map(e -> e.event())
                .filter(e -> e.terminal().equals(transaction.terminal())
                        && sameNumber(e.stan(), transaction)
                        && e.batch().equals(transaction.batch()))
                .count();
        return (int) (posted - taken);
    }

    /** Fen that these terminals hold as sold: approved sales, less approved voids. */
    static long sold(Evidence evidence, Set<String> terminals) {
        return evidence.transactions().all().stream()
                .filter(t -> terminals.contains(t.terminal()) && "approved".equals(t.verdict()))
                .mapToLong(t -> switch (t.kind()) {
                    case "sale" -> t.amountFen();
                    case "void" -> -t.amountFen();
                    default -> 0;
                })
                .sum();
    }
}
