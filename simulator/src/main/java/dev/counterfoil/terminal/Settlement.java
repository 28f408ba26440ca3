package dev.counterfoil.terminal;

import dev.counterfoil.store.Row;

/**
 * How far the settlement of the batch has come.
 *
 * @param uploaded details that the host has acknowledged
 */
public record Settlement(Phase phase, int uploaded) {
    /** What has been done. */
    public enum Phase {
        /** Nothing: the batch is in use. */
        NONE,
        /** Totals compared and equal: the upload end is due. */
        AGREED,
        /** Totals compared and different: the details are due. */
        DIFFERENT,
        /** All of it: the next sign-in brings a new batch. */
        DONE
    }

    static final Settlement NONE = new Settlement(Phase.NONE, 0);

    byte[] encode() {
        return new Row().put(phase.name()).put(uploaded).encode();
    }

    static Settlement decode(byte[] record) {
        Row.Reader in = Row.read(record);
        Settlement found = new Settlement(Phase.valueOf(in.text()), (int) in.number());
        return found.equals(NONE) ? NONE : found;
    }
}
