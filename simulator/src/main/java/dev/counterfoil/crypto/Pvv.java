package dev.counterfoil.crypto;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Hex;

/**
 * The Visa PIN verification value: 4 digits that an issuer keeps instead of a PIN.
 *
 * <p>The PVK pair encrypts 11 digits of the account number left of its check digit, the key index and the first 4 PIN
 * digits; the first decimal digits of the result, and if they are too few its letters less 10, are the value.
 */
public final class Pvv {
    private static final int DIGITS = 4;

    private Pvv() {}

    /**
     * The value of a PIN.
     *
     * @param pvkPair the two single-length PVKs as one TDES key of 16 bytes
     * @param pan the account number with its check digit, at least 12 digits
     * @param pvki which pair of the issuer's, 0 to 9
     * @param pin at least 4 digits, of which the first 4 count
     * @throws IllegalArgumentException when an argument is out of its range
     */
    public static String generate(CipherKey pvkPair, String pan, int pvki, String pin) {
        if (pvkPair.kind() != CipherKind.TDES || pvkPair.lengthBytes() != 16) {
            throw new IllegalArgumentException("a PVK pair is a TDES key of 16 bytes");
        }
        if (!digits(pan, 12, 19) || pvki < 0 || pvki > 9 || !digits(pin, DIGITS, 12)) {
            throw new IllegalArgumentException(
                    "a PVV takes an account number of 12 to 19 digits, an index of 0 to 9 and a PIN of 4 to 12 digits");
        }
        String account = pan.substring(pan.length() - 12, pan.length() - 1);
        byte[] block = Hex.bytes(account + pvki + pin.substring(0, DIGITS));
        return decimalise(Hex.of(pvkPair.encryptEcb(block)), DIGITS);
    }

    private static boolean digits(String text, int least, int most) {
        return text.length() >= least && text.length() <= most && Decimal.isDigits(text);
    }

    /** Whether {@code pvv} is the value of that PIN; see {@link #generate}. */
    public static boolean verify(CipherKey pvkPair, String pan, int pvki, String pin, String pvv) {
        return generate(pvkPair, pan, pvki, pin).equals(pvv);
    }

    /**
     * Visa's decimalisation: the first decimal digits of {@code hex} in their order, then, where these are too few, its
     * letters less 10.
     *
     * @param hex upper-case hex digits, at least {@code digits} of them
     */
    public static String decimalise(String hex, int digits) {
        StringBuilder decimal = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if (c <= '9') {
                decimal.append(c);
            } else {
                letters.append((char) (c - 'A' + '0'));
            }
        }
        return decimal.append(letters).substring(0, digits);
    }
}
