package dev.counterfoil.protocol.hostcommand;

/** The key under which the MACs of a hardened download are made: the card's until the terminal has a master key. */
public sealed interface DownloadKey {
    /** The key of a manager card, derived from the master key of the cards. */
    record OfCard(String cardMaster, String cardNumber) implements DownloadKey {}

    /** A terminal's TMK under the LMK. */
    record OfTerminal(String tmk) implements DownloadKey {}

    /** The fields that name it in a command, fresh ones each time. */
    default Fields fields() {
        return this instanceof OfCard card
                ? Fields.of("under", "0", "cardMaster", card.cardMaster, "cardNumber", card.cardNumber)
                : Fields.of("under", "1", "tmk", ((OfTerminal) this).tmk);
    }
}
