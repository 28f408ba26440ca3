package dev.counterfoil.evidence;

import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.trace.TraceEvent;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A listener that keeps one world's stream. It is sorted by kind of event, and into messages, when somebody asks and as
 * far as it has come.
 */
public final class Evidence implements Consumer<Envelope> {
    private final List<Envelope> all = new ArrayList<>();
    private final Map<Class<?>, Kept> byType = new HashMap<>();
    private final MessageLog messages;
    private final TransactionLog transactions = new TransactionLog();
    private int messagesRead;

    public Evidence(Dialect lineDialect, Dialect switchDialect) {
        messages = new MessageLog(lineDialect, switchDialect);
    }

    @Override
    public void accept(Envelope envelope) {
        all.add(envelope);
        transactions.accept(envelope);
    }

    public List<Envelope> all() {
        return Collections.unmodifiableList(all);
    }

    /** The messages so far; ask again for those to come. */
    public MessageLog messages() {
        while (messagesRead < all.size()) {
            messages.accept(all.get(messagesRead++));
        }
        return messages;
    }

    public TransactionLog transactions() {
        return transactions;
    }

    /** All events of one kind, in order. */
    public <E extends TraceEvent> List<Seen<E>> of(Class<E> type) {
        List<Envelope> envelopes =
                byType.computeIfAbsent(type, wanted -> new Kept()).upToNow(all, type);
        return new AbstractList<>() {
            @Override
            public Seen<E> get(int index) {
                Envelope envelope = envelopes.get(index);
                return new Seen<>(envelope, type.cast(envelope.event()));
            }

            @Override
            public int size() {
                return envelopes.size();
            }
        };
    }

    /** All events of one kind that happened to an actor, in order. */
    public <E extends TraceEvent> List<Seen<E>> of(Class<E> type, String actor) {
        return of(type).stream().filter(seen -> seen.actor().equals(actor)).toList();
    }

    /** The latest event of one kind that is meant. */
    public <E extends TraceEvent> Optional<Seen<E>> last(Class<E> type, Predicate<Seen<E>> meant) {
        List<Seen<E>> seen = of(type);
        for (int i = seen.size() - 1; i >= 0; i--) {
            Seen<E> each = seen.get(i);
            if (meant.test(each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The events of one kind, as far as the stream has been read for them. */
    private static final class Kept {
        private final List<Envelope> envelopes = new ArrayList<>();
        private int read;

        List<Envelope> upToNow(List<Envelope> all, Class<?> type) {
            while (read < all.size()) {
                Envelope next = all.get(read++);
                if (next.event().getClass() == type) {
                    envelopes.add(next);
                }
            }
            return envelopes;
        }
    }
}
