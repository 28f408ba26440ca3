package dev.counterfoil.terminal.online;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import dev.counterfoil.protocol.padlink.DownloadKey;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.MasterKey;
import dev.counterfoil.terminal.MasterKey.OpenResult;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.TerminalState;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages 352 and 350: the host's public key comes down, a transport key of the pad goes up under it, the master key
 * comes down under that, and the pad stores it.
 */
public final class FetchOnline extends OnlineConversation {
    private static final int CHECK_DIGITS = 8;
    private static final int LONGEST_EXPONENT_BYTES = 4;
    private static final int LONGEST_VALUE_BYTES = 256;
    private static final int R3_BYTES = 8;
    private static final int ONLY_SLOT = 0;

    private boolean transportKeySent;
    private byte[] r3 = {};

    @Override
    public Step enter(Work work) {
        work.padAtEnd(new PadCommand.EndDownload());
        return send(work, OnlineDownload.KEY_QUERY, null, List.of());
    }

    @Override
    protected Step opened(Work work, IsoMessage answer) {
        return transportKeySent ? delivered(work, answer) : keyCame(work, answer);
    }

    private Step keyCame(Work work, IsoMessage answer) {
        byte[] value = KeyDownload.valueOrNone(answer, OnlineDownload.KEY_VALUE);
        byte[] exponent = KeyDownload.valueOrNone(answer, OnlineDownload.KEY_EXPONENT);
        if (value.length == 0 || value.length > LONGEST_VALUE_BYTES || exponent.length > LONGEST_EXPONENT_BYTES) {
            return notStored(work);
        }
        r3 = KeyDownload.valueOrNone(answer, KeyDownload.R3);
        if (hardened(work) && r3.length != R3_BYTES) {
            return forged(work);
        }
        PadCommand.HostKeyKind kind =
                PadCommand.HostKeyKind.valueOf(work.policies().text("online.algorithm"));
        return ask(
                work,
                new PadCommand.WrapTransportKey(hardened(work), kind, exponent, value),
                reply -> wrapped(work, answer, reply));
    }

    private Step wrapped(Work work, IsoMessage key, PadReply.Answer reply) {
        if (reply.result() == PadResult.AUTHENTICATION) {
            return forged(work);
        } else if (reply.result() == PadResult.ILLEGAL) {
            return notStored(work);
        } else if (!reply.good()) {
            return padFailed(work);
        }
        String text = reply.text();
        List<Tlv> tags = List.of(
                Tlv.of(OnlineDownload.CHECK_VALUE, Hex.bytes(text.substring(0, CHECK_DIGITS))),
                Tlv.of(OnlineDownload.RID, KeyDownload.valueOrNone(key, OnlineDownload.RID)),
                Tlv.of(OnlineDownload.ENCIPHERED, Hex.bytes(text.substring(CHECK_DIGITS))),
                Tlv.of(OnlineDownload.KEY_INDEX, KeyDownload.valueOrNone(key, OnlineDownload.KEY_INDEX)));
        transportKeySent = true;
        return hardened(work) ? sealed(work, tags) : send(work, OnlineDownload.TRANSPORT_KEY, null, tags);
    }

    /** The pad says who it is, under the key of its chip, and by the host's random number that it says it now. */
    private Step sealed(Work work, List<Tlv> tags) {
        return ask(work, new PadCommand.ReadSerialNumber(), reply -> {
            if (!reply.good()) {
                return padFailed(work);
            }
            List<Tlv> all = new ArrayList<>(tags);
            all.add(Tlv.of(KeyDownload.SERIAL_NUMBER, reply.text().getBytes(StandardCharsets.ISO_8859_1)));
            return send(work, OnlineDownload.TRANSPORT_KEY, new Seal(DownloadKey.CHIP_KEY, reply.text(), r3), all);
        });
    }

    private Step delivered(Work work, IsoMessage answer) {
        OnlineDownload.Delivery delivery = OnlineDownload.delivery(answer, hardened(work));
        if (delivery == null) {
            return notStored(work);
        }
        String kcv = Hex.of(delivery.checkValue());
        PadCommand load = new PadCommand.LoadUnderTransportKey(ONLY_SLOT, kcv, delivery.key());
        return ask(work, load, reply -> {
            if (!reply.good()) {
                return notStored(work);
            }
            OpenResult open = OpenResult.online(work.stan());
            MasterKey key = new MasterKey(MasterKey.Status.ACTIVE, kcv, open);
            work.memory().newKey(key, TerminalState.LOADED, "master key downloaded");
            return Step.NEXT;
        });
    }

    @Override
    protected Step forged(Work work) {
        work.show(Text.HOST_NOT_AUTHENTIC);
        return Step.end(Verdict.REFUSED);
    }
}
