package dev.counterfoil.protocol.link;

/** What a {@link LinkStation} wants done, in order. The arrays are the receiver's to keep. */
public sealed interface LinkEffect {
    /** Bytes to put on the line. */
    record Transmit(byte[] bytes) implements LinkEffect {}

    /** A payload that came whole, once. */
    record Deliver(byte[] payload) implements LinkEffect {}

    /** The timer begins, or begins anew. */
    record StartTimer(LinkTimer timer) implements LinkEffect {}

    /** The timer is no longer awaited. */
    record StopTimer(LinkTimer timer) implements LinkEffect {}

    /** A payload that was sent as often as allowed and never acknowledged. */
    record GaveUp(byte[] payload) implements LinkEffect {}

    /** A payload that found the queue full. */
    record Refused(byte[] payload) implements LinkEffect {}
}
