package dev.counterfoil.codec;

import java.nio.charset.StandardCharsets;

/**
 * Packed decimal: two digits a byte, high nibble first.
 *
 * <p>Text is {@code 0-9}, and {@code A-F} for the nibbles above nine; a track's separator {@code =} is the nibble
 * {@code D}. An odd number of digits leaves one spare nibble: the last one when left-aligned, the first one when
 * right-aligned.
 */
public final class Bcd {
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

    private Bcd() {}

    /** Bytes that {@code digits} digits take. */
    public static int lengthBytes(int digits) {
        return (digits + 1) >> 1;
    }

    /**
     * Digits packed from the left; {@code pad} (a hex digit) fills the spare last nibble of an odd number.
     *
     * @throws Malformed when a character is no digit, letter A-F or {@code =}
     */
    public static byte[] left(String digits, char pad) {
        byte[] out = new byte[lengthBytes(digits.length())];
        write(digits, 0, out, 0, Hex.value(pad));
        return out;
    }

    /**
     * Digits packed to the right; zero fills the spare first nibble of an odd number.
     *
     * @throws Malformed when a character is no digit, letter A-F or {@code =}
     */
    public static byte[] right(String digits) {
        byte[] out = new byte[lengthBytes(digits.length())];
        if ((digits.length() & 1) == 0) {
            write(digits, 0, out, 0, 0);
        } else {
            out[0] = (byte) nibble(digits, 0);
            write(digits, 1, out, 1, 0);
        }
        return out;
    }

    /** All nibbles of {@code data} as digits. */
    public static String digits(byte[] data) {
        return digits(data, 0, data.length * 2);
    }

    /** {@code digits} digits from the high nibble of {@code data[offset]} on. */
    public static String digits(byte[] data, int offset, int digits) {
        return nibbles(data, offset * 2, digits);
    }

    /** {@code digits} digits that end with the low nibble of their last byte: the spare nibble, if any, is first. */
    public static String rightDigits(byte[] data, int offset, int digits) {
        return nibbles(data, offset * 2 + (digits & 1), digits);
    }

    /**
     * {@code count} nibbles from nibble number {@code first} (0 is the high nibble of byte 0), as upper-case digits.
     */
    @SuppressWarnings("deprecation") // The one String constructor that neither decodes nor checks: Latin-1 as is.
    public static String nibbles(byte[] data, int first, int count) {
        byte[] text = new byte[count];
        int at = first >> 1;
        int i = 0;
        if ((first & 1) != 0 && count > 0) {
            text[i++] = DIGITS[data[at++] & 15];
        }
        for (; i + 1 < count; i += 2) {
            int b = data[at++];
            text[i] = DIGITS[(b >> 4) & 15];
            text[i + 1] = DIGITS[b & 15];
        }
        if (i < count) {
            text[i] = DIGITS[(data[at] >> 4) & 15];
        }
        return new String(text, 0);
    }

    /**
     * Writes the digits of {@code text} from {@code from} on, packed from the left, into {@code out} at {@code at}.
     *
     * @param padNibble 0..15, for the spare last nibble
     * @return the offset after the last byte written
     * @throws Malformed when a character is no digit, letter A-F or {@code =}
     */
    public static int write(String text, int from, byte[] out, int at, int padNibble) {
        int end = text.length();
        int p = at;
        int i = from;
        for (; i + 1 < end; i += 2) {
            out[p++] = (byte) ((nibble(text, i) << 4) | nibble(text, i + 1));
        }
        if (i < end) {
            out[p++] = (byte) ((nibble(text, i) << 4) | padNibble);
        }
        return p;
    }

    /** The nibble of one character of {@code text}. */
    static int nibble(String text, int at) {
        char c = text.charAt(at);
        int value = c == '=' ? 13 : Hex.value(c);
        if (value < 0) {
            throw new Malformed("digits", at, "0-9 or A-F", "character " + (int) c);
        }
        return value;
    }
}
