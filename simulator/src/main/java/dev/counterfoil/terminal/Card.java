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

    /** The card of this track, or nothing when it was read badly. */
    public static Optional<Card> of(String read) {
        Matcher m = TRACK.matcher(read);
        if (!m.matches()) {
            return Optional.empty();
        }
        String track = m.group(1) + "D" + m.group(2);
        return track.length() > LONGEST ? Optional.empty() : Optional.of(new Card(m.group(1), track));
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
