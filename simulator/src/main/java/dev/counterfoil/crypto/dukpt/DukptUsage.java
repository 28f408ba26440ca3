package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.crypto.CipherKey;

/**
 * What a working key is for: under TDES the byte of each half that the variant inverts (X9.24-1:2009 table A-1), under
 * AES the usage in the derivation data (X9.24-3:2017 table 2).
 *
 * <p>Request is from the device to the host, response the other way. The data keys of TDES are the variant's halves
 * enciphered under the variant itself.
 */
public enum DukptUsage {
    PIN(7, false, 0x1000),
    /** Codes that the device makes. */
    MAC_REQUEST(6, false, 0x2000),
    /** Codes that the device checks. */
    MAC_RESPONSE(4, false, 0x2001),
    /** One key for both ways; under TDES it is that of the request. */
    MAC_BOTH(6, false, 0x2002),
    /** Data that the device enciphers. */
    DATA_REQUEST(5, true, 0x3000),
    /** Data that the device deciphers. */
    DATA_RESPONSE(3, true, 0x3001),
    /** One key for both ways; under TDES it is that of the request. */
    DATA_BOTH(5, true, 0x3002),
    /** Wraps other keys, such as the initial key that is to follow; AES only. */
    KEY_ENCRYPTION(-1, false, 0x0002);

    private final int variantByte;
    private final boolean throughItself;
    private final int aesUsage;

    DukptUsage(int variantByte, boolean throughItself, int aesUsage) {
        this.variantByte = variantByte;
        this.throughItself = throughItself;
        this.aesUsage = aesUsage;
    }

    /** Whether the scheme has a key for this. */
    public boolean under(DukptScheme scheme) {
        return scheme == DukptScheme.AES || variantByte >= 0;
    }

    int aesUsage() {
        return aesUsage;
    }

    /** The variant of a TDES transaction key for this. */
    CipherKey variantOf(CipherKey transactionKey) {
        byte[] mask = new byte[16];
        mask[variantByte] = (byte) 0xFF;
        mask[8 + variantByte] = (byte) 0xFF;
        CipherKey variant = transactionKey.xor(CipherKey.of(transactionKey.kind(), mask));
        if (!throughItself) {
            return variant;
        }
        CipherKey oneWay = CipherKey.of(variant.kind(), variant.wrap(variant));
        variant.erase();
        return oneWay;
    }
}
