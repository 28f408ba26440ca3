package dev.counterfoil.loading;

import dev.counterfoil.trace.TraceEvent;

/** What PC and mother POS tell the trace beside their displays; the actor of the envelope is the device. */
public final class LoadingEvents {
    private LoadingEvents() {}

    /** PC or mother POS was switched on or off. */
    public record PowerChanged(boolean on) implements TraceEvent {
        @Override
        public String kind() {
            return "loading.power";
        }

        @Override
        public void tell(Teller teller) {
            teller.flag("on", on);
        }
    }

    /** The loader's program has opened a serial port, or could not. */
    public record PortOpened(String port, boolean good) implements TraceEvent {
        @Override
        public String kind() {
            return "loading.port";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("port", port).flag("good", good);
        }
    }

    /** The mother POS has been greeted: its program's version, the PC's date, and whether it may be used then. */
    public record Greeted(String version, String date, boolean authorised) implements TraceEvent {
        @Override
        public String kind() {
            return "loading.greeted";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("version", version).text("date", date).flag("authorised", authorised);
        }
    }
}
