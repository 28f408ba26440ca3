package dev.counterfoil.clock;

/**
 * A stream of choices under a seed: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators,
 * 2014). Written out here because the draws of the JDK's generators are not promised to stay the same between releases.
 */
public final class RandomStream {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public RandomStream(long seed) {
        state = seed;
    }

    /** The next 64 bits. */
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /**
     * A number from 0 to {@code bound - 1}.
     *
     * @throws IllegalArgumentException if {@code bound} is not positive
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, got " + bound);
        }
        return (int) Math.floorMod(nextLong() >>> 1, (long) bound);
    }

    /** A number from 0 to 1, 1 left out. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** {@code length} random bytes. */
    public byte[] bytes(int length) {
        byte[] result = new byte[length];
        long word = 0;
        for (int i = 0; i < length; i++) {
            if (i % 8 == 0) {
                word = nextLong();
            }
            result[i] = (byte) (word >>> 8 * (i % 8));
        }
        return result;
    }

    static long mix(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
