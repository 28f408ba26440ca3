package dev.counterfoil.hsm;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.protocol.hostcommand.HsmError;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * PINs under the LMK: a keyed permutation of decimal digits, this product's own.
 *
 * <p>A PIN of 4 to L-1 digits is written as L digits (zeros, a 1, the PIN) and goes through ten rounds of a Feistel
 * network over its two halves, added modulo a power of ten. The round function is a triple-DES CBC-MAC under LMK pair
 * 02-03 over the round, L and the account number in the first block and the other half in the second. The model that
 * this imitates keeps its algorithm secret; hosts treat the digits as opaque.
 */
final class LmkPin {
    private static final int ROUNDS = 10;
    private static final int SHORTEST_PIN = 4;
    private static final String MARK = "1";

    private final CipherKey key;
    private final int digits;

    /** PINs of {@code digits} digits under the LMK, 5 to 13. */
    LmkPin(CipherKey key, int digits) {
        this.key = key;
        this.digits = digits;
    }

    /** The digits that stand for a PIN of 4 to L-1 digits and this account number of 12 digits. */
    String seal(String pin, String account) {
        String padded = "0".repeat(digits - 1 - pin.length()) + MARK + pin;
        int leftDigits = digits / 2;
        long left = Long.parseLong(padded.substring(0, leftDigits));
        long right = Long.parseLong(padded.substring(leftDigits));
        for (int round = 0; round < ROUNDS; round += 2) {
            left = Math.floorMod(left + mix(round, right, account), power(leftDigits));
            right = Math.floorMod(right + mix(round + 1, left, account), power(digits - leftDigits));
        }
        return joined(left, right);
    }

    /**
     * The PIN that the digits stand for.
     *
     * @throws HsmRefusal 14 when they stand for none under this account number
     */
    String open(String sealed, String account) {
        HsmRefusal.unless(sealed.chars().allMatch(c -> c >= '0' && c <= '9'), HsmError.PIN_UNDER_LMK);
        int leftDigits = digits / 2;
        long left = Long.parseLong(sealed.substring(0, leftDigits));
        long right = Long.parseLong(sealed.substring(leftDigits));
        for (int round = ROUNDS - 2; round >= 0; round -= 2) {
            right = Math.floorMod(right - mix(round + 1, left, account), power(digits - leftDigits));
            left = Math.floorMod(left - mix(round, right, account), power(leftDigits));
        }
        String padded = joined(left, right);
        String marked = padded.replaceFirst("^0*", "");
        HsmRefusal.unless(marked.startsWith(MARK) && marked.length() > SHORTEST_PIN, HsmError.PIN_UNDER_LMK);
        return marked.substring(1);
    }

    private long mix(int round, long half, String account) {
        byte[] block = Hex.bytes(String.format(Locale.ROOT, "%02X%02X%s", round, digits, account));
        byte[] state = key.encryptEcb(block);
        ByteBuffer mixed = ByteBuffer.allocate(state.length)
                .putLong(0, ByteBuffer.wrap(state).getLong() ^ half);
        return ByteBuffer.wrap(key.encryptEcb(mixed.array())).getLong() >>> 4;
    }

    private String joined(long left, long right) {
        int leftDigits = digits / 2;
        return Decimal.digits(left, leftDigits) + Decimal.digits(right, digits - leftDigits);
    }

    private static long power(int exponent) {
        return Math.round(Math.pow(10, exponent));
    }
}
