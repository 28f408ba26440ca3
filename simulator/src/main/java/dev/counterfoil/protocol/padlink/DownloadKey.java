package dev.counterfoil.protocol.padlink;

/** The key whose derived keys make and check the MACs of a hardened download. */
public enum DownloadKey implements Coded {
    /** Of the card in the slot, after its password. */
    CARD_KEY("0"),
    /** In the pad's slot: the proof that it has been stored. */
    MASTER_KEY("1"),
    /** The key that the factory wrote into the pad's chip. */
    CHIP_KEY("2");

    private final String code;

    DownloadKey(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
