package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.life.DownloadFlow;
import dev.counterfoil.crypto.life.DownloadFlow.Point;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.padlink.DownloadKey;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dialogue of a key download: its messages are in F62, and the pad seals them where the mode wants it. */
abstract class DownloadConversation extends Conversation {
    private @Nullable DownloadKey sealedUnder;

    /** An approved answer, with a good MAC where one belongs. */
    protected abstract Step opened(Work work, IsoMessage answer);

    /** An answer that the host did not make, or that the line has changed. */
    protected abstract Step forged(Work work);

    /** The answer refuses. */
    protected Step refused(Work work, String code) {
        return declined(work, code);
    }

    /** Without its card there is nothing more to be had. */
    @Override
    protected Step noticed(Work work, PadReply notice) {
        if (!(notice instanceof PadReply.CardOut)) {
            return Step.STAY;
        }
        work.show(Text.CARD_REMOVED);
        return Step.end(Verdict.CANCELLED);
    }

    protected static DownloadMode mode(Work work) {
        return DownloadMode.valueOf(work.policies().text("download.mode"));
    }

    protected static DownloadFlow flow(Work work) {
        return DownloadFlow.valueOf(work.policies().text("download.flow"));
    }

    /** Tells that a numbered step of a download has been taken; an inspection numbers its own. */
    static void reached(Work work, Point point) {
        if (work.kind() == Task.KEY_DOWNLOAD || work.kind() == Task.SIGN_IN) {
            flow(work).reached(point, work.setup().name(), work::emit);
        }
    }

    /**
     * Sends a message of a download.
     *
     * @param number of the message in its flow, 0 to 3
     * @param key under which it and its answer are sealed, or null where there is none yet
     */
    protected final Step send(Work work, int number, @Nullable DownloadKey key, List<Tlv> tags) {
        IsoMessage message = work.repacked(Requests.download(work, flow(work).code(number), tags));
        sealedUnder = mode(work).bound() ? key : null;
        if (sealedUnder == null) {
            return transmitPlain(work, message);
        }
        return ask(work, new PadCommand.DownloadMac(sealedUnder, covered(work, message)), answer -> {
            if (!answer.good()) {
                return padFailed(work);
            }
            List<Tlv> sealed = new ArrayList<>(KeyDownload.tags(message));
            sealed.add(Tlv.of(KeyDownload.MAC, answer.hex()));
            return transmitPlain(
                    work, message.toBuilder().set(62, Tlv.encode(sealed)).build());
        });
    }

    @Override
    protected final Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        DownloadKey key = sealedUnder;
        if (!ResponseCodes.approved(code)) {
            return refused(work, code);
        } else if (key == null) {
            return opened(work, answer);
        }
        byte[] mac = KeyDownload.mac(answer);
        if (mac == null) {
            return forged(work);
        }
        PadCommand check = new PadCommand.CheckDownloadMac(key, mac, covered(work, answer));
        return ask(work, check, reply -> reply.good() ? opened(work, answer) : forged(work));
    }

    private byte[] covered(Work work, IsoMessage message) {
        byte[] r3 = sealedUnder == DownloadKey.CARD_KEY ? work.download().r3() : new byte[0];
        return KeyDownload.covered(message, work.setup().identity().serialNumber(), r3);
    }

    /** The tag that names the session. */
    protected static Tlv session(Work work) {
        return Tlv.of(KeyDownload.SESSION_ID, Hex.bytes(work.download().session()));
    }
}
