package dev.counterfoil.pinpad;

import dev.counterfoil.trace.TraceEvent;

/** What a pad tells the trace beside the lives of its keys; the actor of the envelope is the pad. */
public final class PadEvents {
    private PadEvents() {}

    /**
     * The pad has looked at the sensor of its card slot.
     *
     * @param percent of what it read at the factory
     */
    public record SlotTested(int percent, boolean covered) implements TraceEvent {
        @Override
        public String kind() {
            return "pad.slot-tested";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("percent", percent).flag("covered", covered);
        }
    }

    /** The pad was switched on or off. */
    public record PowerChanged(boolean on) implements TraceEvent {
        @Override
        public String kind() {
            return "pad.power";
        }

        @Override
        public void tell(Teller teller) {
            teller.flag("on", on);
        }
    }
}
