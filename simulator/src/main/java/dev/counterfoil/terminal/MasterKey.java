package dev.counterfoil.terminal;

import dev.counterfoil.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal remembers of the master key in its pad.
 *
 * @param checkValue 8 hex digits, empty when there never was one
 * @param openResult the end of a download that the host has not answered yet
 */
public record MasterKey(
        Status status, String checkValue, @Nullable OpenResult openResult) {
    /** Whether it can be used. */
    public enum Status {
        EMPTY,
        ACTIVE,
        /** The pad was off its cable: back by re-activation. */
        FROZEN,
        /** Back only by a new download. */
        LOST,
        /** Under DUKPT every key has been used: it wants a new initial key. */
        EXHAUSTED
    }

    /**
     * A good download whose result has not been answered.
     *
     * @param stan trace number of the whole download
     * @param session the host's, in hex; empty for a download without a card
     */
    public record OpenResult(String stan, String session) {
        /** The result of a download without a card. */
        public static OpenResult online(String stan) {
            return new OpenResult(stan, "");
        }

        public boolean isOnline() {
            return session.isEmpty();
        }
    }

    static final MasterKey NONE = new MasterKey(Status.EMPTY, "", null);

    MasterKey as(Status other) {
        return new MasterKey(other, checkValue, openResult);
    }

    MasterKey answered() {
        return new MasterKey(status, checkValue, null);
    }

    byte[] encode() {
        Row row = new Row().put(status.name()).put(checkValue);
        if (openResult != null) {
            row.put(openResult.stan).put(openResult.session);
        }
        return row.encode();
    }

    static MasterKey decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new MasterKey(
                Status.valueOf(in.text()), in.text(), in.more() ? new OpenResult(in.text(), in.text()) : null);
    }
}
