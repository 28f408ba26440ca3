package dev.counterfoil.crypto;

import java.nio.ByteBuffer;

/**
 * What leads from a place in scanned bytes to the patterns that may start there: two bit fields that every place is
 * held against, and behind them the windows of 8 and of 4 bytes.
 */
final class SecretIndex {
    /** Patterns of at least this many bytes, or packed digits of twice as many, have an 8-byte window. */
    private static final int WIDE = 8;

    /** The windows of 8 bytes. */
    final SecretWindows wide;

    /** The windows of 4 bytes, of short patterns. */
    final SecretWindows narrow;

    /** The tails of all windows. */
    final TailFilter any;

    /** The tails of packed digits only: all that can start in the middle of a byte. */
    final TailFilter packed;

    /** An empty index; its keys are the next 48 bytes. */
    SecretIndex(ByteBuffer keys) {
        wide = new SecretWindows(keys.getLong(), keys.getLong());
        narrow = new SecretWindows(keys.getLong(), keys.getLong());
        any = new TailFilter(keys.getInt(), keys.getInt());
        packed = new TailFilter(keys.getInt(), keys.getInt());
    }

    /**
     * Where a pattern stands in the index.
     *
     * @param length the pattern's length in bytes: 4 to 64, or 0 for a value that is not sought
     * @param raw {@link SecretWindows#hash} of its first 8 or 4 bytes
     * @param rawTail {@link TailFilter#index} of the last 4 of these
     * @param packed {@link SecretWindows#hash} of its first 16 or 8 digits packed, 0 when it has no packed form
     * @param packedTail the index of the last 8 of these in the filter of all tails
     * @param oddTail the same in the filter of packed tails
     */
    record Place(int length, int raw, int rawTail, int packed, int packedTail, int oddTail) {}

    /** The place of a pattern, which is not added yet. */
    Place place(byte[] pattern) {
        if (pattern.length == 0) {
            return new Place(0, 0, 0, 0, 0, 0);
        }
        long raw = SecretPattern.rawWindow(pattern);
        int rawHash = windows(pattern.length).hash(raw);
        int rawTail = any.index((int) raw);
        if (!SecretPattern.packable(pattern)) {
            return new Place(pattern.length, rawHash, rawTail, 0, 0, 0);
        }
        long digits = SecretPattern.packedWindow(pattern);
        int packedHash = windows(pattern.length / 2).hash(digits);
        int tail = (int) digits;
        return new Place(pattern.length, rawHash, rawTail, packedHash, any.index(tail), packed.index(tail));
    }

    void add(Place place) {
        if (place.length > 0) {
            windows(place.length).add(place.raw, place.length, false);
            any.add(place.rawTail);
        }
        if (place.packed != 0) {
            windows(place.length / 2).add(place.packed, place.length, true);
            any.add(place.packedTail);
            packed.add(place.oddTail);
        }
    }

    /** Whether so many patterns call for larger bit fields. */
    boolean crowdedBy(int patterns) {
        return any.crowdedBy(patterns);
    }

    /** Forgets everything, with room for that many patterns. */
    void clear(int patterns) {
        wide.clear();
        narrow.clear();
        any.clear(2 * patterns);
        packed.clear(patterns);
    }

    private SecretWindows windows(int bytes) {
        return bytes >= WIDE ? wide : narrow;
    }
}
