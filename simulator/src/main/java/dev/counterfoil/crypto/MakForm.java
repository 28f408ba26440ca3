package dev.counterfoil.crypto;

/**
 * How hosts write the MAK and its check value into the 20 bytes they have in the 40- and 60-byte F62.
 *
 * <p>The first form is the one seen in most published answers; the others are met with single hosts, so a dialect names
 * the one it speaks.
 */
public enum MakForm {
    /** 8 wrapped bytes, 8 zero bytes, check value of the single-DES key. */
    EIGHT(8, 16, 8),
    /** 8 wrapped bytes, check value of the single-DES key, 8 zero bytes. */
    EIGHT_KCV_NEXT(8, 8, 8),
    /** 16 wrapped bytes, check value of the whole key. */
    SIXTEEN(16, 16, 16),
    /** 16 wrapped bytes, check value of single DES under the first 8. */
    SIXTEEN_KCV_OF_EIGHT(16, 16, 8);

    final int keyBytes;
    final int kcvOffset;
    final int kcvKeyBytes;

    MakForm(int keyBytes, int kcvOffset, int kcvKeyBytes) {
        this.keyBytes = keyBytes;
        this.kcvOffset = kcvOffset;
        this.kcvKeyBytes = kcvKeyBytes;
    }
}
