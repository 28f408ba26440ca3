package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.life.DownloadFlow;
import dev.counterfoil.crypto.life.DownloadFlow.Point;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.padlink.Challenge;
import dev.counterfoil.protocol.padlink.DownloadKey;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.MasterKey;
import dev.counterfoil.terminal.MasterKey.OpenResult;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.TerminalState;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import java.util.List;

/**
 * Messages 1 and 2 of a download: the card's number, R1, R2 and C1 go up, C2 comes down and the pad checks it; then the
 * master key comes down, in the short flow with C2, and the pad stores it. When an answer is lost, message 1 is sent
 * again as it was.
 */
public final class FetchMasterKey extends DownloadConversation {
    private static final int AUTHENTICATION = 1;
    private static final int KEY_REQUEST = 2;
    private static final int CHECK_VALUE_BYTES = 4;
    private static final byte ONLY_SLOT = 0;

    private boolean hostProved;
    private int tries;

    @Override
    public Step enter(Work work) {
        Challenge drawn = work.download().challenge();
        if (drawn == null) {
            return padFailed(work);
        }
        tries++;
        hostProved = false;
        reached(work, Point.PROVING);
        return send(
                work,
                AUTHENTICATION,
                DownloadKey.CARD_KEY,
                List.of(
                        session(work),
                        Tlv.of(KeyDownload.CARD_NUMBER, KeyDownload.cardNumber(drawn.cardNumber())),
                        Tlv.of(KeyDownload.R1, drawn.r1()),
                        Tlv.of(KeyDownload.R2, drawn.r2()),
                        Tlv.of(KeyDownload.C1, drawn.c1())));
    }

    @Override
    protected Step opened(Work work, IsoMessage answer) {
        return hostProved ? delivered(work, answer) : authenticated(work, answer);
    }

    private Step authenticated(Work work, IsoMessage answer) {
        byte[] c2 = KeyDownload.valueOrNone(answer, KeyDownload.C2);
        if (c2.length != 8 && c2.length != 16) {
            return notAuthentic(work);
        }
        return ask(work, new PadCommand.CheckHost(c2), reply -> {
            if (!reply.good()) {
                return notAuthentic(work);
            }
            hostProved = true;
            reached(work, Point.HOST_KNOWN);
            return flow(work) == DownloadFlow.SHORT ? delivered(work, answer) : askForKey(work);
        });
    }

    private Step askForKey(Work work) {
        reached(work, Point.AGREED);
        return send(work, KEY_REQUEST, DownloadKey.CARD_KEY, List.of(session(work)));
    }

    /** A forged proof is no proof; a forged delivery is one that cannot be stored. */
    @Override
    protected Step forged(Work work) {
        return hostProved ? Step.NEXT : notAuthentic(work);
    }

    static Step notAuthentic(Work work) {
        work.show(Text.HOST_NOT_AUTHENTIC);
        return Step.end(Verdict.REFUSED);
    }

    private Step delivered(Work work, IsoMessage answer) {
        byte[] wrapped = KeyDownload.valueOrNone(answer, KeyDownload.WRAPPED_KEY);
        byte[] checkValue = KeyDownload.valueOrNone(answer, KeyDownload.CHECK_VALUE);
        byte[] index = KeyDownload.valueOrNone(answer, KeyDownload.KEY_INDEX);
        byte[] session = KeyDownload.valueOrNone(answer, KeyDownload.SESSION_ID);
        boolean whole = Hex.of(session).equals(work.download().session())
                && mode(work).wraps(wrapped)
                && checkValue.length == CHECK_VALUE_BYTES
                && index.length == 1
                && index[0] == ONLY_SLOT;
        if (!whole) {
            return Step.NEXT;
        }
        String kcv = Hex.of(checkValue, 0, CHECK_VALUE_BYTES);
        return ask(work, mode(work).load(index[0], kcv, wrapped), reply -> stored(work, kcv, reply));
    }

    private static Step stored(Work work, String kcv, PadReply.Answer reply) {
        if (reply.good()) {
            OpenResult open = new OpenResult(work.stan(), work.download().session());
            work.memory()
                    .newKey(
                            new MasterKey(MasterKey.Status.ACTIVE, kcv, open),
                            TerminalState.LOADED,
                            "master key downloaded");
            reached(work, Point.STORED);
        }
        return Step.NEXT;
    }

    @Override
    protected Step failed(Work work, Failure why) {
        if (why == Failure.NO_ANSWER && tries < work.policies().number("download.tries")) {
            return enter(work);
        }
        return noAnswer(work, why);
    }
}
