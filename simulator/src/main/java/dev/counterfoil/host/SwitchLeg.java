package dev.counterfoil.host;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.host.JournalEntry.Leg;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.FrameReader;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.Stamp;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The line to the switch. Messages carry the host's own trace numbers and a MAC under the zone's key; answers are
 * matched by trace number, and an approval is believed only with a good MAC.
 */
final class SwitchLeg {
    static final String UNREACHABLE = "91";

    private static final String ZAK_TYPE = "008";
    private static final int X9_19 = 3;
    private static final int ZERO_PADDING = 1;
    private static final int MAC_BYTES = 8;
    private static final int STANS = 1_000_000;

    /**
     * How an exchange ended.
     *
     * @param code F39 of the answer; 96 when nothing could be sent or believed; 91 when nobody answered
     * @param answer null when there is none
     * @param sent whether the issuer may have heard of it
     */
    record Outcome(String code, @Nullable IsoMessage answer, boolean sent) {
        boolean approved() {
            return ResponseCodes.approved(code);
        }

        /** Whether the issuer may have booked what the host will not. */
        boolean doubtful() {
            return sent && (answer == null || code.equals(UNREACHABLE) || code.equals(Answers.SYSTEM_FAULT));
        }

        String field(int number) {
            String text = answer == null ? null : answer.textOrNull(number);
            return text == null ? "" : text;
        }
    }

    private final Effects effects;
    private final KeyService keys;
    private final Dialect dialect;
    private final Supplier<HostPolicies> policies;
    private final Map<String, Consumer<Outcome>> waiting = new LinkedHashMap<>();
    private FrameReader reader;
    private int lastStan;

    SwitchLeg(Effects effects, KeyService keys, Dialect dialect, Supplier<HostPolicies> policies, int lastStan) {
        this.effects = effects;
        this.keys = keys;
        this.dialect = dialect;
        this.policies = policies;
        this.lastStan = lastStan;
        this.reader = dialect.frameReader();
    }

    /** A fresh trace number and the reference number that goes with it. */
    Leg next() {
        lastStan = (lastStan + 1) % STANS;
        String stan = Decimal.digits(lastStan, 6);
        return new Leg(stan, Stamp.dayAndHour(effects.now()) + stan, "");
    }

    /**
     * Sends a message to the issuer.
     *
     * @param message without F7, F64; F11 and F37 are set
     * @param terminal estate name of the terminal that it is for
     */
    void send(IsoMessage.Builder message, String terminal, Consumer<Outcome> then) {
        LocalDateTime now = effects.now();
        IsoMessage whole = message.set(7, Stamp.transmission(now))
                .set(64, new byte[MAC_BYTES])
                .build();
        byte[] frame = dialect.pack(whole);
        byte[] covered = dialect.macInput(frame);
        String zak = keys.keys().zak();
        keys.ask(terminal, HostCommands.generateMac(ZAK_TYPE, zak, X9_19, ZERO_PADDING, covered), reply -> {
            if (reply.ok()) {
                byte[] mac = reply.fields().hex("mac");
                System.arraycopy(mac, 0, frame, frame.length - MAC_BYTES, MAC_BYTES);
                dispatch(whole.text(11), frame, outcome -> believe(terminal, outcome, then));
            } else {
                then.accept(new Outcome(Answers.SYSTEM_FAULT, null, false));
            }
        });
    }

    private void dispatch(String stan, byte[] frame, Consumer<Outcome> then) {
        waiting.put(stan, then);
        effects.alarm("switch " + stan, policies.get().networkTimeoutNanos(), () -> silence(stan));
        effects.send(Host.SWITCH, frame);
    }

    private void silence(String stan) {
        Consumer<Outcome> then = waiting.remove(stan);
        if (then != null) {
            then.accept(new Outcome(UNREACHABLE, null, true));
        }
    }

    /** Bytes from the switch. */
    void received(byte[] chunk) {
        reader.feed(chunk).forEach(this::answered);
    }

    /** The line to the switch is gone; answers on their way will not come. */
    void lost() {
        reader = dialect.frameReader();
    }

    private void answered(byte[] frame) {
        IsoMessage answer;
        try {
            answer = dialect.unpack(frame);
        } catch (Malformed e) {
            return;
        }
        String stan = answer.textOrNull(11);
        Consumer<Outcome> then = stan == null || !answer.has(39) ? null : waiting.remove(stan);
        if (then != null) {
            effects.cancel("switch " + stan);
            then.accept(new Outcome(answer.text(39), answer, true));
        }
    }

    private void believe(String terminal, Outcome outcome, Consumer<Outcome> then) {
        IsoMessage answer = outcome.answer();
        if (!outcome.approved() || answer == null) {
            then.accept(outcome);
            return;
        }
        Outcome disbelieved = new Outcome(Answers.SYSTEM_FAULT, answer, true);
        if (!answer.has(64)) {
            then.accept(disbelieved);
            return;
        }
        byte[] covered = dialect.macInput(dialect.pack(answer));
        keys.ask(
                terminal,
                HostCommands.verifyMac(ZAK_TYPE, keys.keys().zak(), X9_19, ZERO_PADDING, covered, answer.bytes(64)),
                reply -> then.accept(reply.ok() ? outcome : disbelieved));
    }
}
