package dev.counterfoil.host;

import dev.counterfoil.host.keys.LineKeys;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.Stamp;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes answers, has them authenticated and sends them. */
final class Answers {
    static final String APPROVED = "00";
    static final String SYSTEM_FAULT = "96";

    private static final int[] ECHOED = {2, 3, 4, 11, 25, 41, 42, 49, 60, 63};
    private static final int MAC_BYTES = 8;

    private final Effects effects;
    private final Books books;
    private final KeyService keys;
    private final Desk desk;
    private final Set<String> demanded = new HashSet<>();
    private final Set<ByteBuffer> inHand = new HashSet<>();
    private long slowNanos;
    private long count;

    /** What answers need of the host's description. */
    interface Desk {
        Dialect dialect();

        HostPolicies policies();

        /** F32, up to 11 digits. */
        String acquirerId();

        /** A fresh F37, 12 digits. */
        String nextReference();
    }

    Answers(Effects effects, Books books, KeyService keys, Desk desk) {
        this.effects = effects;
        this.books = books;
        this.keys = keys;
        this.desk = desk;
    }

    /** Lets every answer leave this much later. */
    void slowDown(long nanos) {
        slowNanos = nanos;
    }

    /** An answer with what it repeats of its request, the host's time and a reference; no response code yet. */
    IsoMessage.Builder to(Visit visit) {
        LocalDateTime now = effects.now();
        return IsoMessage.answerTo(visit.request())
                .copy(visit.request(), ECHOED)
                .set(12, Stamp.time(now))
                .set(13, Stamp.date(now))
                .set(32, desk.acquirerId())
                .set(37, desk.nextReference());
    }

    /** Approves a request that wants nothing more. */
    void approve(Visit visit) {
        send(visit, to(visit).set(39, APPROVED).build());
    }

    /** Refuses a request; the trace hears why. */
    void decline(Visit visit, String code, String why) {
        TerminalEntry terminal = books.terminal(visit.terminalId());
        String name = terminal == null ? "" : terminal.name();
        effects.emit(new HostEvents.Refused(name, visit.what(), code + " " + why));
        send(visit, to(visit).set(39, code).build());
    }

    /** Sends an answer whose response code is set, with a MAC where the dialect wants one. */
    void send(Visit visit, IsoMessage own) {
        TerminalEntry terminal = books.terminal(visit.terminalId());
        IsoMessage answer = visit.edited(terminal == null ? own : demanding(terminal, own));
        LineKeys lineKeys = terminal == null ? null : books.keys(terminal, visit.ksn(desk.dialect()));
        if (!sealed(visit, answer) || terminal == null || lineKeys == null) {
            leave(visit, desk.dialect().pack(answer));
            return;
        }
        byte[] frame = desk.dialect()
                .pack(answer.toBuilder().set(64, new byte[MAC_BYTES]).build());
        byte[] covered = desk.dialect().macInput(frame);
        keys.ask(
                terminal.name(),
                lineKeys.makeMac(MacForm.valueOf(desk.dialect().setting("mac.algorithm")), covered),
                reply -> leave(visit, reply.ok() ? sealed(frame, reply.fields().hex("mac")) : unsealed(visit, answer)));
    }

    /** Whether an answer has a MAC: one that the dialect wants, or one like that of its request. */
    private boolean sealed(Visit visit, IsoMessage answer) {
        Dialect dialect = desk.dialect();
        boolean report = answer.mti().equals("0810") && visit.request().has(64);
        boolean believed =
                visit.networkCode().equals(InspectionReport.NETWORK_CODE) && InspectionReport.isFinal(answer.text(39));
        return dialect.needsMac(answer)
                || (report && dialect.macks() && (believed || dialect.answerNeedsMac(answer.text(39))));
    }

    /** Wants a sign-in from this terminal with every answer, until it has come. */
    void demandSignIn(String terminal) {
        demanded.add(terminal);
    }

    void signedIn(String terminal) {
        demanded.remove(terminal);
    }

    /** The answer, with a demand for a new sign-in where one is due. */
    private IsoMessage demanding(TerminalEntry terminal, IsoMessage answer) {
        boolean ordered = demanded.contains(terminal.name());
        if (!ordered && !tooOld(terminal)) {
            return answer;
        }
        IsoMessage demanding =
                answer.toBuilder().processingRequest(IsoMessage.SIGN_IN_AGAIN).build();
        if (demanding.processingRequest() == IsoMessage.SIGN_IN_AGAIN) {
            effects.emit(
                    new HostEvents.SignInDemanded(terminal.name(), ordered ? "ordered" : "the MAC key is too old"));
        }
        return demanding;
    }

    private boolean tooOld(TerminalEntry terminal) {
        LocalDateTime made = terminal.workingKeys().made();
        return terminal.signedIn()
                && !effects.now().isBefore(made.plus(desk.policies().macKeyLife()));
    }

    /** Sends what a stranger would: the fields asked for, and a MAC that is none. */
    void sendAsStranger(Visit visit, Script.Stranger stranger) {
        IsoMessage answer = stranger.edit().apply(to(visit).set(39, APPROVED).build());
        boolean sealed = desk.dialect().needsMac(answer);
        leave(
                visit,
                desk.dialect()
                        .pack(
                                sealed
                                        ? answer.toBuilder()
                                                .set(64, new byte[MAC_BYTES])
                                                .build()
                                        : answer));
    }

    /** A request whose keys are used up is being worked on until its answer has left. */
    void takeInHand(Visit visit) {
        inHand.add(ByteBuffer.wrap(visit.frame()));
    }

    /** Whether this very request is in hand. */
    boolean inHand(Visit visit) {
        return inHand.contains(ByteBuffer.wrap(visit.frame()));
    }

    /** Nothing is answered. */
    void keepSilent(Visit visit) {
        inHand.remove(ByteBuffer.wrap(visit.frame()));
    }

    /** Sends bytes as they are; null is silence. */
    void leave(Visit visit, byte @Nullable [] frame) {
        long wait = slowNanos + visit.delayNanos();
        if (frame == null) {
            keepSilent(visit);
        } else if (wait == 0) {
            depart(visit, frame);
        } else {
            effects.alarm("answer " + ++count, wait, () -> depart(visit, frame));
        }
    }

    private void depart(Visit visit, byte[] frame) {
        keepSilent(visit);
        effects.send(visit.port(), frame);
    }

    private static byte[] sealed(byte[] frame, byte[] mac) {
        System.arraycopy(mac, 0, frame, frame.length - MAC_BYTES, MAC_BYTES);
        return frame;
    }

    /**
     * What can be said without a MAC: a decline becomes a system fault; an approval stays unsaid, so that the terminal
     * takes back what is booked.
     */
    private byte @Nullable [] unsealed(Visit visit, IsoMessage answer) {
        return ResponseCodes.approved(answer.text(39))
                ? null
                : desk.dialect().pack(to(visit).set(39, SYSTEM_FAULT).build());
    }
}
