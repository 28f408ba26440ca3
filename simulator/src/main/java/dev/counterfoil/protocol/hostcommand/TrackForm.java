package dev.counterfoil.protocol.hostcommand;

/** How a track is enciphered, by the digit on the wire in command UC; the names are those of the track ciphers. */
public enum TrackForm {
    /** The block before the last byte, in place. */
    LAST_EIGHT("1"),
    /** The whole track, filled with F. */
    WHOLE_TRACK_F("2"),
    /** A count, the track, zeros. */
    LENGTH_PREFIXED("3");

    private final String digit;

    TrackForm(String digit) {
        this.digit = digit;
    }

    /**
     * The form with this digit.
     *
     * @throws IllegalArgumentException for another digit
     */
    public static TrackForm of(String digit) {
        return Digits.find(values(), TrackForm::digit, digit);
    }

    /** The digit on the wire. */
    public String digit() {
        return digit;
    }
}
