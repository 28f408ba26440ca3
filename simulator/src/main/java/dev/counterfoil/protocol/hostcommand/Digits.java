package dev.counterfoil.protocol.hostcommand;

import java.util.function.Function;

/** The letters and digits that stand on the wire for the values of an enumeration. */
final class Digits {
    private Digits() {}

    /**
     * The value with this digit.
     *
     * @throws IllegalArgumentException when none has it
     */
    static <E extends Enum<E>> E find(E[] values, Function<E, String> digitOf, String digit) {
        for (E value : values) {
            if (digitOf.apply(value).equals(digit)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no " + values[0].getDeclaringClass().getSimpleName() + " " + digit);
    }
}
