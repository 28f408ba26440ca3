package dev.counterfoil.crypto.keyblock;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.KDFCounterBytesGenerator;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KDFCounterParameters;

/**
 * What a key of a hardened download may be used for. Each purpose has a key of its own, derived from the card key or
 * the master key as NIST SP 800-108 does in counter mode: CMAC blocks of the parent over a counter of one byte, the
 * label, 00, and the length in bits as two bytes.
 */
public enum KeyPurpose {
    /** C1 and C2: who knows the card key. */
    AUTHENTICATION("AUTHENTICATION"),
    /** The MAC of what a terminal sends. */
    REQUEST_MAC("REQUEST MAC"),
    /** The MAC of what a host answers. */
    ANSWER_MAC("ANSWER MAC"),
    /** The protection key of the block that brings the master key. */
    TRANSPORT("TRANSPORT");

    /** Bytes of a download's MAC: the first of the CMAC. */
    public static final int MAC_BYTES = 8;

    private static final int KEY_BYTES = 16;
    private static final int COUNTER_BITS = 8;

    private final String label;

    KeyPurpose(String label) {
        this.label = label;
    }

    /** The key of 16 bytes that a card key or master key has for this purpose; the caller erases it. */
    public CipherKey of(CipherKey parent) {
        return derive(parent, label, new byte[0]);
    }

    /** A key of 16 bytes for a label and, between 00 and the length, what it is bound to; the caller erases it. */
    static CipherKey derive(CipherKey parent, String label, byte[] context) {
        byte[] clear = parent.clear();
        byte[] derived = new byte[KEY_BYTES];
        KDFCounterBytesGenerator generator = new KDFCounterBytesGenerator(new CMac(engine(parent.kind())));
        generator.init(new KDFCounterParameters(clear, fixed(label, context), COUNTER_BITS));
        generator.generateBytes(derived, 0, derived.length);
        CipherKey key = CipherKey.of(parent.kind(), derived);
        Arrays.fill(clear, (byte) 0);
        Arrays.fill(derived, (byte) 0);
        return key;
    }

    /** The MAC of a message of a download, 8 bytes, under the key that {@code parent} has for this purpose. */
    public byte[] mac(CipherKey parent, byte[] message) {
        CipherKey key = of(parent);
        byte[] whole = Macs.whole(MacAlgorithm.CMAC, key, message, 0, message.length);
        key.erase();
        return Arrays.copyOf(whole, MAC_BYTES);
    }

    /** What stands behind the counter. */
    private static byte[] fixed(String label, byte[] context) {
        byte[] text = label.getBytes(StandardCharsets.US_ASCII);
        byte[] fixed = Arrays.copyOf(text, text.length + 1 + context.length + 2);
        System.arraycopy(context, 0, fixed, text.length + 1, context.length);
        fixed[fixed.length - 1] = (byte) (8 * KEY_BYTES);
        return fixed;
    }

    private static BlockCipher engine(CipherKind kind) {
        return switch (kind) {
            case TDES -> new DESedeEngine();
            case SM4 -> new SM4Engine();
            case DES, AES -> throw new IllegalArgumentException("no card key is a " + kind + " key");
        };
    }
}
