package dev.counterfoil.terminal.online;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import dev.counterfoil.protocol.padlink.DownloadKey;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.MasterKey.OpenResult;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import java.util.List;

/**
 * Message 351: the master key is stored. It stays open in the memory until the host answers it, and goes out before the
 * next sign-in; its seal is made with the new key.
 */
public final class ReportOnline extends OnlineConversation {
    private static final byte[] NONE = {};

    private final boolean earlier;

    private ReportOnline(boolean earlier) {
        this.earlier = earlier;
    }

    /** The last stage of a download. */
    public static ReportOnline atOnce() {
        return new ReportOnline(false);
    }

    /** What a sign-in sends of a download before it. */
    public static ReportOnline ofEarlier() {
        return new ReportOnline(true);
    }

    @Override
    public Step enter(Work work) {
        OpenResult open = work.memory().masterKey().openResult();
        if (open == null || !open.isOnline()) {
            return Step.NEXT;
        }
        work.stan(open.stan());
        byte[] checkValue = Hex.bytes(work.memory().masterKey().checkValue());
        Seal seal = hardened(work)
                ? new Seal(DownloadKey.MASTER_KEY, work.setup().identity().serialNumber(), NONE)
                : null;
        return send(work, OnlineDownload.STORED, seal, List.of(Tlv.of(OnlineDownload.CHECK_VALUE, checkValue)));
    }

    @Override
    protected Step opened(Work work, IsoMessage answer) {
        work.memory().resultAnswered();
        if (earlier) {
            return Step.NEXT;
        }
        work.show(Text.DOWNLOAD_DONE);
        return Step.end(Verdict.APPROVED, answer.text(39));
    }

    /** A host that could do nothing with it will be told again. */
    @Override
    protected Step refused(Work work, String code) {
        if (code.equals(ResponseCodes.SYSTEM_FAULT)) {
            return declined(work, code);
        }
        work.memory().resultAnswered();
        return earlier ? Step.NEXT : declined(work, code);
    }

    /** Not the host's word: the result stays open. */
    @Override
    protected Step forged(Work work) {
        return noAnswer(work, Failure.WRONG_MAC);
    }
}
