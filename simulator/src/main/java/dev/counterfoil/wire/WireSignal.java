package dev.counterfoil.wire;

/** What a wire tells the device at one of its ends; {@code port} is the number that the device was attached with. */
public sealed interface WireSignal extends DeviceMessage {
    int port();

    /** A hand has put this device into a wire's end, as a card into a slot: {@code into} is where it is now. */
    record Plugged(int port, WireEnd into) implements WireSignal {}

    /** The connection stands: both sides may send. */
    record Opened(int port) implements WireSignal {}

    /** No connection came about. */
    record Refused(int port, String cause) implements WireSignal {}

    /** Bytes have arrived; not necessarily a whole message. */
    record Received(int port, byte[] chunk) implements WireSignal {}

    /** The connection has ended; the line itself is well. */
    record Closed(int port) implements WireSignal {}

    /** The far side cannot be reached any more: a plug is out, the carrier is lost. */
    record Gone(int port, String cause) implements WireSignal {}

    /** The plug is in again, the carrier is back; a dialled line has to be opened anew. */
    record Back(int port) implements WireSignal {}
}
