package dev.counterfoil.host;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.hostcommand.DownloadKey.OfCard;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tells the modes of a download apart at the host: what its messages have to prove, what the HSM is asked. */
enum DownloadMode {
    /** As the patent's text has it: the card key does everything, and a recorded message is as good as a fresh one. */
    LITERAL {
        @Override
        HostCommand authenticate(OfCard card, byte[] r1, byte[] c1, byte[] r2) {
            return HostCommands.authenticateManagerCard(card.cardMaster(), card.cardNumber(), r1, c1, r2);
        }

        @Override
        HostCommand newKey(OfCard card, String serialNumber) {
            return HostCommands.generateTmkForCard(card.cardMaster(), card.cardNumber());
        }

        @Override
        HostCommand sameKey(OfCard card, String serialNumber, String tmk) {
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
        HostCommand authenticate(OfCard card, byte[] r1, byte[] c1, byte[] r2) {
            return HostCommands.authenticateBoundCard(card.cardMaster(), card.cardNumber(), r1, c1, r2);
        }

        @Override
        HostCommand newKey(OfCard card, String serialNumber) {
            return HostCommands.generateTmkBlock(card.cardMaster(), card.cardNumber(), serialNumber);
        }

        @Override
        HostCommand sameKey(OfCard card, String serialNumber, String tmk) {
            return HostCommands.exportTmkBlock(card.cardMaster(), card.cardNumber(), serialNumber, tmk);
        }

        @Override
        byte[] wrapped(Fields answer) {
            return answer.text("keyBlock").getBytes(StandardCharsets.US_ASCII);
        }
    };

    /** A download under way. {@code r3} is empty in LITERAL; {@code card} is null until it has proved itself. */
    record Session(
            byte[] id,
            byte[] r3,
            String stan,
            LocalDateTime begun,
            String r1,
            @Nullable ManagerCard card) {
        Session proved(String itsR1, ManagerCard itsCard) {
            return new Session(id, r3, stan, begun, itsR1, itsCard);
        }
    }

    /** The downloads under way, by terminal number, and the first random numbers of those before. */
    static final class Sessions {
        private static final int R1_KEPT = 10_000;

        private final Map<String, Session> open = new LinkedHashMap<>();
        private final Set<String> seenR1 = new LinkedHashSet<>();

        @Nullable
        Session of(String terminalId) {
            return open.get(terminalId);
        }

        void put(String terminalId, Session session) {
            open.put(terminalId, session);
            if (!session.r1.isEmpty()) {
                seenR1.add(session.r1);
            }
            if (seenR1.size() > R1_KEPT) {
                seenR1.remove(seenR1.iterator().next());
            }
        }

        void remove(String terminalId) {
            open.remove(terminalId);
        }

        /** Whether this is a session that was bound and has begun since. */
        boolean holds(String terminalId, byte @Nullable [] id, LocalDateTime since) {
            Session session = open.get(terminalId);
            return session != null
                    && session.r3.length > 0
                    && Arrays.equals(id, session.id)
                    && !session.begun.isBefore(since);
        }

        /** Whether R1 has come in an earlier download. */
        boolean repeated(String terminalId, String r1) {
            Session session = open.get(terminalId);
            return seenR1.contains(r1) && (session == null || !session.r1.equals(r1));
        }
    }

    /** Whether messages are bound to their session, their terminal and to each other by a MAC. */
    boolean bound() {
        return this == HARDENED;
    }

    /** Whether D(K, C1) is R1, and C2. */
    abstract HostCommand authenticate(OfCard card, byte[] r1, byte[] c1, byte[] r2);

    /** Makes a master key. */
    abstract HostCommand newKey(OfCard card, String serialNumber);

    /** Wraps a master key once more. */
    abstract HostCommand sameKey(OfCard card, String serialNumber, String tmk);

    /** The wrapped key in the answer to either. */
    abstract byte[] wrapped(Fields answer);

    /** The tags of a delivery. */
    Tlv[] delivery(Fields answer) {
        return new Tlv[] {
            Tlv.of(KeyDownload.WRAPPED_KEY, wrapped(answer)),
            Tlv.of(KeyDownload.CHECK_VALUE, Hex.bytes(answer.text("kcv"))),
            Tlv.of(KeyDownload.KEY_INDEX, new byte[1])
        };
    }
}
