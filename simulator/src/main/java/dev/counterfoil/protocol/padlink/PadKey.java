package dev.counterfoil.protocol.padlink;

/** A key pressed on the pad, told to the terminal as one byte outside any frame; digits all look alike. */
public enum PadKey {
    DIGIT(0x2A),
    CLEAR(0x08),
    /** The entry is complete. */
    ENTER(0x0D),
    CANCEL(0x1B);

    private final int code;

    PadKey(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
