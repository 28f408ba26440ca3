package dev.counterfoil.issuing;

import dev.counterfoil.trace.TraceEvent;

/** What the card issuer tells the trace. */
public final class IssuingEvents {
    private IssuingEvents() {}

    /** A personalisation has begun; {@code card} is the card's name. */
    public record Began(String card) implements TraceEvent {
        @Override
        public String kind() {
            return "issuing.began";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("card", card);
        }
    }

    /** A personalisation has ended, well or not. */
    public record Ended(String card, String outcome) implements TraceEvent {
        @Override
        public String kind() {
            return "issuing.ended";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("card", card).text("outcome", outcome);
        }
    }

    /** The machine was switched on or off. */
    public record PowerChanged(boolean on) implements TraceEvent {
        @Override
        public String kind() {
            return "issuing.power";
        }

        @Override
        public void tell(Teller teller) {
            teller.flag("on", on);
        }
    }
}
