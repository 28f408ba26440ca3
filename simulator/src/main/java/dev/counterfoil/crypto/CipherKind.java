package dev.counterfoil.crypto;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SM4Engine;

/** A block cipher of the trade: its block length and the key lengths it takes, all in bytes. */
public enum CipherKind {
    /** Single DES: 8-byte blocks, 8-byte keys. */
    DES(8, 8, 8),
    /** Triple DES, encrypt-decrypt-encrypt: 8-byte blocks, keys of 16 bytes (two-key) or 24 bytes (three-key). */
    TDES(8, 16, 24),
    /** SM4 of GB/T 32907-2016: 16-byte blocks, 16-byte keys. */
    SM4(16, 16, 16),
    /** AES: 16-byte blocks, keys of 16, 24 or 32 bytes. */
    AES(16, 16, 32);

    private final int blockBytes;
    private final int shortestBytes;
    private final int longestBytes;

    CipherKind(int blockBytes, int shortestBytes, int longestBytes) {
        this.blockBytes = blockBytes;
        this.shortestBytes = shortestBytes;
        this.longestBytes = longestBytes;
    }

    /** The kind of a DES-family key of that length: {@link #DES} for 8 bytes, {@link #TDES} for 16 and 24. */
    public static CipherKind desOf(int keyBytes) {
        return keyBytes == 8 ? DES : TDES;
    }

    /** Bytes in one block: 8 or 16. */
    public int blockBytes() {
        return blockBytes;
    }

    /** Whether a key of this kind may have that many bytes. */
    public boolean accepts(int keyBytes) {
        return keyBytes >= shortestBytes && keyBytes <= longestBytes && keyBytes % 8 == 0;
    }

    BlockCipher newEngine() {
        return switch (this) {
            case DES -> new DESEngine();
            case TDES -> new DESedeEngine();
            case SM4 -> new SM4Engine();
            case AES -> AESEngine.newInstance();
        };
    }
}
