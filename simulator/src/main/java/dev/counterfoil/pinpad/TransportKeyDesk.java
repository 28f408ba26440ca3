package dev.counterfoil.pinpad;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.Padding;
import dev.counterfoil.crypto.asymmetric.PublicKey;
import dev.counterfoil.crypto.keyblock.SealedMasterKey;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A download under a public key of the host: the pad draws a transport key, gives it away enciphered, and takes one
 * master key under it. The transport key is in working memory only, until the download is over.
 */
final class TransportKeyDesk {
    private static final int KEY_BYTES = 16;

    private final PadHands hands;
    private final KeySlots slots;
    private final KeyDiary diary;
    private final List<String> trusted;
    private final String terminal;
    private @Nullable CipherKey transport;
    private boolean hardened;

    /**
     * @param trusted digests of the public keys that a hardened download takes
     * @param terminal serial number of the terminal that the pad belongs to
     */
    TransportKeyDesk(PadHands hands, KeySlots slots, KeyDiary diary, List<String> trusted, String terminal) {
        this.hands = hands;
        this.slots = slots;
        this.diary = diary;
        this.trusted = trusted;
        this.terminal = terminal;
    }

    /** Whether the command is one of these. */
    static boolean knows(PadCommand command) {
        return command instanceof PadCommand.WrapTransportKey || command instanceof PadCommand.LoadUnderTransportKey;
    }

    void take(PadCommand command) {
        if (command instanceof PadCommand.WrapTransportKey m) {
            wrap(m);
        } else if (command instanceof PadCommand.LoadUnderTransportKey m) {
            load(m);
        }
    }

    void wipe(String reason) {
        CipherKey gone = transport;
        if (gone != null) {
            gone.erase();
            diary.wiped(KeyDiary.TRANSPORT_KEY, reason, gone);
            transport = null;
        }
    }

    private void wrap(PadCommand.WrapTransportKey m) {
        wipe("drawn anew");
        KeyAlgorithm algorithm = KeyAlgorithm.valueOf(m.kind().name());
        PublicKey host = PublicKey.of(algorithm, m.value(), m.exponent());
        if (slots.frozen()) {
            answer(PadResult.LOCKED);
        } else if (host == null) {
            answer(PadResult.ILLEGAL);
        } else if (m.hardened() && !trusted.contains(host.digest())) {
            answer(PadResult.AUTHENTICATION);
        } else {
            hardened = m.hardened();
            String checkValue = draw(algorithm.travelling());
            text(checkValue + Hex.of(enciphered(host)));
        }
    }

    private String draw(CipherKind kind) {
        byte[] clear = hands.random(KEY_BYTES);
        if (kind == CipherKind.TDES) {
            OddParity.set(clear);
        }
        diary.took(KeyDiary.TRANSPORT_KEY, clear);
        CipherKey drawn = CipherKey.of(kind, clear);
        Arrays.fill(clear, (byte) 0);
        transport = drawn;
        return drawn.kcv();
    }

    private byte[] enciphered(PublicKey host) {
        CipherKey drawn = transport;
        byte[] clear = drawn == null ? new byte[0] : drawn.clear();
        byte[] cipherText = host.encipher(hardened ? Padding.OAEP : Padding.PKCS1, clear, hands.nonces());
        Arrays.fill(clear, (byte) 0);
        return cipherText;
    }

    private void load(PadCommand.LoadUnderTransportKey m) {
        CipherKey under = transport;
        if (slots.frozen()) {
            answer(PadResult.LOCKED);
        } else if (under == null) {
            answer(PadResult.AUTHENTICATION);
        } else {
            CipherKey master = hardened
                    ? SealedMasterKey.open(under, m.key(), terminal)
                    : SealedMasterKey.openPlain(under, m.key());
            store(m, master);
        }
    }

    private void store(PadCommand.LoadUnderTransportKey m, @Nullable CipherKey master) {
        if (master == null) {
            answer(PadResult.ILLEGAL);
        } else if (!master.kcv().equals(m.checkValue())) {
            master.erase();
            answer(PadResult.KCV);
        } else {
            slots.storeMaster(master, m.index(), "downloaded", () -> answer(PadResult.GOOD));
        }
    }

    private void text(String text) {
        hands.reply(new PadReply.Answer(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void answer(PadResult result) {
        hands.reply(new PadReply.Answer(result));
    }
}
