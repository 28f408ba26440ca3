package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;

/** The two schemes of ANSI X9.24: their key serial numbers, their counters, and which counters they skip. */
public enum DukptScheme {
    /** ANSI X9.24-1: KSN of 10 bytes, 21-bit counter of at most 10 one-bits, two-key TDES. */
    TDES(CipherKind.TDES, 10, 21, 10),
    /** ANSI X9.24-3: KSN of 12 bytes, 32-bit counter of at most 16 one-bits, AES-128, AES-192 or AES-256. */
    AES(CipherKind.AES, 12, 32, 16);

    private final CipherKind cipher;
    private final int ksnBytes;
    private final int counterBits;
    private final int mostOnes;

    DukptScheme(CipherKind cipher, int ksnBytes, int counterBits, int mostOnes) {
        this.cipher = cipher;
        this.ksnBytes = ksnBytes;
        this.counterBits = counterBits;
        this.mostOnes = mostOnes;
    }

    /** The cipher that derives. */
    CipherKind cipher() {
        return cipher;
    }

    public int ksnBytes() {
        return ksnBytes;
    }

    /** Bits of the transaction counter at the right end of a KSN; a device has as many future key registers. */
    public int counterBits() {
        return counterBits;
    }

    /** Most one-bits of a counter that a device uses. */
    public int mostOnes() {
        return mostOnes;
    }

    /** Whether a device uses the counter: it is not 0 and has no more one-bits than the scheme allows. */
    public boolean uses(long counter) {
        return counter > 0 && counter >> counterBits == 0 && Long.bitCount(counter) <= mostOnes;
    }

    /** Whether a key with this counter has keys below it. */
    boolean branches(long counter) {
        return Long.bitCount(counter) < mostOnes;
    }

    /** The counter that follows in a device's life, skipping those with too many one-bits; 0 behind the last. */
    long after(long counter) {
        long next = branches(counter) ? counter + 1 : counter + Long.lowestOneBit(counter);
        return next >> counterBits == 0 ? next : 0;
    }

    /** The initial key of the device that the KSN names, its counter aside. */
    CipherKey initialKey(CipherKey bdk, Ksn ksn) {
        mustFit(bdk);
        return this == TDES ? TdesDerivation.initialKey(bdk, ksn) : AesDerivation.initialKey(bdk, ksn);
    }

    /** The key one bit further down: {@code at} has one more bit set than the KSN of {@code parent}. */
    CipherKey child(CipherKey parent, Ksn at) {
        return this == TDES ? TdesDerivation.child(parent, at) : AesDerivation.child(parent, at);
    }

    /**
     * The key that the bits of the counter lead to from the initial key, from the left.
     *
     * @throws IllegalArgumentException when the initial key is none of this scheme
     */
    CipherKey walk(CipherKey initialKey, Ksn to) {
        mustFit(initialKey);
        CipherKey key = initialKey.copy();
        long way = 0;
        for (long bit = 1L << (counterBits - 1); bit != 0; bit >>= 1) {
            if ((to.counter() & bit) != 0) {
                way |= bit;
                CipherKey parent = key;
                key = child(parent, to.withCounter(way));
                parent.erase();
            }
        }
        return key;
    }

    private void mustFit(CipherKey key) {
        boolean fits = key.kind() == cipher && (this == AES || key.lengthBytes() == 16);
        if (!fits) {
            throw new IllegalArgumentException(
                    this + " DUKPT does not derive from a " + key.kind() + " key of " + key.lengthBytes() + " bytes");
        }
    }
}
