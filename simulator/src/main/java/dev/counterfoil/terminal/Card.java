package dev.counterfoil.terminal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stripe as read.
 *
 * @param pan 13 to 19 digits
 * @param track2 up to 37 characters, {@code D} as separator, without sentinels
 */
public record Card(String pan, String track2) {
    private static final Pattern TRACK = Pattern.compile(";?([0-9]{13,19})[=D]([0-9]{4,})(\\?.?)?");
    private static final int LONGEST = 37;
    private static final int SERVICE_CODE_END = 7;

    /** The card of this track, or nothing when it was read badly. */
    public static Optional<Card> of(String read) {
        Matcher m = TRACK.matcher(read);
        if (!m.matches()) {
            return Optional.empty();
        }
        String track = m.group(1) + "D" + m.group(2);
        return track.length() > LONGEST ? Optional.empty() : Optional.of(new Card(m.group(1), track));
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
