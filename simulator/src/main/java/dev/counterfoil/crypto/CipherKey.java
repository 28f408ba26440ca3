package dev.counterfoil.crypto;

import dev.counterfoil.codec.Hex;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A key of a block cipher. It prints its kind and its check value, never its value, and is wiped by {@link #erase()}.
 *
 * <p>DES parity bits are neither checked nor set. Every use of an erased key throws {@link IllegalStateException}.
 */
public final class CipherKey {
    private final CipherKind kind;
    private volatile byte @Nullable [] value;
    private volatile @Nullable Engines engines;

    private CipherKey(CipherKind kind, byte[] value) {
        if (!kind.accepts(value.length)) {
            throw new IllegalArgumentException("no " + kind + " key has " + value.length + " bytes");
        }
        this.kind = kind;
        this.value = value;
    }

    /**
     * A key of that clear value, which is copied.
     *
     * @throws IllegalArgumentException when the kind has no keys of that length
     */
    public static CipherKey of(CipherKind kind, byte[] clear) {
        return new CipherKey(kind, clear.clone());
    }

    /** A key from hex digits of either case; see {@link #of(CipherKind, byte[])}. */
    public static CipherKey ofHex(CipherKind kind, String hex) {
        return new CipherKey(kind, Hex.bytes(hex));
    }

    public CipherKind kind() {
        return kind;
    }

    public int lengthBytes() {
        return live().length;
    }

    /** Encrypts whole blocks in electronic code book mode. */
    public byte[] encryptEcb(byte[] data) {
        return ecb(true, data);
    }

    /** Decrypts whole blocks in electronic code book mode. */
    public byte[] decryptEcb(byte[] data) {
        return ecb(false, data);
    }

    /** Encrypts whole blocks in cipher block chaining mode; the initial vector is one block. */
    public byte[] encryptCbc(byte[] iv, byte[] data) {
        return engines().cbc(true, oneBlock(iv), wholeBlocks(data));
    }

    /** Decrypts whole blocks in cipher block chaining mode; the initial vector is one block. */
    public byte[] decryptCbc(byte[] iv, byte[] data) {
        return engines().cbc(false, oneBlock(iv), wholeBlocks(data));
    }

    /** Enciphers, or deciphers, any number of bytes in counter mode; the first counter is one block. */
    public byte[] ctr(byte[] firstCounter, byte[] data) {
        return engines().ctr(oneBlock(firstCounter), data);
    }

    /** The check value in its usual length: 8 upper-case hex digits, the first 4 bytes of the encrypted zero block. */
    public String kcv() {
        return kcv(4);
    }

    /** The first {@code bytes} bytes (1 to the block length) of the encrypted zero block, in upper-case hex. */
    public String kcv(int bytes) {
        byte[] block = new byte[kind.blockBytes()];
        engines().ecb(true, block, 0, block, 0, block.length);
        return Hex.of(block, 0, bytes);
    }

    /** The other key's clear value encrypted under this one in electronic code book mode. */
    public byte[] wrap(CipherKey other) {
        return encryptEcb(other.live());
    }

    /** The key that {@link #wrap} wrapped. Nothing is checked: compare its {@link #kcv()} with the one received. */
    public CipherKey unwrap(CipherKind wrappedKind, byte[] wrapped) {
        return new CipherKey(wrappedKind, decryptEcb(wrapped));
    }

    /** A copy of the clear value, for the HSM and for key stores only; the caller wipes it. */
    public byte[] clear() {
        return live().clone();
    }

    /** What the work makes of this key, which is erased then, whatever comes of it. */
    public <T> T once(Function<CipherKey, T> work) {
        try {
            return work.apply(this);
        } finally {
            erase();
        }
    }

    /** A key of the same value with a life of its own. */
    public CipherKey copy() {
        return new CipherKey(kind, clear());
    }

    /** The exclusive or of two components of equal kind and length. */
    public CipherKey xor(CipherKey component) {
        byte[] sum = clear();
        byte[] other = component.live();
        if (component.kind != kind || other.length != sum.length) {
            throw new IllegalArgumentException("components differ: " + kind + " of " + sum.length + " bytes and "
                    + component.kind + " of " + other.length);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        return new CipherKey(kind, sum);
    }

    /**
     * The card key that this master key gives for 8 bytes of card data, as PBOC and EMV option A derive it: the left
     * half is the data encrypted, the right half its complement encrypted. A 16-byte-block cipher encrypts both at
     * once.
     *
     * @param data 8 bytes, such as {@link #cardData(String)}
     */
    public CipherKey diversify(byte[] data) {
        if (data.length != 8) {
            throw new IllegalArgumentException("diversification data of " + data.length + " bytes, not 8");
        }
        byte[] both = Arrays.copyOf(data, 16);
        for (int i = 0; i < 8; i++) {
            both[8 + i] = (byte) ~data[i];
        }
        return new CipherKey(kind == CipherKind.DES ? CipherKind.TDES : kind, encryptEcb(both));
    }

    /** The diversification data of a card number: its rightmost 16 digits, zeros on the left, packed into 8 bytes. */
    public static byte[] cardData(String cardNumber) {
        String padded = "0".repeat(16) + cardNumber;
        return Hex.bytes(padded.substring(padded.length() - 16));
    }

    /** Overwrites the value with zeros and drops what was set up from it. */
    public void erase() {
        byte[] gone = value;
        value = null;
        if (gone != null) {
            Arrays.fill(gone, (byte) 0);
        }
        Engines held = engines;
        if (held != null) {
            held.retire();
        }
        engines = null;
    }

    public boolean erased() {
        return value == null;
    }

    /** The kind and the check value, as in {@code TDES 51E1FBFA}, or {@code TDES erased}. */
    @Override
    public String toString() {
        return kind + " " + (erased() ? "erased" : kcv());
    }

    /** This key's engines, set up again if the cache has taken them. */
    Engines engines() {
        Engines held = engines;
        if (held == null || !held.use()) {
            held = Engines.Cache.admit(new Engines(this, live()));
            engines = held;
        }
        return held;
    }

    /** The cache has taken these engines away. */
    void dropped(Engines gone) {
        if (engines == gone) {
            engines = null;
        }
    }

    private byte[] ecb(boolean encrypt, byte[] data) {
        byte[] out = new byte[wholeBlocks(data).length];
        engines().ecb(encrypt, data, 0, out, 0, data.length);
        return out;
    }

    private byte[] wholeBlocks(byte[] data) {
        if (data.length % kind.blockBytes() != 0) {
            throw new IllegalArgumentException(data.length + " bytes are no whole blocks of " + kind);
        }
        return data;
    }

    private byte[] oneBlock(byte[] iv) {
        if (iv.length != kind.blockBytes()) {
            throw new IllegalArgumentException("an initial vector of " + iv.length + " bytes for " + kind);
        }
        return iv;
    }

    private byte[] live() {
        byte[] clear = value;
        if (clear == null) {
            throw new IllegalStateException("a " + kind + " key was used after its end");
        }
        return clear;
    }
}
