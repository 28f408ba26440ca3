package dev.counterfoil.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers in fixed width, as trace numbers, amounts and lengths are written. */
public final class Decimal {
    private Decimal() {}

    /**
     * A number with zeros on its left.
     *
     * @param number 0 or more
     * @param width digits at least; a longer number keeps all of its own
     */
    public static String digits(long number, int width) {
        String plain = Long.toString(number);
        int zeros = width - plain.length();
        if (zeros <= 0) {
            return plain;
        }
        byte[] text = new byte[width];
        Arrays.fill(text, 0, zeros, (byte) '0');
        System.arraycopy(plain.getBytes(StandardCharsets.ISO_8859_1), 0, text, zeros, plain.length());
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Whether a text holds nothing but the digits 0 to 9; true for an empty one. */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
