package dev.counterfoil.host.download;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfCard;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What tells the modes of a download apart at the host: what its messages have to prove, what the HSM is asked. */
public enum DownloadMode {
    /** As the patent's text has it: the card key does everything, and a recorded message is as good as a fresh one. */
    LITERAL {
        @Override
        public HostCommand authenticate(OfCard card, byte[] r1, byte[] c1, byte[] r2) {
            return HostCommands.authenticateManagerCard(card.cardMaster(), card.cardNumber(), r1, c1, r2);
        }

        @Override
        public HostCommand newKey(OfCard card, String serialNumber) {
            return HostCommands.generateTmkForCard(card.cardMaster(), card.cardNumber());
        }

        @Override
        public HostCommand sameKey(OfCard card, String serialNumber, String tmk) {
            return HostCommands.exportTmkForCard(card.cardMaster(), card.cardNumber(), tmk);
        }

        @Override
        byte[] wrapped(Fields answer) {
            return answer.hex("underCard");
        }
    },
    /** A key for each purpose, a random number of the host, a MAC over every field, the master key in a key block. */
    HARDENED {
        @Override
        public HostCommand authenticate(OfCard card, byte[] r1, byte[] c1, byte[] r2) {
            return HostCommands.authenticateBoundCard(card.cardMaster(), card.cardNumber(), r1, c1, r2);
        }

        @Override
        public HostCommand newKey(OfCard card, String serialNumber) {
            return HostCommands.generateTmkBlock(card.cardMaster(), card.cardNumber(), serialNumber);
        }

        @Override
        public HostCommand sameKey(OfCard card, String serialNumber, String tmk) {
            return HostCommands.exportTmkBlock(card.cardMaster(), card.cardNumber(), serialNumber, tmk);
        }

        @Override
        byte[] wrapped(Fields answer) {
            return answer.text("keyBlock").getBytes(StandardCharsets.US_ASCII);
        }
    };

    /** Whether messages are bound to their session, their terminal and to each other by a MAC. */
    public boolean bound() {
        return this == HARDENED;
    }

    /** Whether D(K, C1) is R1, and C2. */
    public abstract HostCommand authenticate(OfCard card, byte[] r1, byte[] c1, byte[] r2);

    /** Makes a master key. */
    public abstract HostCommand newKey(OfCard card, String serialNumber);

    /** Wraps a master key once more. */
    public abstract HostCommand sameKey(OfCard card, String serialNumber, String tmk);

    /** The wrapped key in the answer to either. */
    abstract byte[] wrapped(Fields answer);

    /** The tags of a delivery. */
    public List<Tlv> delivery(Fields answer) {
        return List.of(
                Tlv.of(KeyDownload.WRAPPED_KEY, wrapped(answer)),
                Tlv.of(KeyDownload.CHECK_VALUE, Hex.bytes(answer.text("kcv"))),
                Tlv.of(KeyDownload.KEY_INDEX, new byte[1]));
    }
}
