package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;

/**
 * Hex digits at the end of a block, upper or lower case but not both: blocks in lower case exist, and a block whose
 * digits change case on the way is not the block that was sent.
 */
final class HexCase {
    private HexCase() {}

    /** The bytes between two offsets, an even number apart; the first letter from {@code first} on sets the case. */
    static byte[] bytes(String path, String text, int first, int from, int to) {
        for (int at = from; at < to; at++) {
            char digit = text.charAt(at);
            if (Hex.value(digit) < 0) {
                throw new Malformed(path, at, "a hex digit", "character " + (int) digit);
            }
            if (digit > '9' && isUpper(digit) != isUpper(firstLetter(text, first))) {
                String before = isUpper(digit) ? "lower" : "upper";
                throw new Malformed(path, at, "hex digits in " + before + " case as before", "the other case");
            }
        }
        return Hex.bytes(text.substring(from, to));
    }

    private static char firstLetter(String text, int first) {
        int at = first;
        while (text.charAt(at) <= '9') {
            at++;
        }
        return text.charAt(at);
    }

    private static boolean isUpper(char letter) {
        return letter < 'a';
    }
}
