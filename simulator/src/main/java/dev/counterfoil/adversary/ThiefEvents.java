package dev.counterfoil.adversary;

import dev.counterfoil.trace.TraceEvent;

/** What a thief on a terminal's line tells the trace. */
public final class ThiefEvents {
    private ThiefEvents() {}

    /**
     * The host has answered a message that the thief made or sent again.
     *
     * @param terminal whose line it is
     * @param code F39
     * @param messages sent by the thief since he began
     * @param bytes of these messages
     */
    public record Answered(String terminal, String code, int messages, int bytes) implements TraceEvent {
        @Override
        public String kind() {
            return "thief.answered";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal)
                    .text("code", code)
                    .number("messages", messages)
                    .number("bytes", bytes);
        }
    }

    /** The thief was to send something again and has recorded no authentication message. */
    public record EmptyHanded(String terminal) implements TraceEvent {
        @Override
        public String kind() {
            return "thief.empty-handed";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal);
        }
    }

    /**
     * A terminal has reported that it has stored a master key that the thief knows.
     *
     * @param print tells it from other keys, see {@link dev.counterfoil.crypto.life.KeyLife}
     */
    public record Planted(String terminal, String checkValue, String print) implements TraceEvent {
        @Override
        public String kind() {
            return "thief.planted";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("checkValue", checkValue).text("print", print);
        }
    }
}
