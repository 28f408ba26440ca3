package dev.counterfoil.crypto;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.jspecify.annotations.Nullable;

/**
 * The ciphers set up for one key: an encrypting and a decrypting engine, each built on its first use.
 *
 * <p>A set-up engine costs about 1 kB and 12 microseconds for each DES key in it, so a key keeps its own only while
 * {@link Cache} lets it. Engines carry working state: every use holds this object's lock, which nobody else wants
 * while one actor owns the key.
 */
final class Engines {
    /** Handed to Bouncy Castle's modes, which want a key at set-up; {@link Kept} ignores it. */
    private static final KeyParameter ALREADY_SET = new KeyParameter(new byte[8]);

    private final CipherKey owner;
    private final CipherKind kind;

    /** The key's own array, not a copy: erasing the key wipes it. */
    private final byte[] clear;

    private @Nullable BlockCipher encryptor;
    private @Nullable BlockCipher decryptor;
    private @Nullable BlockCipher leftEncryptor;

    /** Set by each use and cleared by the cache's hand. */
    private volatile boolean used;

    private volatile boolean retired;

    Engines(CipherKey owner, byte[] clear) {
        this.owner = owner;
        this.kind = owner.kind();
        this.clear = clear;
    }

    /** Marks a use; false when the cache has taken these engines away. */
    boolean use() {
        if (!used) {
            used = true;
        }
        return !retired;
    }

    /** Whether there was a use since the last call. */
    boolean takeUsed() {
        boolean was = used;
        used = false;
        return was;
    }

    /** Drops the engines for good. */
    synchronized void retire() {
        retired = true;
        encryptor = null;
        decryptor = null;
        leftEncryptor = null;
        owner.dropped(this);
    }

    /** Electronic code book over {@code length} bytes, a multiple of the block. */
    synchronized void ecb(boolean encrypt, byte[] in, int inOffset, byte[] out, int outOffset, int length) {
        BlockCipher engine = encrypt ? encryptor() : decryptor();
        int block = kind.blockBytes();
        for (int i = 0; i < length; i += block) {
            engine.processBlock(in, inOffset + i, out, outOffset + i);
        }
    }

    /** Cipher block chaining over whole blocks. */
    synchronized byte[] cbc(boolean encrypt, byte[] iv, byte[] data) {
        var mode = CBCBlockCipher.newInstance(new Kept(encrypt ? encryptor() : decryptor()));
        mode.init(encrypt, new ParametersWithIV(ALREADY_SET, iv));
        byte[] out = new byte[data.length];
        for (int i = 0; i < data.length; i += kind.blockBytes()) {
            mode.processBlock(data, i, out, i);
        }
        return out;
    }

    /** Counter mode over any length. */
    synchronized byte[] ctr(byte[] firstCounter, byte[] data) {
        var mode = SICBlockCipher.newInstance(new Kept(encryptor()));
        mode.init(true, new ParametersWithIV(ALREADY_SET, firstCounter));
        byte[] out = new byte[data.length];
        mode.processBytes(data, 0, data.length, out, 0);
        return out;
    }

    /** Chains whole blocks into {@code state} with the whole key, as ISO 9797-1 algorithm 1 does. */
    synchronized void chain(byte[] state, byte[] data, int offset, int length) {
        chain(encryptor(), state, data, offset, length);
    }

    /** Chains whole blocks into {@code state} with single DES under the first 8 bytes of a TDES key (algorithm 3). */
    synchronized void chainLeft(byte[] state, byte[] data, int offset, int length) {
        BlockCipher left = leftEncryptor;
        if (left == null) {
            left = new DESEngine();
            left.init(true, new KeyParameter(clear, 0, 8));
            leftEncryptor = left;
        }
        chain(left, state, data, offset, length);
    }

    /** NIST SP 800-38B, the whole block. */
    synchronized byte[] cmac(byte[] data, int offset, int length) {
        CMac mac = new CMac(new Kept(encryptor()));
        mac.init(ALREADY_SET);
        mac.update(data, offset, length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    private static void chain(BlockCipher engine, byte[] state, byte[] data, int offset, int length) {
        for (int at = offset; at < offset + length; at += state.length) {
            for (int i = 0; i < state.length; i++) {
                state[i] ^= data[at + i];
            }
            engine.processBlock(state, 0, state, 0);
        }
    }

    private BlockCipher encryptor() {
        BlockCipher engine = encryptor;
        if (engine == null) {
            engine = setUp(true);
            encryptor = engine;
        }
        return engine;
    }

    private BlockCipher decryptor() {
        BlockCipher engine = decryptor;
        if (engine == null) {
            engine = setUp(false);
            decryptor = engine;
        }
        return engine;
    }

    private BlockCipher setUp(boolean encrypt) {
        BlockCipher engine = kind.newEngine();
        engine.init(encrypt, new KeyParameter(clear));
        return engine;
    }

    /**
     * The bound on set-up engines in the whole process: a ring of {@value #SLOTS} places with a second-chance hand.
     *
     * <p>A key finds its own engines without a look-up; the ring only takes them away from keys that have not been
     * used for a while. It never changes a result, only what the next use costs.
     */
    static final class Cache {
        static final int SLOTS = 4096;

        private static final @Nullable Engines[] RING = new @Nullable Engines[SLOTS];
        private static int hand;

        private Cache() {}

        /** Gives {@code engines} a place and returns them; the engines that stood there are retired. */
        static synchronized Engines admit(Engines engines) {
            Engines idle = RING[hand];
            while (idle != null && idle.takeUsed()) {
                hand = (hand + 1) % SLOTS;
                idle = RING[hand];
            }
            if (idle != null) {
                idle.retire();
            }
            RING[hand] = engines;
            hand = (hand + 1) % SLOTS;
            return engines;
        }
    }

    /** An engine that a mode of operation may use but not set up again. */
    private record Kept(BlockCipher engine) implements BlockCipher {
        @Override
        public void init(boolean encrypt, CipherParameters parameters) {
            // The engine was set up once for its key.
        }

        @Override
        public String getAlgorithmName() {
            return engine.getAlgorithmName();
        }

        @Override
        public int getBlockSize() {
            return engine.getBlockSize();
        }

        @Override
        public int processBlock(byte[] in, int inOffset, byte[] out, int outOffset) {
            return engine.processBlock(in, inOffset, out, outOffset);
        }

        @Override
        public void reset() {
            engine.reset();
        }
    }
}
