package dev.counterfoil.protocol.hostcommand;

/** How a track is enciphered, by the digit on the wire in command UC; the names are those of the track ciphers. */
public enum TrackForm {
    /** The block before the last byte, in place. */
    LAST_EIGHT("1", "4"),
    /** The whole track, filled with F. */
    WHOLE_TRACK_F("2", "5"),
    /** A count, the track, zeros. */
    LENGTH_PREFIXED("3", "6");

    private final String digit;
    private final String sm4Digit;

    TrackForm(String digit, String sm4Digit) {
        this.digit = digit;
        this.sm4Digit = sm4Digit;
    }

    /**
     * The form with this digit, under either cipher.
     *
     * @throws IllegalArgumentException for another digit
     */
    public static TrackForm of(String digit) {
        return Digits.find(values(), form -> form.digit(underSm4(digit)), digit);
    }

    /** Whether a digit stands for a form in blocks of SM4. */
    public static boolean underSm4(String digit) {
        return digit.compareTo(LENGTH_PREFIXED.digit) > 0;
    }

    /**
     * The digit on the wire.
     *
     * @param sm4 whether the key is of SM4, else it is of DES
     */
    public String digit(boolean sm4) {
        return sm4 ? sm4Digit : digit;
    }
}
