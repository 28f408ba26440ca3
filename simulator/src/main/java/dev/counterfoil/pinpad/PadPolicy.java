package dev.counterfoil.pinpad;

import dev.counterfoil.protocol.injection.Framing;

/**
 * How a pad is set up.
 *
 * @param shortestPin 4 to 12 digits
 * @param longestPin 4 to 12 digits, not less
 * @param cardAnswerMillis how long a card may take for one answer
 * @param messageMillis how long the pad shows how an entry ended
 * @param probeLimit wrong check values and card passwords in a row from which the pad refuses for a growing time
 * @param injection what the pad's injection cable speaks
 * @param injectionPassword 4 to 12 digits, without which nothing is taken from that cable
 */
public record PadPolicy(
        int shortestPin,
        int longestPin,
        int cardAnswerMillis,
        int messageMillis,
        int probeLimit,
        Framing injection,
        String injectionPassword) {
    /** Domestic practice: a PIN has six digits. */
    public static final PadPolicy DOMESTIC_SIX = new PadPolicy(6, 6, 1_000, 2_000, 5, Framing.FUTUREX, "13572468");

    static final int SHORTEST = 4;
    static final int LONGEST = 12;

    public PadPolicy {
        if (!takes(shortestPin) || !takes(longestPin) || shortestPin > longestPin) {
            throw new IllegalArgumentException("a PIN has 4 to 12 digits, not " + shortestPin + " to " + longestPin);
        }
    }

    /** Whether a PIN may have this many digits at all. */
    static boolean takes(int digits) {
        return digits >= SHORTEST && digits <= LONGEST;
    }

    /** The same pad with other PIN lengths. */
    public PadPolicy withPin(int shortest, int longest) {
        return new PadPolicy(
                shortest, longest, cardAnswerMillis, messageMillis, probeLimit, injection, injectionPassword);
    }

    /** The same pad with another patience. */
    public PadPolicy withProbeLimit(int limit) {
        return new PadPolicy(
                shortestPin, longestPin, cardAnswerMillis, messageMillis, limit, injection, injectionPassword);
    }

    /** The same pad with another injection cable. */
    public PadPolicy withInjection(Framing framing, String password) {
        return new PadPolicy(shortestPin, longestPin, cardAnswerMillis, messageMillis, probeLimit, framing, password);
    }

    @Override
    public String toString() {
        return "PIN " + shortestPin + "-" + longestPin;
    }
}
