package dev.counterfoil.protocol.hostcommand;

/** The key under which the MACs of a hardened download are made: the card's until the terminal has a master key. */
public sealed interface DownloadKey {
    /** The key of a manager card, derived from the master key of the cards. */
    record OfCard(String cardMaster, String cardNumber) implements DownloadKey {}

    /** A terminal's TMK under the LMK. */
    record OfTerminal(String tmk) implements DownloadKey {}

    /** The same for a TMK of SM4. */
    record OfSm4Terminal(String tmk) implements DownloadKey {}

    /** The fields that name it in a command, fresh ones each time. */
    default Fields fields() {
        if (this instanceof OfCard card) {
            return Fields.of("under", "0", "cardMaster", card.cardMaster, "cardNumber", card.cardNumber);
        }
        return this instanceof OfSm4Terminal sm4
                ? Fields.of("under", "2", "tmk", sm4.tmk)
                : Fields.of("under", "1", "tmk", ((OfTerminal) this).tmk);
    }
}
