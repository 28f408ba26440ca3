package dev.counterfoil.wire;

import dev.counterfoil.trace.TraceEvent;

/** What a wire tells the trace; the actor of the envelope is the wire's name. */
public final class WireEvents {
    private WireEvents() {}

    /**
     * A message left its sender.
     *
     * @param id of the message on this wire, from 1
     * @param from name of the sending actor
     * @param to name of the receiving actor
     */
    public record Sent(long id, String from, String to, byte[] bytes) implements TraceEvent {
        @Override
        public String kind() {
            return "wire.sent";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("id", id).text("from", from).text("to", to).bytes("bytes", bytes);
        }
    }

    /** A message came to its receiver; {@code bytes} is what arrived, empty when it is what was sent. */
    public record Arrived(long id, byte[] bytes) implements TraceEvent {
        @Override
        public String kind() {
            return "wire.arrived";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("id", id).bytes("bytes", bytes);
        }
    }

    /** A fault struck a message. */
    public record Struck(long id, String fault) implements TraceEvent {
        @Override
        public String kind() {
            return "wire.struck";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("id", id).text("fault", fault);
        }
    }

    /**
     * A connection event or a trouble of the line itself.
     *
     * @param what dialling, opened, refused, closed, gone, back, lost (a message that could not be carried), repeated
     *     (a frame that failed its checksum and was sent again)
     * @param detail the cause, or empty
     */
    public record Line(String what, String detail) implements TraceEvent {
        @Override
        public String kind() {
            return "wire.line";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("what", what).text("detail", detail);
        }
    }

    /** A clear secret crossed a wire that is enclosed or part of a ceremony. */
    public record Exposure(long id, String secret, String label) implements TraceEvent {
        @Override
        public String kind() {
            return "wire.exposure";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("id", id).text("secret", secret).text("label", label);
        }
    }
}
