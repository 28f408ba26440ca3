package dev.counterfoil.host.inspection;

import dev.counterfoil.trace.TraceEvent;

/** What the inspection desk tells the trace; the actor of the envelope is the host. Terminals go by estate names. */
public final class InspectionEvents {
    private InspectionEvents() {}

    /**
     * An inspection is in the register.
     *
     * @param number 8 digits
     * @param medium chip, stripe or typed
     * @param grade what that proves: STRONG, WEAK or TYPED
     * @param state in which the terminal was found
     */
    public record Noted(String terminal, String number, String medium, String grade, String state)
            implements TraceEvent {
        @Override
        public String kind() {
            return "host.inspection";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal)
                    .text("number", number)
                    .text("medium", medium)
                    .text("grade", grade)
                    .text("state", state);
        }
    }

    /** The service desk is told something of a terminal. */
    public record DeskNote(String terminal, String note) implements TraceEvent {
        @Override
        public String kind() {
            return "host.desk-note";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("note", note);
        }
    }
}
