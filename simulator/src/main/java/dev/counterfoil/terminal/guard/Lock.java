package dev.counterfoil.terminal.guard;

/** Why a terminal is locked, and so what unlocks it. */
public enum Lock {
    OPEN("", ""),
    /** Its own case was opened: the manufacturer's reset. */
    CASE_OPENED("TAMPERED", "01"),
    /** The pad says that its case was opened: the manufacturer's reset. */
    PAD_OPENED("TAMPERED", "02"),
    /** The pad says that something is over its card slot: a self-test that finds nothing there. */
    SLOT_COVERED("READER", ""),
    /** Somebody gave it other numbers: a download with a manager's card. */
    NUMBERS_CHANGED("PARAMETERS", "");

    private final String cause;
    private final String part;

    Lock(String cause, String part) {
        this.cause = cause;
        this.part = part;
    }

    /** Code beside the text on the display. */
    public String cause() {
        return cause;
    }

    /** Whether the key goes too. */
    public boolean costsKey() {
        return !part.isEmpty();
    }

    /** What the host is told was opened, 2 hex digits; empty when there is nothing to tell. */
    public String part() {
        return part;
    }
}
