package dev.counterfoil.people;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a person does when a device shows a text.
 *
 * @param at the device that must show it
 * @param acts asked anew each time
 */
public record Reaction(Device at, Supplier<List<Act>> acts) {
    static Reaction always(Device at, List<Act> acts) {
        return new Reaction(at, () -> acts);
    }
}
