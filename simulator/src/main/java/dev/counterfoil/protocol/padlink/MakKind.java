package dev.counterfoil.protocol.padlink;

/** How F62 writes the MAC key; the names are those of the MAK forms. */
public enum MakKind implements Coded {
    EIGHT("0"),
    EIGHT_KCV_NEXT("1"),
    SIXTEEN("2"),
    SIXTEEN_KCV_OF_EIGHT("3");

    private final String code;

    MakKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
