package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.hostcommand.HsmError;

/**
 * An enciphered key as host commands write it.
 *
 * @param tag the scheme letter, or an empty string for a key of bare digits
 * @param scheme how it is enciphered; bare digits are ECB
 * @param cryptogram upper-case hex digits
 */
record KeyText(String tag, KeyScheme scheme, String cryptogram) {
    private static final int DIGITS_OF_SINGLE = 16;
    private static final int DIGITS_OF_DOUBLE = 32;

    /**
     * Splits a key field.
     *
     * @throws HsmRefusal A1 for a key block, 26 for an unknown scheme
     */
    static KeyText of(String field) {
        String letter = field.substring(0, 1);
        HsmRefusal.unless(!letter.equals("S"), HsmError.LMK_SCHEME);
        if (Hex.value(field.charAt(0)) >= 0) {
            return new KeyText("", bare(field.length()), field);
        }
        return new KeyText(letter, KeyScheme.of(letter), field.substring(1));
    }

    /** A key enciphered under a scheme; single-length keys are written without their letter. */
    static String write(KeyScheme scheme, byte[] cryptogram) {
        return (scheme == KeyScheme.Z ? "" : scheme.name()) + Hex.of(cryptogram);
    }

    /** A key of the same form as this one. */
    String like(byte[] other) {
        return (tag.equals("Z") ? "" : tag) + Hex.of(other);
    }

    byte[] bytes() {
        return Hex.bytes(cryptogram);
    }

    private static KeyScheme bare(int digits) {
        return switch (digits) {
            case DIGITS_OF_SINGLE -> KeyScheme.Z;
            case DIGITS_OF_DOUBLE -> KeyScheme.X;
            default -> KeyScheme.Y;
        };
    }
}
