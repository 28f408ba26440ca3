package dev.counterfoil.terminal;

import dev.counterfoil.codec.Decimal;
import java.util.Optional;

/**
 * A stripe as read.
 *
 * @param pan 13 to 19 digits
 * @param track2 up to 37 characters, {@code D} as separator, without sentinels
 */
public record Card(String pan, String track2) {
    private static final int SHORTEST_PAN = 13;
    private static final int LONGEST_PAN = 19;
    private static final int EXPIRY = 4;
    private static final int LONGEST = 37;
    private static final int SERVICE_CODE_END = 7;

    /** The card of this track, or nothing when it was read badly. */
    public static Optional<Card> of(String read) {
        String track = bare(read).replace('=', 'D');
        int separator = track.indexOf('D');
        if (separator < SHORTEST_PAN || separator > LONGEST_PAN || track.length() > LONGEST) {
            return Optional.empty();
        }
        String pan = track.substring(0, separator);
        String rest = track.substring(separator + 1);
        boolean good = rest.length() >= EXPIRY && Decimal.isDigits(pan) && Decimal.isDigits(rest);
        return good ? Optional.of(new Card(pan, track)) : Optional.empty();
    }

    /** A track without its sentinels and check character. */
    private static String bare(String read) {
        int start = read.startsWith(";") ? 1 : 0;
        int end = read.lastIndexOf('?');
        return read.substring(start, end >= read.length() - 2 && end >= start ? end : read.length());
    }

    /**
     * Whether the holder may go on without a PIN: the third digit of the service code (ISO/IEC 7813) is 1, 2, 6 or 7.
     */
    public boolean pinOptional() {
        int third = track2.indexOf('D') + SERVICE_CODE_END;
        return third < track2.length() && "1267".indexOf(track2.charAt(third)) >= 0;
    }

    /** First six and last four digits. */
    public static String masked(String pan) {
        return pan.length() < 10
                ? pan
                : pan.substring(0, 6) + "*".repeat(pan.length() - 10) + pan.substring(pan.length() - 4);
    }

    @Override
    public String toString() {
        return masked(pan);
    }
}
