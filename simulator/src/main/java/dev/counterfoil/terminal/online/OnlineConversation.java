package dev.counterfoil.terminal.online;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import dev.counterfoil.protocol.padlink.DownloadKey;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dialogue of an online download. A message that gets no answer goes out again as it was; in a hardened download the
 * pad seals messages and checks the seal of their answers.
 */
abstract class OnlineConversation extends Conversation {
    /**
     * Under which key a message and its answer are sealed, and what the MAC covers besides.
     *
     * @param owner serial number or device id
     * @param r3 random number of the host, or empty
     */
    record Seal(DownloadKey key, String owner, byte[] r3) {
        byte[] covered(IsoMessage message) {
            return KeyDownload.covered(message, owner, r3);
        }
    }

    private @Nullable IsoMessage sent;
    private @Nullable Seal seal;
    private int tries;

    /** An approved answer, with a good seal where one belongs. */
    protected abstract Step opened(Work work, IsoMessage answer);

    /** An approved answer without a good seal. */
    protected abstract Step forged(Work work);

    /** The answer refuses. */
    protected Step refused(Work work, String code) {
        return declined(work, code);
    }

    /** No answer to any try, or none that belongs to the request. */
    protected Step unanswered(Work work, Failure why) {
        return noAnswer(work, why);
    }

    protected static boolean hardened(Work work) {
        return work.policies().text("download.mode").equals("HARDENED");
    }

    /** @param under null for a message without a seal */
    protected final Step send(Work work, String networkCode, @Nullable Seal under, List<Tlv> tags) {
        IsoMessage message = work.repacked(Requests.download(work, networkCode, tags));
        seal = under;
        if (under == null) {
            return first(work, message);
        }
        return ask(work, new PadCommand.DownloadMac(under.key, under.covered(message)), answer -> {
            if (!answer.good()) {
                return padFailed(work);
            }
            List<Tlv> sealed = new ArrayList<>(tags);
            sealed.add(Tlv.of(KeyDownload.MAC, answer.hex()));
            return first(work, OnlineDownload.with(message, sealed));
        });
    }

    private Step first(Work work, IsoMessage message) {
        sent = message;
        tries = 1;
        return transmitPlain(work, message);
    }

    @Override
    protected final Step answered(Work work, IsoMessage answer) {
        Seal under = seal;
        if (!ResponseCodes.approved(answer.text(39))) {
            return refused(work, answer.text(39));
        } else if (under == null) {
            return opened(work, answer);
        }
        byte[] mac = KeyDownload.mac(answer);
        if (mac == null) {
            return forged(work);
        }
        PadCommand check = new PadCommand.CheckDownloadMac(under.key, mac, under.covered(answer));
        return ask(work, check, reply -> reply.good() ? opened(work, answer) : forged(work));
    }

    @Override
    protected final Step failed(Work work, Failure why) {
        IsoMessage again = sent;
        if (why == Failure.NO_ANSWER && again != null && tries < work.policies().number("download.tries")) {
            tries++;
            return transmitPlain(work, again);
        }
        return unanswered(work, why);
    }

    protected static Step notStored(Work work) {
        work.show(Text.DOWNLOAD_FAILED);
        return Step.end(Verdict.REFUSED);
    }
}
