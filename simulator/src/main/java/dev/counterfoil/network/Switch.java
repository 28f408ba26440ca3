package dev.counterfoil.network;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Alarms;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.FrameReader;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The switch between one acquirer and the issuers. It passes messages on as they are, finds the issuer by the first
 * digits of F2 and answers 91 for one that is silent. Ports: {@link #ACQUIRER}, and from {@link #FIRST_ISSUER} on the
 * issuers.
 */
public final class Switch {
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** Port of the link to the acquirer's host. */
    public static final int ACQUIRER = 0;

    /** Port of the first issuer's link; the others follow. */
    public static final int FIRST_ISSUER = 1;

    private static final String NO_ROUTE = "92";
    private static final String SILENT = "91";

    /** What the switch is told by hands; hosts speak over wires. */
    public sealed interface Command extends DeviceMessage {}

    /** Every answer leaves this much later; 0 ends it. */
    public record SlowDown(long nanos) implements Command {}

    /** Accepts nothing. */
    public record GoDown() implements Command {}

    public record ComeBack() implements Command {}

    public record PowerCut() implements Command {}

    public record PowerReturn() implements Command {}

    private record Rang(Alarms.Ring ring) implements Command {}

    /**
     * A way to an issuer.
     *
     * @param bin first digits of its card numbers; the longest that fits is taken
     * @param port of its link
     */
    public record Route(String bin, int port) {}

    /**
     * What the estate says of the switch.
     *
     * @param issuerTimeoutMillis how long an issuer may take
     */
    public record Config(Dialect dialect, List<Route> routes, int issuerTimeoutMillis) {}

    private final Alarms<DeviceMessage> alarms;
    private final Config config;
    private final Map<Integer, WireEnd> ends;
    private final Map<Integer, FrameReader> readers = new LinkedHashMap<>();
    private final Map<String, IsoMessage> waiting = new LinkedHashMap<>();
    private long slowNanos;
    private long answers;
    private boolean down;

    private Switch(ActorContext<DeviceMessage> context, Config config, Map<Integer, WireEnd> ends) {
        this.alarms = new Alarms<>(context, Rang::new);
        this.config = config;
        this.ends = new LinkedHashMap<>(ends);
    }

    /**
     * A switch at work.
     *
     * @param ends its wires by port
     */
    public static Behavior<DeviceMessage> create(Config config, Map<Integer, WireEnd> ends) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(new Switch(context, config, ends)::on));
    }

    private Behavior<DeviceMessage> on(DeviceMessage message) {
        if (message instanceof WireSignal signal) {
            signal(signal);
        } else if (message instanceof Rang m) {
            alarms.rang(m.ring);
        } else if (message instanceof Command command) {
            onHand(command);
        }
        return Behaviors.same();
    }

    private void onHand(Command command) {
        if (command instanceof SlowDown m) {
            slowNanos = m.nanos;
        } else if (command instanceof GoDown) {
            down = true;
        } else if (command instanceof ComeBack || command instanceof PowerReturn) {
            down = false;
        } else if (command instanceof PowerCut) {
            down = true;
            waiting.clear();
            readers.clear();
            alarms.cancelAll();
        }
    }

    private void signal(WireSignal signal) {
        if (down) {
            return;
        }
        if (signal instanceof WireSignal.Received received) {
            Consumer<byte[]> taker = signal.port() == ACQUIRER ? this::request : this::answer;
            feed(signal.port(), received.chunk(), taker);
        } else {
            readers.remove(signal.port());
        }
    }

    private void feed(int port, byte[] chunk, Consumer<byte[]> taker) {
        try {
            readers.computeIfAbsent(port, p -> new FrameReader()).feed(chunk).forEach(taker);
        } catch (Malformed e) {
            readers.remove(port);
        }
    }

    private void request(byte[] frame) {
        IsoMessage request = read(frame);
        String key = request == null ? null : key(request);
        if (request == null || key == null) {
            return;
        }
        Route route = route(request);
        if (route == null) {
            refuse(request, NO_ROUTE);
        } else {
            waiting.put(key, request);
            alarms.set(key, config.issuerTimeoutMillis * NANOS_PER_MILLI, () -> silent(key));
            send(route.port, frame);
        }
    }

    private @Nullable Route route(IsoMessage request) {
        String pan = request.has(2) ? request.text(2) : "";
        Route best = null;
        for (Route route : config.routes) {
            boolean longer = best == null || route.bin.length() > best.bin.length();
            if (pan.startsWith(route.bin) && longer) {
                best = route;
            }
        }
        return best;
    }

    private void answer(byte[] frame) {
        IsoMessage answer = read(frame);
        String key = answer == null ? null : key(answer);
        if (key != null && waiting.remove(key) != null) {
            alarms.cancel(key);
            leave(frame);
        }
    }

    private @Nullable IsoMessage read(byte[] frame) {
        try {
            return config.dialect.unpack(frame);
        } catch (Malformed e) {
            return null;
        }
    }

    private static @Nullable String key(IsoMessage message) {
        return message.has(11) && message.has(37) ? message.text(11) + " " + message.text(37) : null;
    }

    private void refuse(IsoMessage request, String code) {
        leave(config.dialect.pack(IsoMessage.answerTo(request)
                .copy(request, 2, 3, 4, 11, 32, 37, 41, 42, 49)
                .set(39, code)
                .build()));
    }

    private void silent(String key) {
        IsoMessage request = waiting.remove(key);
        if (request != null) {
            refuse(request, SILENT);
        }
    }

    private void leave(byte[] frame) {
        if (slowNanos == 0) {
            send(ACQUIRER, frame);
        } else {
            alarms.set("answer " + ++answers, slowNanos, () -> send(ACQUIRER, frame));
        }
    }

    private void send(int port, byte[] frame) {
        WireEnd end = ends.get(port);
        if (end != null && !down) {
            end.send(frame);
        }
    }
}
