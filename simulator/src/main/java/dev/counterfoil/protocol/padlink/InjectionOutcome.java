package dev.counterfoil.protocol.padlink;

/** How the pad took a frame of its injection cable. */
public enum InjectionOutcome implements Coded {
    /** The key is stored. */
    LOADED("0"),
    /** The pad has said no; nothing was stored. */
    REFUSED("1"),
    /** The check byte was wrong. */
    DAMAGED("2");

    private final String code;

    InjectionOutcome(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
