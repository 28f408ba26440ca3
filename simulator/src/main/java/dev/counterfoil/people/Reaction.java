package dev.counterfoil.people;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a person does when a device shows a text.
 *
 * @param at the device that must show it
 * @param acts asked anew each time
 */
public record Reaction(Device at, Supplier<List<Act>> acts) {
    /** The first time only; after that the person does not answer any more. */
    static Reaction once(Device at, List<Act> acts) {
        Iterator<List<Act>> left = List.of(acts).iterator();
        return new Reaction(at, () -> left.hasNext() ? left.next() : List.of());
    }

    static Reaction always(Device at, List<Act> acts) {
        return new Reaction(at, () -> acts);
    }
}
