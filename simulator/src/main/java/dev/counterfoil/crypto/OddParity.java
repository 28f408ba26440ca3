package dev.counterfoil.crypto;

/** The odd parity of DES key bytes: an odd number of bits is set in each. */
public final class OddParity {
    private OddParity() {}

    public static boolean holds(byte[] key) {
        for (byte b : key) {
            if ((Integer.bitCount(b & 0xFF) & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Flips the lowest bit of each byte of even parity, in place, and returns the same array. */
    public static byte[] set(byte[] key) {
        for (int i = 0; i < key.length; i++) {
            if ((Integer.bitCount(key[i] & 0xFF) & 1) == 0) {
                key[i] ^= 1;
            }
        }
        return key;
    }
}
