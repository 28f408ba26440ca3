package dev.counterfoil.protocol.padlink;

/** What a key slot holds. */
public enum SlotState implements Coded {
    EMPTY("0"),
    /** A key that has not been used yet. */
    LOADED("1"),
    ACTIVE("2"),
    /** The key was wiped because the pad was attacked or came to a foreign terminal. */
    LOST("3"),
    /** The key was made void by a newer one above it. */
    REVOKED("4"),
    /** Still in the chip, not usable before re-activation. */
    FROZEN("5");

    private final String code;

    SlotState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
