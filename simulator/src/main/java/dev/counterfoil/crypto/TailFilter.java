package dev.counterfoil.crypto;

/**
 * A bit field over the last 4 bytes of all windows: it says no for almost every place of innocent data at the price of
 * one multiplication.
 */
final class TailFilter {
    private static final int INDEX_BITS = 24;
    private static final int LEAST_BITS = 13;
    private static final int BITS_FOR_EACH = 64;

    private final int key;
    private final int multiplier;
    private int sizeBits = LEAST_BITS;
    private long[] bits = new long[1 << (LEAST_BITS - 6)];

    /** Both numbers are secret; {@code multiplier} is made odd. */
    TailFilter(int key, int multiplier) {
        this.key = key;
        this.multiplier = multiplier | 1;
    }

    /** What is kept of a tail: 24 bits. */
    int index(int tail) {
        return ((tail ^ key) * multiplier) >>> (32 - INDEX_BITS);
    }

    void add(int index) {
        int bit = index >>> (INDEX_BITS - sizeBits);
        bits[bit >>> 6] |= 1L << bit;
    }

    /** An odd number when a window may end with that tail. */
    long test(int tail) {
        int bit = ((tail ^ key) * multiplier) >>> (32 - sizeBits);
        return bits[bit >>> 6] >>> bit;
    }

    /** Whether so many tails make it say yes too often and a larger one can be had. */
    boolean crowdedBy(int tails) {
        return sizeBits < INDEX_BITS && tails > (1 << sizeBits) / BITS_FOR_EACH;
    }

    /** Forgets everything, with room for that many tails. */
    void clear(int tails) {
        while (crowdedBy(tails)) {
            sizeBits++;
        }
        bits = new long[1 << (sizeBits - 6)];
    }
}
