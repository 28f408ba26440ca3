package dev.counterfoil.protocol.padlink;

/** The first byte of an answer: 60 to 9F and A3 are good, D0 to FF name an error. */
public enum PadResult {
    GOOD(0x60),
    /** No initial master key. */
    NO_IMK(0xE1),
    /** No terminal master key. */
    NO_TMK(0xE2),
    /** No key in this slot. */
    NO_KEY(0xE5),
    PARITY(0xE6),
    /** A check value differs; nothing was stored. */
    KCV(0xE7),
    /** The last key of a DUKPT device has been used: it wants a new initial key. */
    EXHAUSTED(0xE8),
    /** The command is unknown, malformed, or not allowed with this key. */
    ILLEGAL(0xE9),
    /** An authentication failed or has not taken place. */
    AUTHENTICATION(0xEC),
    /** The pad is frozen or locked. */
    LOCKED(0xED),
    INPUT_TIMEOUT(0xEE),
    /** The pad was taken off its place. */
    REMOVAL(0xFF),
    /** Any other error code. */
    FAILED(0xD0);

    private static final int FIRST_GOOD = 0x60;
    private static final int LAST_GOOD = 0x9F;
    private static final int ALSO_GOOD = 0xA3;

    private final int code;

    PadResult(int code) {
        this.code = code;
    }

    /** 0 to 255, as sent by a pad of ours. */
    public int code() {
        return code;
    }

    /** What a code of 0 to 255 means. */
    public static PadResult of(int code) {
        if ((code >= FIRST_GOOD && code <= LAST_GOOD) || code == ALSO_GOOD) {
            return GOOD;
        }
        for (PadResult result : values()) {
            if (result.code == code) {
                return result;
            }
        }
        return FAILED;
    }
}
