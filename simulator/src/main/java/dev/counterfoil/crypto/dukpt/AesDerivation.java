package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.crypto.CipherKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** How AES DUKPT derives: blocks of derivation data under the parent, each for itself (X9.24-3:2017, 6.3). */
final class AesDerivation {
    static final int HMAC = 0x0005;

    private static final int KEY_DERIVATION = 0x8000;
    private static final int INITIAL_KEY = 0x8001;
    private static final int BLOCK_BYTES = 16;

    private AesDerivation() {}

    static CipherKey initialKey(CipherKey bdk, Ksn ksn) {
        return key(bdk, INITIAL_KEY, WorkingKind.of(bdk), ksn.left());
    }

    static CipherKey child(CipherKey parent, Ksn at) {
        return key(parent, KEY_DERIVATION, WorkingKind.of(parent), at.right());
    }

    static CipherKey working(CipherKey transactionKey, Ksn ksn, DukptUsage usage, WorkingKind kind) {
        return key(transactionKey, usage.aesUsage(), kind, ksn.right());
    }

    private static CipherKey key(CipherKey parent, int usage, WorkingKind kind, byte[] serial) {
        byte[] clear = material(parent, usage, kind.code(), kind.lengthBytes(), serial);
        CipherKey key = CipherKey.of(kind.cipher(), clear);
        Arrays.fill(clear, (byte) 0);
        return key;
    }

    /** Key material: version 01, number of the block from 1, usage, algorithm, length in bits, 8 bytes of the KSN. */
    static byte[] material(CipherKey parent, int usage, int algorithm, int lengthBytes, byte[] serial) {
        int blocks = (lengthBytes + BLOCK_BYTES - 1) / BLOCK_BYTES;
        ByteBuffer data = ByteBuffer.allocate(blocks * BLOCK_BYTES);
        for (int block = 1; block <= blocks; block++) {
            data.put((byte) 1).put((byte) block).putShort((short) usage).putShort((short) algorithm);
            data.putShort((short) (8 * lengthBytes)).put(serial);
        }
        byte[] whole = parent.encryptEcb(data.array());
        byte[] material = Arrays.copyOf(whole, lengthBytes);
        Arrays.fill(whole, (byte) 0);
        return material;
    }
}
