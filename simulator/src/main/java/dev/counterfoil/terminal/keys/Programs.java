package dev.counterfoil.terminal.keys;

import dev.counterfoil.store.Row;

/**
 * The programs in a terminal.
 *
 * @param version of all of them
 * @param misplaced the first file that came out of its order, and cost the place of the master key; empty for none
 */
public record Programs(String version, String misplaced) {
    /** As delivered. */
    public static final Programs FIRST = new Programs("1.0", "");

    public byte[] encode() {
        return new Row().put(version).put(misplaced).encode();
    }

    public static Programs decode(byte[] record) {
        Row.Reader in = Row.read(record);
        return new Programs(in.text(), in.text());
    }
}
