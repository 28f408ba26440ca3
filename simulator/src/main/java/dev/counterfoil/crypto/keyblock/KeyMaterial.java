package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import java.util.Arrays;

/**
 * The key that a block carries: a key of a cipher, or the bytes of an HMAC or asymmetric key. It prints its check
 * value, or its length where it has none, and is wiped by {@link #erase()}.
 */
public final class KeyMaterial {
    private static final int TDES_CHECK_BYTES = 3;
    private static final int AES_CHECK_BYTES = 5;

    private final String algorithm;
    private final byte[] value;

    private KeyMaterial(String algorithm, byte[] value) {
        if (!fits(algorithm, value.length)) {
            throw new IllegalArgumentException(
                    "algorithm " + algorithm + " has " + lengths(algorithm) + ", not " + value.length + " bytes");
        }
        this.algorithm = algorithm;
        this.value = value;
    }

    /**
     * Clear key bytes for an algorithm of the header; they are copied.
     *
     * @throws IllegalArgumentException when the algorithm has no keys of that length
     */
    public static KeyMaterial of(String algorithm, byte[] clear) {
        return new KeyMaterial(algorithm, clear.clone());
    }

    /** A DES, TDES or AES key. */
    public static KeyMaterial of(CipherKey key) {
        return new KeyMaterial(
                switch (key.kind()) {
                    case DES, TDES -> "T";
                    case AES -> "A";
                    case SM4 -> throw new IllegalArgumentException("a key block has no algorithm for SM4");
                },
                key.clear());
    }

    public String algorithm() {
        return algorithm;
    }

    public int lengthBytes() {
        return value.length;
    }

    /** A copy of the clear value; the caller wipes it. */
    public byte[] clear() {
        return value.clone();
    }

    /**
     * The key of the cipher.
     *
     * @throws IllegalStateException when the algorithm is no block cipher
     */
    public CipherKey cipherKey() {
        return switch (algorithm) {
            case "D", "T" -> CipherKey.of(CipherKind.desOf(value.length), value);
            case "A" -> CipherKey.of(CipherKind.AES, value);
            default -> throw new IllegalStateException("algorithm " + algorithm + " is no block cipher");
        };
    }

    /**
     * The check value of X9.24-1:2017 annex A in upper-case hex: 3 bytes of the enciphered zero block, for AES 5 bytes
     * of the CMAC of it.
     */
    public static String checkValue(CipherKey key) {
        if (key.kind() != CipherKind.AES) {
            return key.kcv(TDES_CHECK_BYTES);
        }
        byte[] zeros = new byte[16];
        return Hex.of(Macs.whole(MacAlgorithm.CMAC, key, zeros, 0, zeros.length), 0, AES_CHECK_BYTES);
    }

    public void erase() {
        Arrays.fill(value, (byte) 0);
    }

    /** The algorithm with the check value, or with the length where there is none. */
    @Override
    public String toString() {
        if (!"DTA".contains(algorithm)) {
            return algorithm + " key of " + value.length + " bytes";
        }
        CipherKey key = cipherKey();
        String text = algorithm + " key " + checkValue(key);
        key.erase();
        return text;
    }

    static boolean fits(String algorithm, int bytes) {
        return switch (algorithm) {
            case "D", "T" -> bytes == 8 || bytes == 16 || bytes == 24;
            case "A" -> bytes == 16 || bytes == 24 || bytes == 32;
            default -> bytes > 0;
        };
    }

    /** The lengths of an algorithm, for messages. */
    static String lengths(String algorithm) {
        return switch (algorithm) {
            case "D", "T" -> "8, 16 or 24 bytes";
            case "A" -> "16, 24 or 32 bytes";
            default -> "at least 1 byte";
        };
    }

    /** The bytes that hide the length of a key: those of the longest of its algorithm, or its own. */
    int hidingBytes() {
        return switch (algorithm) {
            case "D", "T" -> 24;
            case "A" -> 32;
            default -> value.length;
        };
    }
}
