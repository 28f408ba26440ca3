package dev.counterfoil.codec;

import java.nio.charset.StandardCharsets;

/** Hexadecimal notation: written in upper case without spaces, read in either case. */
public final class Hex {
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] VALUES = values();

    private Hex() {}

    /** Two upper-case hex digits for each byte. */
    public static String of(byte[] data) {
        return of(data, 0, data.length);
    }

    /** Two upper-case hex digits for each of {@code length} bytes from {@code offset}. */
    public static String of(byte[] data, int offset, int length) {
        byte[] text = new byte[length * 2];
        for (int i = 0; i < length; i++) {
            int b = data[offset + i];
            text[2 * i] = DIGITS[(b >> 4) & 15];
            text[2 * i + 1] = DIGITS[b & 15];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** The low 16 bits of {@code word} as four upper-case hex digits. */
    public static String word(int word) {
        return of(new byte[] {(byte) (word >> 8), (byte) word});
    }

    /**
     * The bytes that an even number of hex digits stands for.
     *
     * @throws Malformed when the length is odd or a character is no hex digit
     */
    public static byte[] bytes(String text) {
        if ((text.length() & 1) != 0) {
            throw new Malformed("hex", text.length(), "an even number of digits", text.length() + " digits");
        }
        byte[] data = new byte[text.length() / 2];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) ((digit(text, 2 * i) << 4) | digit(text, 2 * i + 1));
        }
        return data;
    }

    /** The value 0..15 of a hex digit of either case, or -1 for any other character. */
    public static int value(char c) {
        return c < 128 ? VALUES[c] : -1;
    }

    /** The upper-case digit of the low four bits of {@code nibble}. */
    public static char digit(int nibble) {
        return (char) DIGITS[nibble & 15];
    }

    private static int digit(String text, int at) {
        int value = value(text.charAt(at));
        if (value < 0) {
            throw new Malformed("hex", at, "a hex digit", "character " + (int) text.charAt(at));
        }
        return value;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        for (char c = 0; c < 128; c++) {
            values[c] = (byte) Character.digit(c, 16);
        }
        return values;
    }
}
