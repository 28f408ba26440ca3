package dev.counterfoil.crypto.asymmetric;

import dev.counterfoil.crypto.CipherKind;

/** A public-key algorithm, and the cipher of the keys that travel under it. */
public enum KeyAlgorithm {
    /** RSA; keys of two-key triple DES travel under it. */
    RSA(CipherKind.TDES),
    /** SM2 on the curve sm2p256v1; keys of SM4 travel under it. */
    SM2(CipherKind.SM4);

    private final CipherKind travelling;

    KeyAlgorithm(CipherKind travelling) {
        this.travelling = travelling;
    }

    /** The kind of a transport key and of the master key under it; both have 16 bytes. */
    public CipherKind travelling() {
        return travelling;
    }
}
