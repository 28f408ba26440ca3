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
    final Windows wide;

    /** The windows of 4 bytes, of short patterns. */
    final Windows narrow;

    /** The windows of 16 packed digits. */
    final Windows widePacked;

    /** The windows of 8 packed digits. */
    final Windows narrowPacked;

    /** The tails of all windows. */
    final TailFilter any;

    /** The tails of packed digits only: all that can start in the middle of a byte. */
    final TailFilter packed;

    /** An empty index; its keys are the next 40 bytes. */
    SecretIndex(ByteBuffer keys) {
        wide = new Windows(keys.getLong(), keys.getLong());
        narrow = new Windows(keys.getLong(), keys.getLong());
        widePacked = wide.emptyTwin();
        narrowPacked = narrow.emptyTwin();
        any = new TailFilter(keys.getInt(), keys.getInt());
        packed = any.emptyTwin();
    }

    /** Where a pattern stands in the index. */
    static class Place {
        /** The pattern's length in bytes: 4 to 64, or 0 for a value that is not sought. */
        final byte length;

        /** {@link Windows#hash} of its first 8 or 4 bytes. */
        private final int raw;

        /** {@link TailFilter#index} of the last 4 of these. */
        private final int rawTail;

        /** {@link Windows#hash} of its first 16 or 8 digits packed, 0 when it has no packed form. */
        private final int packed;

        /** {@link TailFilter#index} of the last 8 of these. */
        private final int packedTail;

        Place(SecretIndex index, byte[] pattern) {
            boolean sought = pattern.length > 0;
            boolean packable = sought && SecretPattern.packable(pattern);
            long window = sought ? SecretPattern.rawWindow(pattern) : 0;
            long digits = packable ? SecretPattern.packedWindow(pattern) : 0;
            length = (byte) pattern.length;
            raw = sought ? index.raw(length).hash(window) : 0;
            rawTail = sought ? index.any.index((int) window) : 0;
            packed = packable ? index.packed(length).hash(digits) : 0;
            packedTail = packable ? index.any.index((int) digits) : 0;
        }
    }

    void add(Place place) {
        if (place.length > 0) {
            raw(place.length).add(place.raw, place.length);
            any.add(place.rawTail);
        }
        if (place.packed != 0) {
            packed(place.length).add(place.packed, place.length);
            any.add(place.packedTail);
            packed.add(place.packedTail);
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
        widePacked.clear();
        narrowPacked.clear();
        any.clear(2 * patterns);
        packed.clear(patterns);
    }

    private Windows raw(int length) {
        return length >= WIDE ? wide : narrow;
    }

    private Windows packed(int digits) {
        return digits >= 2 * WIDE ? widePacked : narrowPacked;
    }

    /**
     * The windows with which the sought patterns start, as keyed 32-bit hashes, and the pattern lengths behind each.
     *
     * <p>Hashes may collide: a hit is only a reason to compare the whole pattern.
     */
    static final class Windows {
        private static final int LEAST_SLOTS = 64;

        private final long key;
        private final long multiplier;
        private int[] hashes = new int[LEAST_SLOTS];
        private long[] lengths = new long[LEAST_SLOTS];
        private int count;

        /** Both numbers are secret; {@code multiplier} is made odd. */
        Windows(long key, long multiplier) {
            this.key = key;
            this.multiplier = multiplier | 1;
        }

        /** With the same numbers, for windows of another form. */
        Windows emptyTwin() {
            return new Windows(key, multiplier);
        }

        /** What is kept of a window: never 0. */
        int hash(long window) {
            int hash = (int) (((window ^ key) * multiplier) >>> 32);
            return hash == 0 ? 1 : hash;
        }

        /** Adds a window by its {@link #hash}, with a pattern length of 1 to 64. */
        void add(int hash, int length) {
            if (3 * (count + 1) > 2 * hashes.length) {
                grow();
            }
            int slot = slot(hash);
            if (hashes[slot] == 0) {
                hashes[slot] = hash;
                count++;
            }
            lengths[slot] |= 1L << (length - 1);
        }

        /** The lengths of the patterns that start with that window: bit n - 1 stands for n. */
        long lengths(long window) {
            return lengths[slot(hash(window))];
        }

        void clear() {
            count = 0;
            allocate(LEAST_SLOTS);
        }

        private int slot(int hash) {
            int mask = hashes.length - 1;
            int slot = hash & mask;
            while (hashes[slot] != 0 && hashes[slot] != hash) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            int[] oldHashes = hashes;
            long[] oldLengths = lengths;
            allocate(2 * oldHashes.length);
            for (int i = 0; i < oldHashes.length; i++) {
                if (oldHashes[i] != 0) {
                    int slot = slot(oldHashes[i]);
                    hashes[slot] = oldHashes[i];
                    lengths[slot] = oldLengths[i];
                }
            }
        }

        private void allocate(int slots) {
            hashes = new int[slots];
            lengths = new long[slots];
        }
    }

    /**
     * A bit field over the last 4 bytes of all windows: it says no for almost every place of innocent data at the
     * price of one multiplication.
     */
    static final class TailFilter {
        private static final int INDEX_BITS = 24;
        private static final int LEAST_BITS = 13;
        private static final int BITS_FOR_EACH = 64;

        private final int key;
        private final int multiplier;
        private int shift = 32 - LEAST_BITS;
        private long[] bits = new long[1 << (LEAST_BITS - 6)];

        /** Both numbers are secret; {@code multiplier} is made odd. */
        TailFilter(int key, int multiplier) {
            this.key = key;
            this.multiplier = multiplier | 1;
        }

        /** With the same numbers, for fewer tails. */
        TailFilter emptyTwin() {
            return new TailFilter(key, multiplier);
        }

        /** What is kept of a tail: 24 bits. */
        int index(int tail) {
            return ((tail ^ key) * multiplier) >>> (32 - INDEX_BITS);
        }

        void add(int index) {
            int bit = index >>> (INDEX_BITS - sizeBits());
            bits[bit >>> 6] |= 1L << bit;
        }

        /** An odd number when a window may end with that tail. */
        long test(int tail) {
            int bit = ((tail ^ key) * multiplier) >>> shift;
            return bits[(bit >>> 6) & (bits.length - 1)] >>> bit;
        }

        /** Whether so many tails make it say yes too often and a larger one can be had. */
        boolean crowdedBy(int tails) {
            return sizeBits() < INDEX_BITS && tails > (1 << sizeBits()) / BITS_FOR_EACH;
        }

        /** Forgets everything, with room for that many tails. */
        void clear(int tails) {
            while (crowdedBy(tails)) {
                shift--;
            }
            bits = new long[1 << (sizeBits() - 6)];
        }

        private int sizeBits() {
            return 32 - shift;
        }
    }
}
