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

    /**
     * Something has come of a work order.
     *
     * @param download check value of the master key that was downloaded, or empty
     * @param inspection number of the inspection, or empty
     */
    public record WorkOrder(String terminal, String download, String inspection) implements TraceEvent {
        @Override
        public String kind() {
            return "host.work-order";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal).text("download", download).text("inspection", inspection);
        }
    }

    /**
     * Somebody wants a machine bound to a merchant.
     *
     * @param serialNumber of the machine
     * @param merchant number
     * @param done whether it is bound to that merchant now
     */
    public record Bound(String terminal, String serialNumber, String merchant, boolean done) implements TraceEvent {
        @Override
        public String kind() {
            return "host.bound";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("terminal", terminal)
                    .text("serialNumber", serialNumber)
                    .text("merchant", merchant)
                    .flag("done", done);
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
