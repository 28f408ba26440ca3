package dev.counterfoil.stage;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.padlink.Challenge;
import dev.counterfoil.protocol.padlink.CipherMode;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadSlot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pad was asked and what it answered. Any key may encipher a block of zeros, the track key anything, and none
 * deciphers for whoever holds the cable; a frozen key does nothing.
 */
final class Probed {
    private static final Set<CipherMode> ENCIPHERING = EnumSet.of(CipherMode.ECB_ENCRYPT, CipherMode.CBC_ENCRYPT);

    private Probed() {}

    /** The first answer that did what no key may do. */
    static Optional<WireMessage> misused(List<WireMessage> cable, String pad, List<Seen<KeyLife>> lives) {
        PadCommand asked = null;
        for (WireMessage message : cable) {
            if (!message.from().equals(pad)) {
                asked = command(message.bytes());
            } else if (asked != null && good(message.bytes()) && !allowed(asked, frozenAt(message.event(), lives))) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private static boolean frozenAt(long event, List<Seen<KeyLife>> lives) {
        return lives.stream()
                .filter(life -> life.number() < event)
                .reduce((first, second) -> second)
                .filter(life -> life.event().state().equals("FROZEN"))
                .isPresent();
    }

    private static boolean allowed(PadCommand command, boolean frozen) {
        boolean uses = command instanceof PadCommand.Cipher
                || command instanceof PadCommand.Mac
                || command instanceof PadCommand.EncryptTrack
                || command instanceof PadCommand.StartPinEntry
                || command instanceof PadCommand.LoadKeySet
                || command instanceof PadCommand.DownloadMac
                || command instanceof PadCommand.LoadWorkingKey;
        return !(frozen && uses) && (!(command instanceof PadCommand.Cipher cipher) || ciphers(cipher));
    }

    private static boolean ciphers(PadCommand.Cipher cipher) {
        boolean zeros = true;
        for (byte b : cipher.data()) {
            zeros &= b == 0;
        }
        return ENCIPHERING.contains(cipher.mode()) && (zeros || cipher.slot() == PadSlot.TRACK_KEY);
    }

    private static @Nullable PadCommand command(byte[] frame) {
        try {
            return PadCommand.decode(frame);
        } catch (Malformed e) {
            return null;
        }
    }

    /** The random numbers in an answer of a pad, or null when it is another one. */
    static @Nullable Challenge challenge(byte[] reply) {
        try {
            return PadReply.decode(reply) instanceof PadReply.Answer answer && answer.good()
                    ? Challenge.decode(answer.data())
                    : null;
        } catch (Malformed e) {
            return null;
        }
    }

    private static boolean good(byte[] reply) {
        try {
            return PadReply.decode(reply) instanceof PadReply.Answer answer && answer.good();
        } catch (Malformed e) {
            return false;
        }
    }
}
