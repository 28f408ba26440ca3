package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.padlink.Challenge;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.MasterKey;
import dev.counterfoil.terminal.MasterKey.OpenResult;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages 2 and 3 of a download: the card's number, R1, R2 and C1 go up, C2 comes down and the pad checks it; then the
 * master key comes down and the pad stores it. When either answer is lost, message 2 is sent again as it was.
 */
public final class FetchMasterKey extends Conversation {
    private static final int CHECK_VALUE_BYTES = 4;
    private static final byte ONLY_SLOT = 0;

    private @Nullable Challenge challenge;
    private boolean hostProved;
    private int tries;

    @Override
    public Step enter(Work work) {
        return ask(work, new PadCommand.BeginDownload(), answer -> {
            if (!answer.good()) {
                return padFailed(work);
            }
            challenge = Challenge.decode(answer.data());
            return authenticate(work);
        });
    }

    private Step authenticate(Work work) {
        Challenge drawn = challenge;
        if (drawn == null) {
            return padFailed(work);
        }
        tries++;
        hostProved = false;
        return sendPlain(
                work,
                Requests.download(
                        work,
                        KeyDownload.AUTHENTICATION,
                        List.of(
                                session(work),
                                Tlv.of(KeyDownload.CARD_NUMBER, KeyDownload.cardNumber(drawn.cardNumber())),
                                Tlv.of(KeyDownload.R1, drawn.r1()),
                                Tlv.of(KeyDownload.R2, drawn.r2()),
                                Tlv.of(KeyDownload.C1, drawn.c1()))));
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        if (!ResponseCodes.approved(code)) {
            return declined(work, code);
        }
        return hostProved ? delivered(work, answer) : authenticated(work, answer);
    }

    private Step authenticated(Work work, IsoMessage answer) {
        byte[] c2 = RequestDownload.value(answer, KeyDownload.C2);
        if (c2.length != 8 && c2.length != 16) {
            return notAuthentic(work);
        }
        return ask(work, new PadCommand.CheckHost(c2), reply -> {
            if (!reply.good()) {
                return notAuthentic(work);
            }
            hostProved = true;
            return sendPlain(work, Requests.download(work, KeyDownload.KEY_REQUEST, List.of(session(work))));
        });
    }

    private static Step notAuthentic(Work work) {
        work.show(Text.HOST_NOT_AUTHENTIC);
        return Step.end(Verdict.REFUSED);
    }

    private Step delivered(Work work, IsoMessage answer) {
        byte[] wrapped = RequestDownload.value(answer, KeyDownload.WRAPPED_KEY);
        byte[] checkValue = RequestDownload.value(answer, KeyDownload.CHECK_VALUE);
        byte[] index = RequestDownload.value(answer, KeyDownload.KEY_INDEX);
        byte[] session = RequestDownload.value(answer, KeyDownload.SESSION_ID);
        boolean whole = Hex.of(session).equals(work.session())
                && (wrapped.length == 16 || wrapped.length == 24)
                && checkValue.length == CHECK_VALUE_BYTES
                && index.length == 1
                && index[0] == ONLY_SLOT;
        if (!whole) {
            return Step.NEXT;
        }
        String kcv = Hex.of(checkValue, 0, CHECK_VALUE_BYTES);
        PadCommand load = new PadCommand.LoadUnderCardKey(index[0], kcv, wrapped);
        return ask(work, load, reply -> stored(work, kcv, reply));
    }

    private static Step stored(Work work, String kcv, PadReply.Answer reply) {
        if (reply.good()) {
            work.memory()
                    .newMasterKey(
                            new MasterKey(MasterKey.Status.ACTIVE, kcv, new OpenResult(work.stan(), work.session())),
                            "master key downloaded");
        }
        return Step.NEXT;
    }

    @Override
    protected Step failed(Work work, Failure why) {
        if (why == Failure.NO_ANSWER && tries < work.policies().number("download.tries")) {
            return authenticate(work);
        }
        return noAnswer(work, why);
    }

    private static Tlv session(Work work) {
        return Tlv.of(KeyDownload.SESSION_ID, Hex.bytes(work.session()));
    }
}
