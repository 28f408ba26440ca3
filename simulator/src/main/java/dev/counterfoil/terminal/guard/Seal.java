package dev.counterfoil.terminal.guard;

import dev.counterfoil.store.Row;

/**
 * What a terminal remembers of being locked.
 *
 * @param told whether the host has heard of it
 */
public record Seal(Lock lock, boolean told) {
    public static final Seal WHOLE = new Seal(Lock.OPEN, true);

    public static Seal broken(Lock lock) {
        return new Seal(lock, lock.part().isEmpty());
    }

    public Seal asTold() {
        return new Seal(lock, true);
    }

    public byte[] encode() {
        return new Row().put(lock.name()).put(told).encode();
    }

    public static Seal decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new Seal(Lock.valueOf(in.text()), in.flag());
    }
}
