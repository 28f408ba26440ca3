package dev.counterfoil.stage;

import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.host.HostEvents;

/** What the host's ledger holds of a transaction. */
final class Books {
    private Books() {}

    static boolean same(HostEvents.Posted posted, Transaction transaction) {
        return posted.terminal().equals(transaction.terminal())
                && posted.stan().equals(transaction.stan())
                && posted.batch().equals(transaction.batch());
    }

    /** Times posted, less times taken back. */
    static int net(Evidence evidence, Transaction transaction) {
        long posted = evidence.of(HostEvents.Posted.class).stream()
                .filter(e -> same(e.event(), transaction))
                .count();
        long taken = evidence.of(HostEvents.Unposted.class).stream()
                .map(e -> e.event())
                .filter(e -> e.terminal().equals(transaction.terminal())
                        && e.stan().equals(transaction.stan())
                        && e.batch().equals(transaction.batch()))
                .count();
        return (int) (posted - taken);
    }
}
