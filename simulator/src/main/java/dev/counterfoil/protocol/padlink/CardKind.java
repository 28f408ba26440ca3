package dev.counterfoil.protocol.padlink;

/** What the pad found in its card slot. */
public enum CardKind implements Coded {
    NONE("0"),
    MANAGER("1"),
    /** A chip that is no operation manager card. */
    OTHER("2"),
    /** No answer to reset: no chip, or a card the wrong way round. */
    SILENT("3");

    private final String code;

    CardKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
