package dev.counterfoil.protocol.padlink;

/** The layout of a PIN block. */
public enum PinBlockKind implements Coded {
    ISO0("20"),
    ISO1("21"),
    ISO2("22"),
    ISO3("23"),
    /** X9.8 without an account number; an extension of ours. */
    X98_WITHOUT_PAN("24"),
    IBM3624("30");

    private final String code;

    PinBlockKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
