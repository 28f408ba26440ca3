package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import java.util.Arrays;

/** How TDES DUKPT derives (X9.24-1:2009, A.2 "Non-reversible key generation process" and A.6). */
final class TdesDerivation {
    /** Added to the key for the right half of the initial key and for the left half of every other. */
    private static final CipherKey C0 = CipherKey.ofHex(CipherKind.TDES, "C0C0C0C000000000C0C0C0C000000000");

    private TdesDerivation() {}

    static CipherKey initialKey(CipherKey bdk, Ksn ksn) {
        byte[] serial = ksn.left();
        CipherKey variant = bdk.xor(C0);
        CipherKey key = join(bdk.encryptEcb(serial), variant.encryptEcb(serial));
        variant.erase();
        return key;
    }

    static CipherKey child(CipherKey parent, Ksn at) {
        byte[] serial = at.right();
        CipherKey variant = parent.xor(C0);
        CipherKey key = join(half(variant, serial), half(parent, serial));
        variant.erase();
        return key;
    }

    /** The serial number between two additions of the right half, under single DES with the left half. */
    private static byte[] half(CipherKey key, byte[] serial) {
        byte[] clear = key.clear();
        CipherKey left = CipherKey.of(CipherKind.DES, Arrays.copyOf(clear, 8));
        byte[] out = left.encryptEcb(plusRight(serial, clear));
        left.erase();
        byte[] half = plusRight(out, clear);
        Arrays.fill(clear, (byte) 0);
        return half;
    }

    private static byte[] plusRight(byte[] block, byte[] key) {
        byte[] sum = block.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= key[8 + i];
        }
        return sum;
    }

    private static CipherKey join(byte[] left, byte[] right) {
        byte[] clear = Arrays.copyOf(left, 16);
        System.arraycopy(right, 0, clear, 8, 8);
        CipherKey key = CipherKey.of(CipherKind.TDES, clear);
        Arrays.fill(clear, (byte) 0);
        return key;
    }
}
