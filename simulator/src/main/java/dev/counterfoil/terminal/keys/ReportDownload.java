package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.MasterKey.OpenResult;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;
import java.util.ArrayList;
import java.util.List;

/**
 * Message 4 of a download: whether the key is stored, and its check value. A good result stays open in the memory until
 * the host answers it; one that is still open is sent before the next sign-in, whose keys depend on it.
 */
public final class ReportDownload extends Conversation {
    private static final byte STORED = 0;
    private static final byte NOT_STORED = 1;

    private final boolean ofEarlierDownload;
    private int tries;

    /** @param ofEarlierDownload true for what a sign-in sends, false for the last stage of a download */
    public ReportDownload(boolean ofEarlierDownload) {
        this.ofEarlierDownload = ofEarlierDownload;
    }

    @Override
    public Step enter(Work work) {
        OpenResult open = work.memory().masterKey().openResult();
        if (!ofEarlierDownload) {
            return send(work);
        } else if (open == null) {
            return Step.NEXT;
        }
        work.stan(open.stan());
        work.session(open.session());
        return send(work);
    }

    private Step send(Work work) {
        tries++;
        boolean stored = stored(work);
        List<Tlv> tags = new ArrayList<>();
        tags.add(Tlv.of(KeyDownload.SESSION_ID, Hex.bytes(work.session())));
        tags.add(Tlv.of(KeyDownload.RESULT_CODE, new byte[] {stored ? STORED : NOT_STORED}));
        if (stored) {
            tags.add(Tlv.of(
                    KeyDownload.CHECK_VALUE, Hex.bytes(work.memory().masterKey().checkValue())));
        }
        return sendPlain(work, Requests.download(work, KeyDownload.RESULT, tags));
    }

    private static boolean stored(Work work) {
        OpenResult open = work.memory().masterKey().openResult();
        return open != null && open.session().equals(work.session());
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        if (!stored(work)) {
            return notStored(work);
        }
        work.memory().resultAnswered();
        if (ofEarlierDownload) {
            return Step.NEXT;
        } else if (!ResponseCodes.approved(code)) {
            return declined(work, code);
        }
        work.show(Text.DOWNLOAD_DONE);
        return Step.end(Verdict.APPROVED, code);
    }

    @Override
    protected Step failed(Work work, Failure why) {
        if (why == Failure.NO_ANSWER && tries < work.policies().number("download.tries")) {
            return send(work);
        }
        return stored(work) ? noAnswer(work, why) : notStored(work);
    }

    private static Step notStored(Work work) {
        work.show(Text.DOWNLOAD_FAILED);
        return Step.end(Verdict.REFUSED);
    }
}
