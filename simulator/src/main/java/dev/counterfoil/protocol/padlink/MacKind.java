package dev.counterfoil.protocol.padlink;

/** How the pad computes a MAC; which rule follows from the length of the key is said at each. */
public enum MacKind implements Coded {
    /** X9.9 under 8 bytes of key, X9.19 under 16. */
    X9_9("1"),
    SAM("2"),
    /** Padding 80 00..., ISO 9797-1 algorithm 1 under 8 bytes of key, 3 under 16. */
    PBOC("3"),
    UNIONPAY("4"),
    /** ISO 9797-1 algorithm 1 with the whole key, padding 1. */
    CBC("5"),
    /** NIST SP 800-38B; an extension of ours. */
    CMAC("6"),
    /** As {@link #UNIONPAY}, the result not written in hex; an extension of ours. */
    UNIONPAY_RAW("7");

    private final String code;

    MacKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
