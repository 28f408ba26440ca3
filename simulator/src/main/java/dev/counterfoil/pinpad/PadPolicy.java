package dev.counterfoil.pinpad;

import dev.counterfoil.protocol.injection.Framing;
import java.util.HashSet;
import java.util.List;

/**
 * How a pad is set up.
 *
 * @param shortestPin 4 to 12 digits
 * @param longestPin 4 to 12 digits, not less
 * @param probeLimit wrong check values and card passwords in a row from which the pad refuses for a growing time
 * @param injection what the pad's injection cable speaks
 * @param injectionPassword 4 to 12 digits, without which nothing is taken from that cable
 * @param custody who brings key components
 * @param trusted digests of the host's public keys that a hardened online download takes, 64 hex digits each
 */
public record PadPolicy(
        int shortestPin,
        int longestPin,
        int probeLimit,
        Framing injection,
        String injectionPassword,
        Custody custody,
        List<String> trusted) {
    /** Domestic practice: a PIN has six digits. */
    public static final PadPolicy DOMESTIC_SIX = new PadPolicy(
            6,
            6,
            5,
            Framing.FUTUREX,
            "13572468",
            new Custody(2, List.of("86420975", "75319086", "97531864")),
            List.of());

    /**
     * Who brings key components.
     *
     * @param components that make a key, 2 or 3
     * @param passwords of the custodians, 4 to 12 digits each, no two alike; one for each component at least
     */
    public record Custody(int components, List<String> passwords) {
        public Custody {
            passwords = List.copyOf(passwords);
            if (new HashSet<>(passwords).size() < passwords.size() || passwords.size() < components) {
                throw new IllegalArgumentException(
                        components + " components need as many custodians, each with a password of their own");
            }
        }

        @Override
        public String toString() {
            return passwords.size() + " custodians";
        }
    }

    static final int SHORTEST = 4;
    static final int LONGEST = 12;

    public PadPolicy {
        trusted = List.copyOf(trusted);
        if (!takes(shortestPin) || !takes(longestPin) || shortestPin > longestPin) {
            throw new IllegalArgumentException("a PIN has 4 to 12 digits, not " + shortestPin + " to " + longestPin);
        }
    }

    /** Whether a PIN may have this many digits at all. */
    static boolean takes(int digits) {
        return digits >= SHORTEST && digits <= LONGEST;
    }

    @Override
    public String toString() {
        return "PIN " + shortestPin + "-" + longestPin;
    }
}
