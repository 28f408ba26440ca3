package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Hex;

/**
 * The card issuer's commands about one blank card in one channel: UY, V2 and V4.
 *
 * @param transportMaster under the LMK, type 20E
 * @param chip the card's serial number, 8 bytes
 * @param challenges of the issuer and of the card, 16 bytes
 */
public record BlankCardCommands(String transportMaster, byte[] chip, byte[] challenges) {
    /** UY: whether the card knows its transport key, and with what the issuer proves the same to it. */
    public HostCommand prove(byte[] cardCryptogram) {
        return new HostCommand("UY", channel().set("cryptogram", Hex.of(cardCryptogram)));
    }

    /** V4: the card key of a number, sealed for the card. */
    public HostCommand sealKey(byte[] place, String cardMaster, String cardNumber) {
        return new HostCommand(
                "V4",
                channel()
                        .set("place", Hex.of(place))
                        .set("cardMaster", cardMaster)
                        .set("cardNumber", cardNumber));
    }

    /** V2: other data, sealed for the card. */
    public HostCommand sealData(byte[] place, byte[] data) {
        return new HostCommand("V2", channel().set("place", Hex.of(place)).set("data", Hex.of(data)));
    }

    private Fields channel() {
        return Fields.of("transport", transportMaster, "chip", Hex.of(chip), "challenges", Hex.of(challenges));
    }
}
