package dev.counterfoil.hsm;

import dev.counterfoil.protocol.hostcommand.HsmError;

/** The key schemes of the variant LMK: how long a key is and how its parts are enciphered. */
enum KeyScheme {
    /** Single length, ECB. */
    Z(8, ""),
    /** Double length; each half under the wrapping key with its own variant. */
    U(16, "A65A"),
    /** Triple length; each third under the wrapping key with its own variant. */
    T(24, "6ADE2B"),
    /** Double length, ECB as in ANSI X9.17. */
    X(16, ""),
    /** Triple length, ECB as in ANSI X9.17. */
    Y(24, "");

    private final int lengthBytes;
    private final String partVariants;

    KeyScheme(int lengthBytes, String partVariants) {
        this.lengthBytes = lengthBytes;
        this.partVariants = partVariants;
    }

    /**
     * The scheme of a letter.
     *
     * @throws HsmRefusal 26 for another letter
     */
    static KeyScheme of(String letter) {
        for (KeyScheme scheme : values()) {
            if (scheme.name().equals(letter)) {
                return scheme;
            }
        }
        throw new HsmRefusal(HsmError.KEY_SCHEME);
    }

    int lengthBytes() {
        return lengthBytes;
    }

    /** What is added to the first byte of the wrapping key's second half for one 8-byte part; 0 for nothing. */
    int variant(int part) {
        return partVariants.isEmpty() ? 0 : Integer.parseInt(partVariants.substring(2 * part, 2 * part + 2), 16);
    }
}
