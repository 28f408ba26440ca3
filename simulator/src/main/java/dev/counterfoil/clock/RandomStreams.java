package dev.counterfoil.clock;

/**
 * All random streams of a world, forked by name: one more draw in one actor shifts nobody else's. Equal seeds and names
 * give equal streams on every JVM.
 */
public final class RandomStreams {
    private final long seed;

    public RandomStreams(long seed) {
        this.seed = seed;
    }

    /** A new stream; calling twice with one name gives the same draws twice. */
    public RandomStream fork(String name) {
        long hash = seed;
        for (int i = 0; i < name.length(); i++) {
            hash = RandomStream.mix(hash ^ name.charAt(i)) + i;
        }
        return new RandomStream(RandomStream.mix(hash ^ name.length()));
    }
}
