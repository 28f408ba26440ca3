package dev.counterfoil.terminal;

import dev.counterfoil.protocol.padlink.Challenge;
import org.jspecify.annotations.Nullable;

/**
 * A master key download as the terminal knows it.
 *
 * @param card number of the card in the pad's slot, empty when that is over
 * @param session the host's, in hex; empty before its first answer
 * @param r3 the host's random number, 8 bytes; empty in a literal download
 * @param challenge what the pad has drawn, or null before and after
 */
public record Download(
        String card, String session, byte[] r3, @Nullable Challenge challenge) {
    static final Download NONE = with("");

    /** A download with this card. */
    public static Download with(String card) {
        return new Download(card, "", new byte[0], null);
    }

    /** A download whose random numbers have been drawn. */
    public static Download drawn(Challenge challenge) {
        return new Download(challenge.cardNumber(), "", new byte[0], challenge);
    }

    /** One that is over but for its result. */
    public static Download ended(String session) {
        return new Download("", session, new byte[0], null);
    }

    /** The host has accepted the request. */
    public Download accepted(String itsSession, byte[] itsR3) {
        return new Download(card, itsSession, itsR3, challenge);
    }
}
