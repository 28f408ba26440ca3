package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.life.DownloadFlow.Point;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.padlink.DownloadKey;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Download;
import dev.counterfoil.terminal.MasterKey.OpenResult;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * Message 3 of a download: whether the key is stored, and its check value. A good result stays open in the memory until
 * the host answers it; one that is still open is sent before the next sign-in, whose keys depend on it. Its MAC is made
 * with the new key, which proves that it is there; a failure changes nothing at the host and has none.
 */
public final class ReportDownload extends DownloadConversation {
    private static final int RESULT = 3;
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
            return report(work);
        } else if (open == null || open.isOnline()) {
            return Step.NEXT;
        }
        work.stan(open.stan());
        work.download(Download.ended(open.session()));
        return report(work);
    }

    private Step report(Work work) {
        tries++;
        boolean stored = stored(work);
        List<Tlv> tags = new ArrayList<>();
        tags.add(session(work));
        tags.add(Tlv.of(KeyDownload.RESULT_CODE, new byte[] {stored ? STORED : NOT_STORED}));
        if (stored) {
            tags.add(Tlv.of(
                    KeyDownload.CHECK_VALUE, Hex.bytes(work.memory().masterKey().checkValue())));
        }
        reached(work, Point.REPORTED);
        return send(work, RESULT, stored ? DownloadKey.MASTER_KEY : null, tags);
    }

    private static boolean stored(Work work) {
        OpenResult open = work.memory().masterKey().openResult();
        return open != null && open.session().equals(work.download().session());
    }

    @Override
    protected Step opened(Work work, IsoMessage answer) {
        return closed(work, answer.text(39), false);
    }

    /** A host that could do nothing with a good result will be told again. */
    @Override
    protected Step refused(Work work, String code) {
        boolean again = code.equals(ResponseCodes.SYSTEM_FAULT) && stored(work);
        return again ? declined(work, code) : closed(work, code, true);
    }

    private Step closed(Work work, String code, boolean refused) {
        if (!stored(work)) {
            return notStored(work);
        }
        work.memory().resultAnswered();
        if (ofEarlierDownload) {
            return Step.NEXT;
        } else if (refused) {
            return declined(work, code);
        }
        work.show(Text.DOWNLOAD_DONE);
        if (work.policies().flag("inspection.afterDownload")) {
            work.follow(Task.INSPECTION);
        }
        return Step.end(Verdict.APPROVED, code);
    }

    /** The card has done its part. */
    @Override
    protected Step noticed(Work work, PadReply notice) {
        return Step.STAY;
    }

    /** Not the host's word: the result stays open. */
    @Override
    protected Step forged(Work work) {
        return noAnswer(work, Failure.WRONG_MAC);
    }

    @Override
    protected Step failed(Work work, Failure why) {
        if (why == Failure.NO_ANSWER && tries < work.policies().number("download.tries")) {
            return report(work);
        }
        return stored(work) ? noAnswer(work, why) : notStored(work);
    }

    private static Step notStored(Work work) {
        work.show(Text.DOWNLOAD_FAILED);
        return Step.end(Verdict.REFUSED);
    }
}
