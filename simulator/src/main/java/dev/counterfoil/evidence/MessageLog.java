package dev.counterfoil.evidence;

import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.wire.WireEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every message on every wire but the panels, in order of sending. */
public final class MessageLog {
    private static final String LINE = "line of ";
    private static final String PANEL = "panel of ";

    private final Dialect lineDialect;
    private final Dialect switchDialect;
    private final List<WireMessage> messages = new ArrayList<>();
    /** By wire, in order of sending: a wire numbers its messages from 1. */
    private final Map<String, List<WireMessage>> byWire = new HashMap<>();

    MessageLog(Dialect lineDialect, Dialect switchDialect) {
        this.lineDialect = lineDialect;
        this.switchDialect = switchDialect;
    }

    public List<WireMessage> all() {
        return Collections.unmodifiableList(messages);
    }

    /** Messages on the line of a terminal, both ways. */
    public List<WireMessage> onLineOf(String terminal) {
        return on(LINE + terminal);
    }

    /** Messages on a wire, both ways. */
    public List<WireMessage> on(String wire) {
        return List.copyOf(byWire.getOrDefault(wire, List.of()));
    }

    /** Messages on all lines between terminals and host. */
    public List<WireMessage> onLines(Predicate<WireMessage> meant) {
        return messages.stream()
                .filter(m -> m.wire().startsWith(LINE) && meant.test(m))
                .toList();
    }

    void accept(Envelope envelope) {
        if (envelope.event() instanceof WireEvents.Sent sent) {
            if (!envelope.actor().startsWith(PANEL)) {
                sent(envelope, sent);
            }
        } else if (envelope.event() instanceof WireEvents.Arrived arrived) {
            WireMessage message = find(envelope.actor(), arrived.id());
            if (message != null) {
                message.arrived(envelope.timeNanos(), arrived.bytes());
            }
        } else if (envelope.event() instanceof WireEvents.Struck struck) {
            WireMessage message = find(envelope.actor(), struck.id());
            if (message != null) {
                message.struck(struck.fault());
            }
        }
    }

    private void sent(Envelope envelope, WireEvents.Sent sent) {
        WireMessage message = new WireMessage(messages.size() + 1, envelope, sent, dialectOf(envelope.actor()));
        messages.add(message);
        byWire.computeIfAbsent(envelope.actor(), wire -> new ArrayList<>()).add(message);
    }

    private @Nullable WireMessage find(String wire, long id) {
        List<WireMessage> sent = byWire.get(wire);
        return sent == null || id > sent.size() ? null : sent.get((int) id - 1);
    }

    private @Nullable Dialect dialectOf(String wire) {
        if (wire.startsWith(LINE)) {
            return lineDialect;
        }
        return wire.equals("switch link") || wire.equals("issuer link") ? switchDialect : null;
    }
}
