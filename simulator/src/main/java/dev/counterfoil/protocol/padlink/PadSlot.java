package dev.counterfoil.protocol.padlink;

/** The key slots of a pad, by their number on the cable. */
public enum PadSlot implements Coded {
    MASTER_KEY("00"),
    PIN_KEY("01"),
    MAC_KEY("02"),
    TRACK_KEY("03"),
    /** Under DUKPT only: what the answer's MAC is made with. */
    ANSWER_MAC_KEY("04");

    private final String code;

    PadSlot(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
