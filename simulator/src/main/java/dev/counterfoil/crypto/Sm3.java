package dev.counterfoil.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;

/** The Chinese digest SM3 (GB/T 32905-2016). */
public final class Sm3 {
    private Sm3() {}

    /** The 32 bytes of the digest. */
    public static byte[] digest(byte[] data) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(data, 0, data.length);
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return digest;
    }
}
