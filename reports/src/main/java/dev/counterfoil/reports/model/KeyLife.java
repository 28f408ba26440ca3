package dev.counterfoil.reports.model;

import java.util.List;

/**
 * The life of one key in one place. It carries a check value and never a value.
 *
 * @param key kind of key: {@code TMK}, {@code TPK}, {@code TAK}, {@code TDK}, ...
 * @param zh the trade's Chinese word for it, may be empty
 * @param place id of the actor that holds it
 * @param checkValue check value, upper-case hex
 * @param bornAt id of the actor that made it
 * @param bornNanos when it was made
 * @param loadedNanos when it was loaded where it lives
 * @param usesNanos each use
 * @param freezes spans in which it could not be used
 * @param ending how it ended, or that it did not
 * @param endNanos when it ended; ignored for {@link Ending#IN_USE}
 * @param why why it ended; may be empty
 */
public record KeyLife(
        String key,
        String zh,
        String place,
        String checkValue,
        String bornAt,
        long bornNanos,
        long loadedNanos,
        List<Long> usesNanos,
        List<Freeze> freezes,
        Ending ending,
        long endNanos,
        String why) {
    public KeyLife {
        usesNanos = List.copyOf(usesNanos);
        freezes = List.copyOf(freezes);
    }

    /**
     * A span in which a key could not be used.
     *
     * @param fromNanos when it froze
     * @param toNanos when it thawed
     * @param why the reason, such as a loose plug
     */
    public record Freeze(long fromNanos, long toNanos, String why) {}

    /** How a key's life ended. */
    public enum Ending {
        IN_USE("in use"),
        REPLACED("replaced"),
        LOST("lost"),
        ERASED("erased");

        private final String word;

        Ending(String word) {
            this.word = word;
        }

        /** The ending in English. */
        public String word() {
            return word;
        }
    }
}
