package dev.counterfoil.trace;

/**
 * Something worth knowing. Implementations are records of the room that they happen in; they hold nothing that differs
 * between two runs of one seed (no actor paths, thread names, identities) and nothing secret but the bytes that wires
 * carry, which listeners mask.
 */
public interface TraceEvent {
    /** Room and event, for example {@code wire.sent}; unique among all events. */
    String kind();

    /** Tells the parts in a fixed order. */
    void tell(Teller teller);

    /** Takes the parts of an event: the digest, NDJSON and other listeners are tellers. */
    interface Teller {
        Teller text(String name, String value);

        Teller number(String name, long value);

        Teller flag(String name, boolean value);

        Teller bytes(String name, byte[] value);
    }
}
