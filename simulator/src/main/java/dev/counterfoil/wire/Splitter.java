package dev.counterfoil.wire;

import java.util.List;

/** Cuts a stream of bytes into the messages of a protocol; one per direction, with a memory of what is incomplete. */
public interface Splitter {
    /** The messages that are complete with this chunk, whole frames as sent; may be none. */
    List<byte[]> feed(byte[] chunk);

    /** Every chunk is a message: for wires whose devices write whole frames. */
    static Splitter byChunk() {
        return List::of;
    }
}
