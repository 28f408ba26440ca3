package dev.counterfoil.protocol.padlink;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;

/** Reads the fields of a command or an answer one after the other, and writes them. */
final class Fields {
    private final String path;
    private final String text;
    private int at;

    Fields(String path, String text, int at) {
        this.path = path;
        this.text = text;
        this.at = at;
    }

    /** {@code number} in {@code width} decimal digits, or an error when it has more. */
    static String decimal(int number, int width) {
        String digits = Integer.toString(number);
        if (number < 0 || digits.length() > width) {
            throw new IllegalArgumentException(number + " does not go into " + width + " digits");
        }
        return "0".repeat(width - digits.length()) + digits;
    }

    /** Text behind its length in 2 digits. */
    static String counted(String text) {
        return decimal(text.length(), 2) + text;
    }

    String digits(int count) {
        String digits = take(count);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Malformed(path, at - count, count + " digits", "other characters");
        }
        return digits;
    }

    int number(int width) {
        return Integer.parseInt(digits(width));
    }

    /** The value that the next characters are the code of. */
    <E extends Coded> E oneOf(E[] values) {
        int width = values[0].code().length();
        String code = take(width);
        for (E value : values) {
            if (value.code().equals(code)) {
                return value;
            }
        }
        throw new Malformed(path, at - width, "a known code", "an unknown one");
    }

    byte[] hex(int bytes) {
        return hexOf(take(2 * bytes));
    }

    /** All that is left, as hex digits. */
    byte[] hex() {
        return hexOf(rest());
    }

    /** Text behind its length in 2 digits. */
    String counted() {
        return take(number(2));
    }

    String take(int count) {
        if (count > text.length() - at) {
            throw new Malformed(path, at, count + " characters", (text.length() - at) + " characters");
        }
        at += count;
        return text.substring(at - count, at);
    }

    String rest() {
        return take(text.length() - at);
    }

    int left() {
        return text.length() - at;
    }

    /** Nothing may be left. */
    void end() {
        if (left() > 0) {
            throw new Malformed(path, at, "the end", left() + " characters");
        }
    }

    private byte[] hexOf(String digits) {
        try {
            return Hex.bytes(digits);
        } catch (Malformed e) {
            throw e.within(path, at - digits.length());
        }
    }
}
