package dev.counterfoil.stage;

import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.verb.ref.FieldCondition;
import dev.counterfoil.verb.ref.FieldConditions;
import dev.counterfoil.verb.ref.MessageRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.Which;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks of messages between terminals and host. */
public final class MessageChecks {
    private final Stage stage;

    MessageChecks(Stage stage) {
        this.stage = stage;
    }

    /** The next message that a terminal sends is of this type and holds these fields. */
    public void next(TerminalRef terminal, String mti, @Nullable FieldConditions fields) {
        long from = stage.cursor();
        String expected = mti + (fields == null ? "" : " with " + fields.english());
        stage.expect(
                "the next message of " + terminal.name() + ": " + expected,
                () -> stage.messages().from(terminal.name()).stream()
                        .filter(m -> m.event() > from)
                        .findFirst()
                        .map(m -> ofType(m, mti, fields))
                        .orElseGet(() -> Look.nothing("no message after that")));
        stage.messages().from(terminal.name()).stream()
                .filter(m -> m.event() > from)
                .findFirst()
                .ifPresent(m -> stage.moveCursor(m.event()));
    }

    private Look ofType(WireMessage message, String mti, @Nullable FieldConditions fields) {
        IsoMessage iso = message.iso();
        if (iso == null) {
            return Look.at(false, "a message that cannot be decoded", message);
        }
        String departure = fields == null ? null : stage.messages().departure(fields, iso);
        boolean holds = iso.mti().equals(mti) && departure == null;
        return Look.at(holds, iso.mti() + (departure == null ? "" : " with " + departure), message);
    }

    public void fields(MessageRef ref, FieldConditions fields) {
        long from = stage.cursor();
        stage.expect(
                ref.english() + " with " + fields.english(),
                () -> ref.which().equals(Which.EVERY)
                        ? every(ref, fields)
                        : stage.messages()
                                .find(ref, from)
                                .map(m -> holding(m, fields))
                                .orElseGet(() -> nearest(ref)));
        advance(ref, from);
    }

    private Look holding(WireMessage message, FieldConditions fields) {
        String departure = stage.messages().departure(fields, Objects.requireNonNull(message.iso()));
        return Look.at(departure == null, departure == null ? fields.english() : departure, message);
    }

    private Look every(MessageRef ref, FieldConditions fields) {
        return stage.messages().candidates(ref).stream()
                .map(m -> holding(m, fields))
                .filter(look -> !look.holds())
                .findFirst()
                .orElse(Look.at(true, "all of them"));
    }

    private Look nearest(MessageRef ref) {
        int seen = stage.messages().candidates(ref).size();
        return Look.nothing("no such message; " + seen + " of that kind so far");
    }

    private void advance(MessageRef ref, long from) {
        if (ref.which().equals(Which.NEXT)) {
            stage.messages().find(ref, from).ifPresent(m -> stage.moveCursor(m.event()));
        }
    }

    public void fieldTable(MessageRef ref, List<FieldCondition> conditions) {
        fields(ref, new FieldConditions(conditions));
    }

    public void sentTimes(TerminalRef terminal, String mti, int times) {
        stage.expectCount(
                terminal.name() + " sends " + mti,
                times,
                () -> stage.messages().from(terminal.name()).stream()
                        .filter(m -> m.iso() != null && m.iso().mti().equals(mti))
                        .map(WireMessage::event)
                        .toList());
    }

    /** What a terminal has sent since the acts before, in this order; other messages may lie between. */
    public void sentInOrder(TerminalRef terminal, List<Expected> rows) {
        String expected = String.join(", ", rows.stream().map(Expected::mti).toList());
        stage.expect(terminal.name() + " sends in this order: " + expected, () -> {
            List<WireMessage> sent = stage.messages().from(terminal.name()).stream()
                    .filter(m -> m.event() > stage.windowStart())
                    .toList();
            return inOrder(sent, rows);
        });
    }

    private Look inOrder(List<WireMessage> sent, List<Expected> rows) {
        int row = 0;
        List<String> came = new ArrayList<>();
        for (WireMessage message : sent) {
            IsoMessage iso = message.iso();
            came.add(iso == null ? "?" : iso.mti());
            if (row < rows.size()
                    && ofType(message, rows.get(row).mti(), rows.get(row).fields())
                            .holds()) {
                row++;
            }
        }
        return Look.at(row == rows.size(), String.join(", ", came));
    }

    /**
     * A row of {@link #sentInOrder}.
     *
     * @param fields what it must hold, or null
     */
    public record Expected(String mti, @Nullable FieldConditions fields) {}

    public void sentNothing(TerminalRef terminal) {
        Optional<WireMessage> first = stage.messages().from(terminal.name()).stream()
                .filter(m -> m.event() > stage.windowStart())
                .findFirst();
        stage.expectNow(
                "nothing sent by " + terminal.name(),
                first.map(m -> Look.at(
                                false,
                                "a " + (m.iso() == null ? "message" : m.iso().mti()),
                                m))
                        .orElse(Look.at(true, "nothing")));
    }

    public void sentBefore(MessageRef earlier, MessageRef later) {
        long from = stage.cursor();
        stage.expect(earlier.english() + " before " + later.english(), () -> {
            Optional<WireMessage> first = stage.messages().find(earlier, from);
            Optional<WireMessage> second = stage.messages().find(later, from);
            if (first.isEmpty() || second.isEmpty()) {
                return Look.nothing((first.isEmpty() ? earlier : later).english() + " was not sent");
            }
            boolean holds = first.get().event() < second.get().event();
            return Look.at(holds, holds ? "in this order" : "the other way round", second.get());
        });
    }

    /** Send times of two messages lie exactly this far apart. */
    public void apart(MessageRef one, MessageRef other, long nanos) {
        long from = stage.cursor();
        stage.expect(one.english() + " and " + other.english() + " " + seconds(nanos) + " apart", () -> {
            Optional<WireMessage> first = stage.messages().find(one, from);
            Optional<WireMessage> second = stage.messages().find(other, from);
            if (first.isEmpty() || second.isEmpty()) {
                return Look.nothing((first.isEmpty() ? one : other).english() + " was not sent");
            }
            long apart = Math.abs(second.get().sentNanos() - first.get().sentNanos());
            return Look.at(apart == nanos, seconds(apart), second.get());
        });
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.6f s", nanos / 1e9);
    }

    /** The two legs of a transaction hold different values in a field. */
    public void legsDiffer(String field, dev.counterfoil.verb.ref.TransactionRef ref) {
        stage.expect(
                field + " different on the two legs of " + ref.english(),
                () -> stage.transaction(ref)
                        .map(t -> {
                            WireMessage near = stage.messages().requestOf(t).orElse(null);
                            WireMessage far = near == null ? null : onSwitchLeg(near);
                            return near == null || far == null
                                    ? Look.nothing("no two legs")
                                    : different(field, near, far);
                        })
                        .orElseGet(() -> Look.nothing("no such transaction")));
    }

    private static Look different(String field, WireMessage near, WireMessage far) {
        String here = Objects.requireNonNull(near.iso()).part(field);
        String there = Objects.requireNonNull(far.iso()).part(field);
        boolean holds = here != null && there != null && !here.equals(there);
        return Look.at(holds, here == null || there == null ? field + " is not on both legs" : "both alike", far);
    }

    private @Nullable WireMessage onSwitchLeg(WireMessage near) {
        return stage.evidence().messages().on("switch link").stream()
                .filter(m -> m.event() > near.event() && m.from().equals("host") && m.iso() != null)
                .findFirst()
                .orElse(null);
    }

    /** The header of the message asks its terminal to sign in. */
    public void demandsSignIn(MessageRef ref) {
        long from = stage.cursor();
        stage.expect(
                ref.english() + " with 3, sign in again, as processing request",
                () -> stage.messages()
                        .find(ref, from)
                        .map(m -> {
                            char wanted = Objects.requireNonNull(m.iso()).processingRequest();
                            return Look.at(wanted == IsoMessage.SIGN_IN_AGAIN, "processing request " + wanted, m);
                        })
                        .orElseGet(() -> nearest(ref)));
        advance(ref, from);
    }

    /** The MAC, made anew by an HSM that holds the terminal's MAC key of now, is the one that the message carries. */
    public void macGood(MessageRef ref) {
        long from = stage.cursor();
        stage.expect(
                ref.english() + " with a good MAC",
                () -> stage.messages()
                        .find(ref, from)
                        .map(m -> Look.at(stage.world().macs().good(m), "another MAC than the key in use makes", m))
                        .orElseGet(() -> nearest(ref)));
        advance(ref, from);
    }
}
