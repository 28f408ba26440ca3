package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Hex;

/** The character sets of host command fields, by the letter that the trade writes after the length. */
enum Kind {
    /** N: decimal digits. */
    DECIMAL,
    /** H: hexadecimal digits. */
    HEX,
    /** A: printable ASCII. */
    TEXT,
    /** B: any byte. */
    BYTES;

    boolean admits(char c) {
        return switch (this) {
            case DECIMAL -> c >= '0' && c <= '9';
            case HEX -> Hex.value(c) >= 0;
            case TEXT -> c >= ' ' && c <= '~';
            case BYTES -> c <= 0xFF;
        };
    }

    /** Whether every character is of this kind. */
    boolean admits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!admits(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
