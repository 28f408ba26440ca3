package dev.counterfoil.wire;

import akka.actor.typed.ActorRef;

/** What a device holds of a wire: its own end. */
public record WireEnd(ActorRef<Wire.Command> wire, End end) {
    /** Dials; answered by {@link WireSignal.Opened} or {@link WireSignal.Refused}. A wire that is always open needs none. */
    public void open() {
        wire.tell(new Wire.Open(end));
    }

    /** Hangs up. */
    public void close() {
        wire.tell(new Wire.Close(end));
    }

    /** Sends one whole message. */
    public void send(byte[] message) {
        wire.tell(new Wire.Send(end, message));
    }

    /** Puts a device that moves about (a card) into this end; it hears where it is before anything else. */
    public void insert(ActorRef<DeviceMessage> device, int port, String name) {
        device.tell(new WireSignal.Plugged(port, this));
        attach(device, port, name);
    }

    /** Takes whatever is in this end out of it. */
    public void remove() {
        wire.tell(new Wire.Detach(end));
    }

    /** Plugs the device in at this end. */
    public void attach(ActorRef<DeviceMessage> device, int port, String name) {
        wire.tell(new Wire.Attach(end, device, port, name));
    }
}
