package dev.counterfoil.hsm;

import dev.counterfoil.trace.TraceEvent;

/** What an HSM tells the trace. */
public final class HsmEvents {
    private HsmEvents() {}

    /**
     * A command was answered.
     *
     * @param command two characters
     * @param error two characters, {@code 00} for success
     */
    public record Executed(String command, String error) implements TraceEvent {
        @Override
        public String kind() {
            return "hsm.executed";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("command", command).text("error", error);
        }
    }

    /**
     * The HSM's power failed or returned.
     */
    public record PowerChanged(boolean on) implements TraceEvent {
        @Override
        public String kind() {
            return "hsm.power-changed";
        }

        @Override
        public void tell(Teller teller) {
            teller.flag("on", on);
        }
    }
}
