package dev.counterfoil.crypto.asymmetric;

/** How RSA fills its block; SM2 needs no filling. */
public enum Padding {
    /** PKCS #1 version 1.5, block type 2. */
    PKCS1,
    /** OAEP with SHA-256 and no label. */
    OAEP
}
