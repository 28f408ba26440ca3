package dev.counterfoil.protocol.padlink;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;

/**
 * The answer to {@link PadCommand.BeginDownload}: the first two-way authentication information.
 *
 * @param cardNumber of the manager card, 1 to 19 digits
 * @param r1 first random number, one block of the card key's cipher: 8 or 16 bytes
 * @param r2 second random number, as long
 * @param c1 E(card key, r1), as long
 */
public record Challenge(String cardNumber, byte[] r1, byte[] r2, byte[] c1) {
    private static final String PATH = "challenge";

    /** Card number behind its 2-digit length, then r1, r2 and c1 in hex. */
    public byte[] encode() {
        return PadFrame.ascii(Fields.counted(cardNumber) + Hex.of(r1) + Hex.of(r2) + Hex.of(c1));
    }

    /** @throws Malformed when the data are no such answer */
    public static Challenge decode(byte[] data) {
        Fields in = new Fields(PATH, PadFrame.text(data), 0);
        String cardNumber = in.counted();
        int block = in.left() / 6;
        if (in.left() != 48 && in.left() != 96) {
            throw new Malformed(PATH, data.length, "three blocks of 8 or 16 bytes", in.left() + " characters");
        }
        return new Challenge(cardNumber, in.hex(block), in.hex(block), in.hex(block));
    }
}
