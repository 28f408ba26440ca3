package dev.counterfoil.terminal;

import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Menu;

/** What happens to a terminal. */
public sealed interface Input {
    /** A key of the terminal's own keyboard: 0 to 9, ENTER, CLEAR, CANCEL. */
    record Key(String label) implements Input {}

    /** A menu entry was chosen. */
    record Choose(Menu entry) implements Input {}

    /** Text was scanned or typed. */
    record Scan(String text) implements Input {}

    /** The stripe reader has read something; {@code track2} may be anything. */
    record Swiped(String track2) implements Input {
        @Override
        public String toString() {
            return "Swiped[]";
        }
    }

    /** The line to the host is open. */
    record LineOpened() implements Input {}

    /** The line is closed, could not be opened, or has gone. */
    record LineDown(String cause) implements Input {}

    /** A whole frame came from the host. */
    record Frame(byte[] frame) implements Input {}

    /** The pad says something. */
    record Pad(PadReply reply) implements Input {}

    /** The pad cannot be reached: its plug is out. */
    record PadGone() implements Input {}

    /** The pad's plug is in. */
    record PadBack() implements Input {}

    /** The time that was set has passed. */
    record Time() implements Input {}
}
