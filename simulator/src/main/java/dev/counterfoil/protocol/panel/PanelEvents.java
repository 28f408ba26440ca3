package dev.counterfoil.protocol.panel;

import dev.counterfoil.trace.TraceEvent;
import java.util.List;

/** What a device tells the trace about its panel; the actor of the envelope is the device. */
public final class PanelEvents {
    private PanelEvents() {}

    /**
     * The display changed.
     *
     * @param cause cause code beside the text (FROZEN, LOST ...), or empty
     */
    public record Showed(Text text, List<String> args, String cause) implements TraceEvent {
        @Override
        public String kind() {
            return "panel.showed";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("text", text.name())
                    .text("args", String.join("|", args))
                    .text("cause", cause);
        }
    }

    /** The buzzer sounded. */
    public record Sounded(Tone tone) implements TraceEvent {
        @Override
        public String kind() {
            return "panel.sounded";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("tone", tone.name());
        }
    }

    /** Paper came out. */
    public record Printed(Slip slip, List<SlipLine> lines) implements TraceEvent {
        @Override
        public String kind() {
            return "panel.printed";
        }

        @Override
        public void tell(Teller teller) {
            teller.text("slip", slip.name());
            lines.forEach(line -> teller.text(line.item().name(), line.text()));
        }
    }
}
