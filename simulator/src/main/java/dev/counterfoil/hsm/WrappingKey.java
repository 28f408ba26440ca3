package dev.counterfoil.hsm;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key that other keys are enciphered under: an LMK pair, a ZMK or a TMK.
 *
 * <p>Schemes U and T change the first byte of its second half for each 8-byte part of the wrapped key. A single-length
 * key counts as two equal halves.
 */
final class WrappingKey {
    private static final int PART = 8;
    private static final int[] VARIANTS = {0, 0xA6, 0x5A, 0x6A, 0xDE, 0x2B};

    private final byte[] clear;
    private final @Nullable CipherKey[] varied = new @Nullable CipherKey[VARIANTS.length];

    /** A wrapping key of 8, 16 or 24 clear bytes, which are copied. */
    WrappingKey(byte[] clear) {
        this.clear = clear.length == PART ? twice(clear) : clear.clone();
    }

    /** This key with its Atalla variant: 8 times {@code variant} added to the first byte of each 8-byte part. */
    WrappingKey atalla(int variant) {
        byte[] changed = clear.clone();
        for (int at = 0; at < changed.length; at += PART) {
            changed[at] ^= (byte) (PART * variant);
        }
        return new WrappingKey(changed);
    }

    /** Enciphers a clear key whose length is the scheme's. */
    byte[] wrap(KeyScheme scheme, byte[] key) {
        return byPart(scheme, key, true);
    }

    /** The clear key inside a cryptogram whose length is the scheme's. */
    byte[] unwrap(KeyScheme scheme, byte[] cryptogram) {
        return byPart(scheme, cryptogram, false);
    }

    private byte[] byPart(KeyScheme scheme, byte[] in, boolean encrypt) {
        byte[] out = new byte[in.length];
        for (int at = 0; at < in.length; at += PART) {
            CipherKey key = varied(scheme.variant(at / PART));
            byte[] part = Arrays.copyOfRange(in, at, at + PART);
            System.arraycopy(encrypt ? key.encryptEcb(part) : key.decryptEcb(part), 0, out, at, PART);
        }
        return out;
    }

    private CipherKey varied(int variant) {
        int index = 0;
        while (VARIANTS[index] != variant) {
            index++;
        }
        CipherKey key = varied[index];
        if (key == null) {
            byte[] changed = clear.clone();
            changed[PART] ^= (byte) variant;
            key = CipherKey.of(CipherKind.TDES, changed);
            varied[index] = key;
        }
        return key;
    }

    private static byte[] twice(byte[] half) {
        byte[] both = Arrays.copyOf(half, 2 * half.length);
        System.arraycopy(half, 0, both, half.length, half.length);
        return both;
    }

    @Override
    public String toString() {
        return "wrapping key " + varied(0).kcv();
    }
}
