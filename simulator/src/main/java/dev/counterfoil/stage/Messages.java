package dev.counterfoil.stage;

import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.verb.ref.FieldCondition;
import dev.counterfoil.verb.ref.FieldConditions;
import dev.counterfoil.verb.ref.MessageRef;
import dev.counterfoil.verb.ref.TransactionRef;
import dev.counterfoil.verb.word.NamedMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the messages that steps speak of, and says whether a message holds what a step wants. */
final class Messages {
    private final Evidence evidence;
    private final Function<TransactionRef, Optional<Transaction>> transactions;

    Messages(Evidence evidence, Function<TransactionRef, Optional<Transaction>> transactions) {
        this.evidence = evidence;
        this.transactions = transactions;
    }

    /** All messages so far that a reference can mean, whichever of them it wants. */
    List<WireMessage> candidates(MessageRef ref) {
        return evidence.messages().onLines(message -> way(ref, message) && means(ref, message.iso()));
    }

    /** The message that a reference means. {@code next} counts those sent after the event {@code after}. */
    Optional<WireMessage> find(MessageRef ref, long after) {
        List<WireMessage> all = candidates(ref);
        return switch (ref.which().sort()) {
            case NEXT, EVERY -> all.stream().filter(m -> m.event() > after).findFirst();
            case NTH -> all.stream().skip(ref.which().number() - 1L).findFirst();
            case LAST, LATEST -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        };
    }

    /** Messages sent by a terminal. */
    List<WireMessage> from(String terminal) {
        return evidence.messages().onLines(message -> message.from().equals(terminal));
    }

    /** Whether a message is of the type, the way and the content that a reference names. */
    boolean means(MessageRef ref, @Nullable IsoMessage message) {
        if (message == null) {
            return false;
        }
        String type = ref.type();
        NamedMessage named = ref.named();
        FieldConditions fields = ref.fields();
        return (type == null || message.mti().equals(type))
                && (named == null || NamedMessages.means(named, message))
                && (fields == null || departure(fields, message) == null);
    }

    private static boolean way(MessageRef ref, WireMessage message) {
        if (ref.terminal() == null) {
            return true;
        }
        String name = ref.terminal().name();
        return switch (ref.direction()) {
            case FROM -> message.from().equals(name);
            case TO -> message.to().equals(name);
            case ANY -> message.from().equals(name) || message.to().equals(name);
        };
    }

    /** The first condition that does not hold, in words, or null when all hold. */
    @Nullable
    String departure(FieldConditions conditions, IsoMessage message) {
        for (FieldCondition condition : conditions.conditions()) {
            String found = message.part(condition.field());
            if (!holds(condition, found)) {
                return condition.field() + " " + (found == null ? "absent" : Mask.field(condition.field(), found));
            }
        }
        return null;
    }

    private boolean holds(FieldCondition condition, @Nullable String found) {
        if (condition instanceof FieldCondition.Present) {
            return found != null;
        } else if (condition instanceof FieldCondition.Absent) {
            return found == null;
        } else if (condition instanceof FieldCondition.Holds holds) {
            return found != null && (holds.quoted() ? found.trim() : found).equals(holds.value());
        }
        FieldCondition.SameAs same = (FieldCondition.SameAs) condition;
        return found != null && found.equals(valueOf(same));
    }

    /** What a field held in the request of a transaction. */
    @Nullable
    String valueOf(FieldCondition.SameAs same) {
        Transaction transaction = transactions.apply(same.transaction()).orElse(null);
        if (transaction == null) {
            return null;
        }
        return same.field().equals("F11") && transaction.stan() != null
                ? transaction.stan()
                : requestOf(transaction)
                        .map(WireMessage::iso)
                        .map(iso -> Objects.requireNonNull(iso).part(same.field()))
                        .orElse(null);
    }

    /** The first message that a terminal sent under the trace number of a transaction. */
    Optional<WireMessage> requestOf(Transaction transaction) {
        return from(transaction.terminal()).stream()
                .filter(m -> m.event() > transaction.beganEvent())
                .filter(m -> m.iso() != null && Objects.equals(m.iso().textOrNull(11), transaction.stan()))
                .findFirst();
    }
}
