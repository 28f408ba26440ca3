package dev.counterfoil.crypto;

/**
 * The first bytes of all sought patterns, as keyed 32-bit hashes, with the pattern lengths that occur behind each.
 *
 * <p>A bit field in front says no for almost every window of innocent data at the price of one multiplication. Hashes
 * may collide: a hit is only a reason to look closer.
 */
final class SecretWindows {
    private static final int LEAST_SLOTS = 64;
    private static final int FILTER_BITS_PER_SLOT = 32;

    private final long key;
    private final long multiplier;
    private long[] filter = new long[0];
    private int filterShift;
    private int[] hashes = new int[0];
    private long[] rawLengths = new long[0];
    private long[] packedLengths = new long[0];
    private int count;

    /** Both numbers are secret; {@code multiplier} is made odd. */
    SecretWindows(long key, long multiplier) {
        this.key = key;
        this.multiplier = multiplier | 1;
        resize(LEAST_SLOTS);
    }

    /** False when no pattern starts with that window, true when one might. */
    boolean mayHold(long window) {
        int bit = (int) (((window ^ key) * multiplier) >>> filterShift);
        return (filter[bit >>> 6] & (1L << bit)) != 0;
    }

    /** What is kept of a window: never 0. */
    int hash(long window) {
        int hash = (int) (((window ^ key) * multiplier) >>> 32);
        return hash == 0 ? 1 : hash;
    }

    /** Adds a window by its {@link #hash}, with a pattern length of 1 to 64. */
    void add(int hash, int length, boolean packed) {
        int slot = slot(hash);
        if (hashes[slot] == 0) {
            if (2 * (count + 1) > hashes.length) {
                resize(2 * hashes.length);
                slot = slot(hash);
            }
            occupy(slot, hash);
        }
        long[] lengths = packed ? packedLengths : rawLengths;
        lengths[slot] |= 1L << (length - 1);
    }

    /** The lengths of the patterns that start with that window: bit n - 1 stands for n. */
    long lengths(long window, boolean packed) {
        int hash = hash(window);
        int slot = slot(hash);
        return hashes[slot] == 0 ? 0 : (packed ? packedLengths : rawLengths)[slot];
    }

    void clear() {
        resize(LEAST_SLOTS);
    }

    private int slot(int hash) {
        int mask = hashes.length - 1;
        int slot = hash & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void occupy(int slot, int hash) {
        hashes[slot] = hash;
        count++;
        int bit = hash >>> (filterShift - 32);
        filter[bit >>> 6] |= 1L << bit;
    }

    /** Starts afresh with {@code slots} places, a power of two, and moves over what fits a larger table. */
    private void resize(int slots) {
        int[] oldHashes = hashes;
        long[] oldRaw = rawLengths;
        long[] oldPacked = packedLengths;
        int filterBits = slots * FILTER_BITS_PER_SLOT;
        filter = new long[filterBits / 64];
        filterShift = 64 - Integer.numberOfTrailingZeros(filterBits);
        hashes = new int[slots];
        rawLengths = new long[slots];
        packedLengths = new long[slots];
        count = 0;
        for (int i = 0; slots > oldHashes.length && i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = slot(oldHashes[i]);
                occupy(slot, oldHashes[i]);
                rawLengths[slot] = oldRaw[i];
                packedLengths[slot] = oldPacked[i];
            }
        }
    }
}
