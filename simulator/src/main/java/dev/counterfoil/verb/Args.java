package dev.counterfoil.verb;

import dev.counterfoil.verb.ref.CardRef;
import dev.counterfoil.verb.ref.FieldConditions;
import dev.counterfoil.verb.ref.KeyRef;
import dev.counterfoil.verb.ref.MessageRef;
import dev.counterfoil.verb.ref.Money;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.PersonRef;
import dev.counterfoil.verb.ref.Span;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.TransactionRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a verb.
 *
 * @param values one for each parameter of the wording, in its order
 * @param table the data table below the step, or none
 */
public record Args(List<Object> values, @Nullable Table table) {
    public Args {
        values = List.copyOf(values);
    }

    /**
     * The argument at a position, counted from 0.
     *
     * @throws ClassCastException if it is of another type: the row and its meaning disagree
     */
    public <T> T at(int index, Class<T> type) {
        return type.cast(values.get(index));
    }

    /** A text, or any kind that is carried as it is written: digits, hex, a code, a setting. */
    public String text(int index) {
        return at(index, String.class);
    }

    /** A count. */
    public int number(int index) {
        return at(index, Integer.class);
    }

    public Money money(int index) {
        return at(index, Money.class);
    }

    public Span span(int index) {
        return at(index, Span.class);
    }

    public TerminalRef terminal(int index) {
        return at(index, TerminalRef.class);
    }

    public PadRef pad(int index) {
        return at(index, PadRef.class);
    }

    public PersonRef person(int index) {
        return at(index, PersonRef.class);
    }

    public CardRef card(int index) {
        return at(index, CardRef.class);
    }

    public TransactionRef transaction(int index) {
        return at(index, TransactionRef.class);
    }

    public MessageRef message(int index) {
        return at(index, MessageRef.class);
    }

    public FieldConditions fields(int index) {
        return at(index, FieldConditions.class);
    }

    public KeyRef key(int index) {
        return at(index, KeyRef.class);
    }

    /**
     * The data table.
     *
     * @throws IllegalStateException if there is none: the row takes no table
     */
    public Table rows() {
        if (table == null) {
            throw new IllegalStateException("the step has no data table");
        }
        return table;
    }
}
