package dev.counterfoil.crypto;

import java.util.Arrays;

/**
 * What is sought of a secret's value: its first 64 bytes, with a track's {@code =} read as {@code D}.
 *
 * <p>Values shorter than 4 bytes and values made of one fill byte (00, FF, space, {@code 0}, {@code F}) are not sought:
 * they stand in every message by chance.
 */
final class SecretPattern {
    static final int SHORTEST = 4;
    static final int LONGEST = 64;

    /** Fewer digits, packed into less than 4 bytes, would be found by chance. */
    private static final int FEWEST_PACKED_DIGITS = 8;

    private static final byte[] FILLS = {0x00, (byte) 0xFF, ' ', '0', 'F'};

    private SecretPattern() {}

    /** The pattern of a value, or an empty array when it is not sought. */
    static byte[] of(byte[] value) {
        if (value.length < SHORTEST || blank(value)) {
            return new byte[0];
        }
        byte[] pattern = Arrays.copyOf(value, Math.min(value.length, LONGEST));
        fold(pattern);
        return pattern;
    }

    /** Reads the separators of a track as {@code D}; other bytes stay as they are. */
    static void fold(byte[] text) {
        if (!track(text)) {
            return;
        }
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '=') {
                text[i] = 'D';
            }
        }
    }

    /** Whether the pattern may also be written two digits to the byte. */
    static boolean packable(byte[] pattern) {
        return pattern.length >= FEWEST_PACKED_DIGITS && track(pattern);
    }

    private static boolean track(byte[] text) {
        for (byte c : text) {
            if ((c < '0' || c > '9') && c != 'D' && c != '=') {
                return false;
            }
        }
        return true;
    }

    /** The first 8 bytes of a pattern of 8 or more, else the first 4, as a number. */
    static long rawWindow(byte[] pattern) {
        long window = 0;
        int width = pattern.length >= 8 ? 8 : 4;
        for (int i = 0; i < width; i++) {
            window = (window << 8) | (pattern[i] & 0xFF);
        }
        return window;
    }

    /** The first 16 digits of a pattern of 16 or more, else the first 8, as a number of packed digits. */
    static long packedWindow(byte[] pattern) {
        long window = 0;
        int width = pattern.length >= 16 ? 16 : 8;
        for (int i = 0; i < width; i++) {
            window = (window << 4) | (pattern[i] == 'D' ? 0xD : pattern[i] - '0');
        }
        return window;
    }

    /** The digit that a packed half byte stands for, or 0 when it stands for none. */
    static byte unpacked(int nibble) {
        if (nibble < 10) {
            return (byte) ('0' + nibble);
        }
        return (byte) (nibble == 0xD ? 'D' : 0);
    }

    private static boolean blank(byte[] value) {
        for (byte fill : FILLS) {
            boolean all = true;
            for (byte b : value) {
                all &= b == fill;
            }
            if (all) {
                return true;
            }
        }
        return false;
    }
}
