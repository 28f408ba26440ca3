package dev.counterfoil.crypto;

import org.jspecify.annotations.Nullable;

/**
 * The bound on set-up engines in the whole process: a ring of {@value #SLOTS} places with a second-chance hand.
 *
 * <p>A key finds its own engines without a look-up; the ring only takes them away from keys that have not been used for
 * a while. It never changes a result, only what the next use costs.
 */
final class EngineCache {
    static final int SLOTS = 4096;

    private static final @Nullable Engines[] RING = new @Nullable Engines[SLOTS];
    private static int hand;

    private EngineCache() {}

    /** Gives {@code engines} a place and returns them; the engines that stood there are retired. */
    static synchronized Engines admit(Engines engines) {
        Engines idle = RING[hand];
        while (idle != null && idle.takeUsed()) {
            hand = (hand + 1) % SLOTS;
            idle = RING[hand];
        }
        if (idle != null) {
            idle.retire();
        }
        RING[hand] = engines;
        hand = (hand + 1) % SLOTS;
        return engines;
    }
}
