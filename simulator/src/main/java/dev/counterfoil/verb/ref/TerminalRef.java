package dev.counterfoil.verb.ref;

import org.jspecify.annotations.Nullable;

/**
 * A terminal of the estate.
 *
 * @param name its name, {@code T} and 1 to 6 digits
 */
public record TerminalRef(String name) implements Device, Subject {
    /** Reads {@code T1}, {@code terminal T1} or {@code 终端T1}. */
    public static TerminalRef parse(String text) {
        return new TerminalRef(text.substring(text.lastIndexOf('T')));
    }

    /** The terminal named in a regular expression's group; none if the group took no part. */
    static @Nullable TerminalRef of(@Nullable String group) {
        return group == null ? null : parse(group);
    }

    @Override
    public String english() {
        return name;
    }

    @Override
    public String chinese() {
        return name;
    }
}
