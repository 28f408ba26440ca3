package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.util.Arrays;

/**
 * A key serial number: which device, and which of its transactions. It is no secret.
 *
 * @param scheme told by the length: 10 bytes for TDES, 12 for AES
 * @param initial the whole number in upper-case hex with a counter of 0
 * @param counter the transaction counter, 0 to 2<sup>21</sup>-1 (TDES) or 2<sup>32</sup>-1 (AES)
 */
public record Ksn(DukptScheme scheme, String initial, long counter) {
    /** Refuses a counter that the scheme has no room for. */
    public Ksn {
        if (counter < 0 || counter >> scheme.counterBits() != 0) {
            throw new IllegalArgumentException("a " + scheme + " counter has " + scheme.counterBits() + " bits");
        }
    }

    /**
     * The KSN of 10 or 12 bytes.
     *
     * @throws Malformed when it has another length
     */
    public static Ksn of(byte[] ksn) {
        for (DukptScheme scheme : DukptScheme.values()) {
            if (ksn.length == scheme.ksnBytes()) {
                return split(scheme, ksn.clone());
            }
        }
        throw new Malformed("KSN", ksn.length, "10 bytes (TDES) or 12 bytes (AES)", ksn.length + " bytes");
    }

    /** {@link #of(byte[])} of hex digits of either case. */
    public static Ksn ofHex(String ksn) {
        return of(Hex.bytes(ksn));
    }

    private static Ksn split(DukptScheme scheme, byte[] bytes) {
        long counter = 0;
        int bits = scheme.counterBits();
        for (int at = bytes.length - 1, shift = 0; shift < bits; at--, shift += 8) {
            int mask = (1 << Math.min(8, bits - shift)) - 1;
            counter |= (long) (bytes[at] & mask) << shift;
            bytes[at] &= (byte) ~mask;
        }
        return new Ksn(scheme, Hex.of(bytes), counter);
    }

    public byte[] bytes() {
        byte[] bytes = Hex.bytes(initial);
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 1 - i] |= (byte) (counter >> (8 * i));
        }
        return bytes;
    }

    /** The same device at another transaction. */
    public Ksn withCounter(long other) {
        return new Ksn(scheme, initial, other);
    }

    /** The rightmost 8 bytes, which enter the derivation of every key but the initial one. */
    byte[] right() {
        byte[] bytes = bytes();
        return Arrays.copyOfRange(bytes, bytes.length - 8, bytes.length);
    }

    /** The leftmost 8 bytes: for AES the initial key's identifier. */
    byte[] left() {
        return Arrays.copyOf(Hex.bytes(initial), 8);
    }

    /** The whole number in upper-case hex. */
    @Override
    public String toString() {
        return Hex.of(bytes());
    }
}
