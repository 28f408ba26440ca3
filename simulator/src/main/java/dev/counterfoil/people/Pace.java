package dev.counterfoil.people;

import dev.counterfoil.clock.RandomStream;

/**
 * How fast hands are.
 *
 * @param quickestMillis from one movement to the next
 * @param slowestMillis not less
 * @param swipeMillis how long a card is in the reader
 */
public record Pace(int quickestMillis, int slowestMillis, int swipeMillis) {
    public static final Pace USUAL = new Pace(200, 600, 400);

    long drawMillis(RandomStream random) {
        return (long) quickestMillis + random.nextInt(slowestMillis - quickestMillis + 1);
    }
}
