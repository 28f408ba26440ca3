package dev.counterfoil.terminal.stage;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.keys.KeyFields;
import dev.counterfoil.protocol.padlink.MacKind;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.keys.DrawKey;
import dev.counterfoil.terminal.message.AnswerCheck;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the host and judges what comes back: that it is an answer, that it is the answer to this request,
 * that its MAC is good. The pad makes and checks the MACs.
 */
public abstract class Conversation extends PadStage {
    private static final Map<String, MacKind> MACS = Map.of(
            "UNIONPAY_ECB", MacKind.UNIONPAY,
            "X9_9", MacKind.X9_9,
            "X9_19", MacKind.X9_9,
            "CMAC", MacKind.CMAC);
    private static final int MAC = 64;

    /** Why there is no answer to work with. */
    protected enum Failure {
        /** Nothing came in time. */
        NO_ANSWER,
        /** The line went. */
        LINE_LOST,
        /** The answer's MAC is wrong, or missing where there must be one. */
        WRONG_MAC,
        /** The answer is to another request. */
        UNMATCHED,
        /** The pad made no MAC: nothing was sent. */
        NOT_SENT,
        /** The pad did not check the MAC of the answer. */
        NOT_CHECKED
    }

    private @Nullable IsoMessage request;
    private byte @Nullable [] answerFrame;
    private boolean macked;
    private boolean waiting;

    /** A good answer; F39 is there. */
    protected abstract Step answered(Work work, IsoMessage answer);

    protected abstract Step failed(Work work, Failure why);

    /** The end of a transaction that moves no money and got no good answer. */
    protected static Step noAnswer(Work work, Failure why) {
        boolean silence = why == Failure.NO_ANSWER || why == Failure.LINE_LOST;
        switch (why) {
            case NO_ANSWER -> work.show(Text.TIMED_OUT);
            case LINE_LOST -> work.noConnection();
            case WRONG_MAC -> work.show(Text.MAC_ERROR);
            case UNMATCHED -> work.show(Text.ANSWER_ERROR);
            default -> work.show(Text.ENCRYPTION_MODULE_ERROR);
        }
        return Step.end(silence ? Verdict.UNANSWERED : Verdict.REFUSED);
    }

    /** The end that a decline by the host brings. */
    public static Step declined(Work work, String code) {
        work.show(Text.DECLINED, code, ResponseCodes.of(code).textEn());
        return Step.end(Verdict.DECLINED, code);
    }

    /** What the display says while the host is at work. */
    protected Text notice() {
        return Text.WAITING;
    }

    /** Sends a request that carries no MAC, or whose answer carries none. */
    protected final Step sendPlain(Work work, IsoMessage message) {
        return transmitPlain(work, work.repacked(message));
    }

    /** Sends a request without F64 that has been repacked. */
    protected final Step transmitPlain(Work work, IsoMessage message) {
        macked = false;
        return transmit(work, message);
    }

    /** Sends a request with its MAC; under DUKPT with keys of its own, which are drawn now unless they were before. */
    protected final Step sendMacked(Work work, IsoMessage wanted) {
        if (!work.policies().dukpt()) {
            return seal(work, wanted);
        } else if (!work.ksn().isEmpty()) {
            String ksn = work.ksn();
            work.ksn("");
            return seal(work, KeyFields.withKsn(work.setup().dialect(), wanted, ksn));
        }
        return ask(work, new PadCommand.DrawKey(), answer -> {
            Step refused = DrawKey.refused(work, answer);
            return refused != null ? refused : answer.good() ? sendMacked(work, wanted) : padFailed(work);
        });
    }

    private Step seal(Work work, IsoMessage wanted) {
        Dialect dialect = work.setup().dialect();
        if (!dialect.macks()) {
            return sendPlain(work, wanted);
        }
        macked = true;
        answerFrame = null;
        IsoMessage message = work.repacked(wanted);
        IsoMessage draft = message.toBuilder().set(MAC, new byte[8]).build();
        if (!work.policies().flag("mac.makes")) {
            return transmit(work, draft);
        }
        return ask(
                work,
                mac(work, PadSlot.MAC_KEY, dialect.macInput(dialect.pack(draft))),
                answer -> answer.good()
                        ? transmit(
                                work, message.toBuilder().set(MAC, answer.hex()).build())
                        : padFailed(work));
    }

    @Override
    protected final Step padFailed(Work work) {
        return failed(work, answerFrame == null ? Failure.NOT_SENT : Failure.NOT_CHECKED);
    }

    /** The pad has noticed something by itself. */
    protected Step noticed(Work work, PadReply notice) {
        return Step.STAY;
    }

    @Override
    protected final Step heard(Work work, Input input) {
        if (input instanceof Input.Pad pad) {
            return noticed(work, pad.reply());
        } else if (!waiting) {
            return Step.STAY;
        } else if (input instanceof Input.Frame frame) {
            return read(work, frame.frame());
        } else if (input instanceof Input.Time) {
            return giveUp(work, Failure.NO_ANSWER);
        } else if (input instanceof Input.LineDown) {
            return giveUp(work, Failure.LINE_LOST);
        }
        return Step.STAY;
    }

    private Step transmit(Work work, IsoMessage message) {
        request = message;
        answerFrame = null;
        if (!work.lineOpen()) {
            return failed(work, Failure.LINE_LOST);
        }
        waiting = true;
        work.show(notice());
        work.timer("answerTimeout");
        work.send(work.setup().dialect().pack(message));
        return Step.STAY;
    }

    private Step giveUp(Work work, Failure why) {
        waiting = false;
        return failed(work, why);
    }

    private Step read(Work work, byte[] frame) {
        IsoMessage asked = request;
        IsoMessage answer = unpacked(work, frame);
        if (asked == null || answer == null) {
            return Step.STAY;
        } else if (!AnswerCheck.ofItsType(asked, answer)) {
            work.emit(new TerminalEvents.LineTrouble("a " + answer.mti() + " that nobody waits for"));
            return Step.STAY;
        } else if (!AnswerCheck.matches(asked, answer)) {
            return giveUp(work, Failure.UNMATCHED);
        }
        waiting = false;
        answerFrame = frame;
        return checkMac(work, frame, answer);
    }

    private static @Nullable IsoMessage unpacked(Work work, byte[] frame) {
        try {
            return work.setup().dialect().unpack(frame);
        } catch (Malformed e) {
            work.emit(new TerminalEvents.LineTrouble("not a message: " + e.getMessage()));
            return null;
        }
    }

    /** Whether the answer to a request with a MAC has one too. */
    protected boolean answerMacked() {
        return true;
    }

    /** Whether an answer with this code, to a request with a MAC, has to have one. */
    protected boolean needsMac(Work work, String code) {
        return work.setup().dialect().answerNeedsMac(code);
    }

    private Step checkMac(Work work, byte[] frame, IsoMessage answer) {
        Dialect dialect = work.setup().dialect();
        if (!macked || !answerMacked() || !work.policies().flag("checkAnswerMac")) {
            return good(work, answer);
        } else if (!answer.has(MAC)) {
            return needsMac(work, answer.text(39)) ? failed(work, Failure.WRONG_MAC) : good(work, answer);
        }
        PadSlot key = work.policies().dukpt() ? PadSlot.ANSWER_MAC_KEY : PadSlot.MAC_KEY;
        return ask(work, mac(work, key, dialect.macInput(frame)), reply -> compared(work, answer, reply));
    }

    private Step compared(Work work, IsoMessage answer, PadReply.Answer reply) {
        if (!reply.good()) {
            return padFailed(work);
        }
        return reply.text().equals(answer.text(MAC)) ? good(work, answer) : failed(work, Failure.WRONG_MAC);
    }

    private Step good(Work work, IsoMessage answer) {
        if (answer.processingRequest() == IsoMessage.SIGN_IN_AGAIN) {
            work.demandSignIn();
        }
        work.answer(answer);
        return answered(work, answer);
    }

    private static PadCommand mac(Work work, PadSlot key, byte[] data) {
        String algorithm = work.setup().dialect().setting("mac.algorithm");
        MacKind kind = Objects.requireNonNull(MACS.get(algorithm), algorithm);
        return new PadCommand.Mac(key, kind, data);
    }
}
