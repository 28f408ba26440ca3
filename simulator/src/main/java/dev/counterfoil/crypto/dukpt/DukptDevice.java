package dev.counterfoil.crypto.dukpt;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The device's side: a counter and a future key register for each of its bits. Drawing the key of a transaction empties
 * the register it stood in and fills those below, so that nothing left in the device gives a key that was used.
 *
 * <p>Whoever draws stores {@link #record} before the first byte under the key leaves: after a power cut the device goes
 * on behind every key that was seen.
 */
public final class DukptDevice {
    private final Ksn initial;
    private final @Nullable CipherKey[] registers;
    private long counter;
    private boolean erased;

    DukptDevice(Ksn initial, long counter, @Nullable CipherKey[] registers) {
        this.initial = initial;
        this.counter = counter;
        this.registers = registers;
    }

    /** What drawing gives. */
    public sealed interface Draw {}

    /** The key of the next transaction, which the caller erases. */
    public record Drawn(TransactionKey key) implements Draw {}

    /** Every counter has been used: the device wants a new initial key. */
    public record Exhausted(Ksn initial) implements Draw {}

    /**
     * A device fresh from the loading of its initial key, which is not kept; the counter of the KSN is taken as 0.
     *
     * @throws IllegalArgumentException when the key does not fit the scheme of the KSN
     */
    public static DukptDevice load(CipherKey initialKey, Ksn ksn) {
        return at(initialKey, ksn.withCounter(1));
    }

    /**
     * A device as it stands behind all transactions before {@code next}: what {@link #load} and drawing lead to.
     *
     * @throws IllegalArgumentException when the key does not fit the scheme or no device uses that counter
     */
    public static DukptDevice at(CipherKey initialKey, Ksn next) {
        DukptScheme scheme = next.scheme();
        if (!scheme.uses(next.counter())) {
            throw new IllegalArgumentException("no device uses the counter of " + next);
        }
        DukptDevice device =
                new DukptDevice(next.withCounter(0), next.counter(), new @Nullable CipherKey[scheme.counterBits()]);
        for (int bit = Long.numberOfTrailingZeros(next.counter()); bit < device.registers.length; bit++) {
            long above = next.counter() >> (bit + 1) << (bit + 1);
            long future = above | 1L << bit;
            if (future >= next.counter() && scheme.branches(above)) {
                device.registers[bit] = scheme.walk(initialKey, next.withCounter(future));
            }
        }
        return device;
    }

    /**
     * The key of the next transaction; the counter steps on.
     *
     * @throws IllegalStateException when the device was erased
     */
    public Draw draw() {
        mustNotBeErased();
        if (counter == 0) {
            return new Exhausted(initial);
        }
        int bit = Long.numberOfTrailingZeros(counter);
        CipherKey key = registers[bit];
        if (key == null) {
            throw new IllegalStateException("future key register " + bit + " is empty at counter " + counter);
        }
        registers[bit] = null;
        DukptScheme scheme = initial.scheme();
        if (scheme.branches(counter)) {
            for (int below = 0; below < bit; below++) {
                registers[below] = scheme.child(key, initial.withCounter(counter | 1L << below));
            }
        }
        Ksn ksn = initial.withCounter(counter);
        counter = scheme.after(counter);
        return new Drawn(new TransactionKey(ksn, key));
    }

    /** The KSN of the next transaction, or {@code null} when there is none. */
    public @Nullable Ksn next() {
        return counter == 0 ? null : initial.withCounter(counter);
    }

    /** Whether this is the device of that KSN, of whichever counter, and stands behind its first transaction. */
    public boolean hasDrawn(Ksn ksn) {
        return counter != 1 && initial.equals(ksn.withCounter(0));
    }

    /**
     * The state for a store, sealed under the key of the device's chip; see {@link DeviceRecord}.
     *
     * @throws IllegalStateException when the device was erased: its record would be that of an exhausted one
     */
    public byte[] record(CipherKey chipKey) {
        mustNotBeErased();
        return DeviceRecord.seal(chipKey, initial.withCounter(counter), registers);
    }

    /**
     * The device of a record.
     *
     * @throws Malformed when the record is damaged or lies under another key
     */
    public static DukptDevice restore(CipherKey chipKey, byte[] record) {
        return DeviceRecord.open(chipKey, record);
    }

    private void mustNotBeErased() {
        if (erased) {
            throw new IllegalStateException("a DUKPT device was used after its end");
        }
    }

    /** Wipes all registers, as tampering does. */
    public void erase() {
        erased = true;
        counter = 0;
        for (int bit = 0; bit < registers.length; bit++) {
            CipherKey key = registers[bit];
            if (key != null) {
                key.erase();
                registers[bit] = null;
            }
        }
    }

    /** The scheme, the next KSN and how many registers are filled. */
    @Override
    public String toString() {
        long filled = Arrays.stream(registers).filter(Objects::nonNull).count();
        return initial.scheme() + " DUKPT of " + initial + (counter == 0 ? ", no key left" : ", next " + next()) + ", "
                + filled + " future keys";
    }
}
