package dev.counterfoil.crypto;

/**
 * The windows with which the sought patterns start, as keyed 32-bit hashes, and the pattern lengths behind each.
 *
 * <p>Hashes may collide: a hit is only a reason to compare the whole pattern.
 */
final class SecretWindows {
    private static final int LEAST_SLOTS = 64;

    private final long key;
    private final long multiplier;
    private int[] hashes = new int[LEAST_SLOTS];
    private long[] rawLengths = new long[LEAST_SLOTS];
    private long[] packedLengths = new long[LEAST_SLOTS];
    private int count;

    /** Both numbers are secret; {@code multiplier} is made odd. */
    SecretWindows(long key, long multiplier) {
        this.key = key;
        this.multiplier = multiplier | 1;
    }

    /** What is kept of a window: never 0. */
    int hash(long window) {
        int hash = (int) (((window ^ key) * multiplier) >>> 32);
        return hash == 0 ? 1 : hash;
    }

    /** Adds a window by its {@link #hash}, with a pattern length of 1 to 64. */
    void add(int hash, int length, boolean packed) {
        if (2 * (count + 1) > hashes.length) {
            grow();
        }
        int slot = slot(hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            count++;
        }
        long[] lengths = packed ? packedLengths : rawLengths;
        lengths[slot] |= 1L << (length - 1);
    }

    /** The lengths of the patterns that start with that window: bit n - 1 stands for n. */
    long lengths(long window, boolean packed) {
        int slot = slot(hash(window));
        return (packed ? packedLengths : rawLengths)[slot];
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
        long[] oldRaw = rawLengths;
        long[] oldPacked = packedLengths;
        allocate(2 * oldHashes.length);
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                rawLengths[slot] = oldRaw[i];
                packedLengths[slot] = oldPacked[i];
            }
        }
    }

    private void allocate(int slots) {
        hashes = new int[slots];
        rawLengths = new long[slots];
        packedLengths = new long[slots];
    }
}
