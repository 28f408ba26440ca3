package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.crypto.CipherKey;

/**
 * The host's side: keys from a base derivation key and a KSN, in any order and without state.
 *
 * <p>A key that does not fit the scheme of the KSN (TDES: 16 bytes of TDES; AES: 16, 24 or 32 bytes of AES) throws
 * {@link IllegalArgumentException} everywhere.
 */
public final class Dukpt {
    private static final long UPDATE_COUNTER = 0xFFFF_FFFFL;

    private Dukpt() {}

    /** What a KSN leads to. */
    public sealed interface Derivation {}

    /** The key of the transaction; the caller erases it. */
    public record Derived(TransactionKey key) implements Derivation {}

    /** No device ever uses this counter: it is 0 or has more one-bits than the scheme allows. */
    public record NeverUsed(Ksn ksn) implements Derivation {}

    /** The initial key that is loaded into the device; the counter of the KSN does not matter. */
    public static CipherKey initialKey(CipherKey bdk, Ksn ksn) {
        return ksn.scheme().initialKey(bdk, ksn);
    }

    /** The key of a transaction from the base derivation key. */
    public static Derivation transaction(CipherKey bdk, Ksn ksn) {
        CipherKey initialKey = initialKey(bdk, ksn);
        Derivation derivation = fromInitialKey(initialKey, ksn);
        initialKey.erase();
        return derivation;
    }

    /** The key of a transaction from the device's initial key. */
    public static Derivation fromInitialKey(CipherKey initialKey, Ksn ksn) {
        if (!ksn.scheme().uses(ksn.counter())) {
            return new NeverUsed(ksn);
        }
        return new Derived(new TransactionKey(ksn, ksn.scheme().walk(initialKey, ksn)));
    }

    /**
     * The key under which the next initial key travels to an AES device: the key encryption key of the counter that no
     * transaction reaches, all ones.
     */
    public static CipherKey updateKey(CipherKey initialKey, Ksn ksn, WorkingKind kind) {
        Ksn last = ksn.withCounter(UPDATE_COUNTER);
        TransactionKey beyond = new TransactionKey(last, ksn.scheme().walk(initialKey, last));
        CipherKey updateKey = beyond.working(DukptUsage.KEY_ENCRYPTION, kind);
        beyond.erase();
        return updateKey;
    }
}
