package dev.counterfoil.protocol.padlink;

/** What a working key may be used for. */
public enum KeyUse implements Coded {
    /** Encrypts other keys. */
    KEK("2"),
    PIN("3"),
    MAC("5"),
    /** Encrypts tracks and other data. */
    DATA("6");

    private final String code;

    KeyUse(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
