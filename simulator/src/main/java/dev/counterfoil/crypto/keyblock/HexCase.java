package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;

/**
 * Hex digits of one text, upper or lower case but not both: blocks in lower case exist, and a block whose digits change
 * case on the way is not the block that was sent.
 */
final class HexCase {
    private final String text;
    private int upper = -1;
    private int lower = -1;

    HexCase(String text) {
        this.text = text;
    }

    /** The bytes between two offsets, an even number apart. */
    byte[] bytes(String path, int from, int to) {
        for (int at = from; at < to; at++) {
            char digit = text.charAt(at);
            if (Hex.value(digit) < 0) {
                throw new Malformed(path, at, "a hex digit", "character " + (int) digit);
            }
            if (digit > '9') {
                note(path, at, digit < 'a');
            }
        }
        return Hex.bytes(text.substring(from, to));
    }

    private void note(String path, int at, boolean isUpper) {
        if (isUpper) {
            upper = at;
        } else {
            lower = at;
        }
        if (upper >= 0 && lower >= 0) {
            String first = isUpper ? "lower" : "upper";
            throw new Malformed(path, at, "hex digits in " + first + " case as before", "the other case");
        }
    }
}
