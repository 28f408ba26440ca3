package dev.counterfoil.wire;

import java.util.List;

/**
 * How long a wire takes.
 *
 * @param name as in the estate and in steps
 * @param connectMillis from dialling to an open connection; 0 for a wire that is always open
 * @param latencyMillis one way, for a message of no length
 * @param jitterMillis added at random, from 0 up to this
 * @param bytesPerSecond 0 for a wire that takes no time per byte
 * @param checksummed whether a pair of modems frames and repeats what noise has damaged
 */
public record Profile(
        String name, int connectMillis, int latencyMillis, int jitterMillis, int bytesPerSecond, boolean checksummed) {

    /** A wire inside one cabinet: always open and immediate. */
    public static final Profile DIRECT = new Profile("direct", 0, 0, 0, 0, false);

    private static final List<Profile> KNOWN = List.of(
            DIRECT,
            new Profile("PSTN", 8_000, 60, 20, 240, true),
            new Profile("GPRS", 2_500, 450, 300, 5_000, false),
            new Profile("4G", 300, 60, 40, 1_000_000, false),
            new Profile("5G", 120, 20, 10, 5_000_000, false),
            new Profile("IoT", 1_500, 600, 900, 7_500, false),
            new Profile("Ethernet", 20, 8, 4, 10_000_000, false));

    private static final String SERIAL = "serial ";
    private static final int BITS_PER_BYTE_ON_SERIAL = 10;

    /**
     * The profile of this name, {@code serial 9600} and the like included.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static Profile named(String name) {
        if (name.matches(SERIAL + "[1-9][0-9]{2,6}")) {
            int baud = Integer.parseInt(name.substring(SERIAL.length()));
            return new Profile(name, 0, 0, 0, baud / BITS_PER_BYTE_ON_SERIAL, false);
        }
        return KNOWN.stream()
                .filter(p -> p.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown line profile '" + name + "'; known: serial N, "
                        + String.join(", ", KNOWN.stream().map(Profile::name).toList())));
    }

    /** Whether somebody has to dial before anything can be sent. */
    public boolean dialled() {
        return connectMillis > 0;
    }

    /** Time on the way, in nanoseconds. */
    long transitNanos(int bytes, double jitter) {
        double millis = latencyMillis + jitter * jitterMillis;
        double perByte = bytesPerSecond == 0 ? 0 : bytes * 1e9 / bytesPerSecond;
        return Math.round(millis * 1e6 + perByte);
    }
}
