package dev.counterfoil.terminal;

/** What a terminal is ready for. Each constant says what it waits for. */
public enum TerminalState {
    /** No master key, or one that is lost: waits for a key download. */
    UNLOADED("unloaded"),
    /** A master key and no working keys: waits for a sign-in. */
    LOADED("loaded"),
    /** Ready to trade. */
    SIGNED_IN("signed-in"),
    /** Waits for a sign-in. */
    SIGNED_OFF("signed-off"),
    /** The batch is closed: waits for the sign-in that brings the next one. */
    SETTLED("settled"),
    /** The pad has been off its cable: waits for re-activation. */
    FROZEN("frozen"),
    /** Taken out of use. */
    LOCKED("locked");

    private final String english;

    TerminalState(String english) {
        this.english = english;
    }

    public String english() {
        return english;
    }
}
