package dev.counterfoil.evidence;

import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The transactions of all terminals, in order of their beginning. */
public final class TransactionLog {
    private final List<Transaction> transactions = new ArrayList<>();

    public List<Transaction> all() {
        return Collections.unmodifiableList(transactions);
    }

    void accept(Envelope envelope) {
        TraceEvent event = envelope.event();
        String terminal = envelope.actor();
        if (event instanceof TerminalEvents.Began began) {
            transactions.add(new Transaction(
                    terminal,
                    began.number(),
                    began.transaction(),
                    began.byItself(),
                    envelope.number(),
                    envelope.timeNanos()));
        } else if (event instanceof TerminalEvents.Numbered numbered) {
            find(terminal, numbered.number())
                    .ifPresent(t -> t.numbered(numbered.stan(), numbered.batch(), numbered.amountFen()));
        } else if (event instanceof TerminalEvents.CardRead read) {
            find(terminal, read.number()).ifPresent(t -> t.cardRead(read.entryMode()));
        } else if (event instanceof TerminalEvents.Ended ended) {
            find(terminal, ended.number())
                    .ifPresent(t -> t.ended(ended.verdict(), ended.code(), envelope.number(), envelope.timeNanos()));
        } else if (event instanceof TerminalEvents.Reversed reversed) {
            withStan(terminal, reversed.stan()).ifPresent(Transaction::reverse);
        }
    }

    /** The transaction that a terminal began last. */
    public Optional<Transaction> latestOf(String terminal) {
        return latest(t -> t.terminal().equals(terminal));
    }

    /** The latest transaction of a terminal with this trace number. */
    public Optional<Transaction> withStan(String terminal, String stan) {
        return latest(t -> t.terminal().equals(terminal) && stan.equals(t.stan()));
    }

    private Optional<Transaction> find(String terminal, int number) {
        return latest(t -> t.terminal().equals(terminal) && t.number() == number);
    }

    private Optional<Transaction> latest(Predicate<Transaction> meant) {
        for (int i = transactions.size() - 1; i >= 0; i--) {
            if (meant.test(transactions.get(i))) {
                return Optional.of(transactions.get(i));
            }
        }
        return Optional.empty();
    }
}
