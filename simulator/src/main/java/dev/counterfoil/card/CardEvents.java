package dev.counterfoil.card;

import dev.counterfoil.trace.TraceEvent;

/** What a card tells the trace; the actor of the envelope is the card. */
public final class CardEvents {
    private CardEvents() {}

    /** The card has answered a command; {@code statusWord} is 4 upper-case hex digits. */
    public record Answered(String statusWord) implements TraceEvent {
        @Override
        public String kind() {
            return "card.answered";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("statusWord", statusWord);
        }
    }

    /** The retry counter of the password stands at {@code left} now. */
    public record Tries(int left) implements TraceEvent {
        @Override
        public String kind() {
            return "card.tries";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("left", left);
        }
    }
}
