package dev.counterfoil.hsm;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Alarms;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.protocol.hostcommand.HostCommandFrame;
import dev.counterfoil.protocol.hostcommand.HostCommandReader;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An HSM on its wires: any number of connections, each with a port of its own; what it decides is in the engine. */
public final class Hsm {
    /** What the HSM is told by hands; hosts speak over wires. */
    public sealed interface Command extends DeviceMessage {}

    /** A host's connection, which is attached with this port. */
    public record Plug(int port, WireEnd line) implements Command {}

    /** A printer in the guarded room, on a wire of its own; the letters of key custodians go there. */
    public record PlugPrinter(WireEnd printer) implements Command {}

    /**
     * The next command of this code is answered with an error and not carried out.
     *
     * @param command two characters
     * @param error two characters
     */
    public record FailNext(String command, String error) implements Command {}

    /** Every answer leaves this much later; 0 ends it. */
    public record SlowDown(long nanos) implements Command {}

    /** Accepts nothing; what is sent to it falls away. */
    public record GoDown() implements Command {}

    public record ComeBack() implements Command {}

    /** Its keys are safe without power. */
    public record PowerCut() implements Command {}

    public record PowerReturn() implements Command {}

    private record Rang(Alarms.Ring ring) implements Command {}

    /**
     * What the estate says of an HSM.
     *
     * @param name of the actor in the trace: {@code HSM}, {@code issuer HSM}
     */
    public record Config(String name, HsmEngine engine, Trace trace) {
        /**
         * Has the trace told which cryptogram belongs to which key, by fingerprints. To be called before the first key
         * is formed.
         */
        public void announceKeys(Witness witness) {
            engine.listen((underLmk, clear) ->
                    trace.emit(name, new KeyForm(KeyForm.fingerprint(underLmk), witness.fingerprint(clear))));
        }
    }

    private static final class Line {
        private final WireEnd end;
        private HostCommandReader reader = new HostCommandReader();

        Line(WireEnd end) {
            this.end = end;
        }
    }

    private final Alarms<DeviceMessage> alarms;
    private final Config config;
    private final Map<Integer, Line> lines = new LinkedHashMap<>();
    private final Map<String, ArrayDeque<String>> failures = new LinkedHashMap<>();
    private long slowNanos;
    private long answers;
    private boolean down;
    private boolean powered = true;

    private Hsm(ActorContext<DeviceMessage> context, Config config) {
        this.alarms = new Alarms<>(context, Rang::new);
        this.config = config;
    }

    /** An HSM in service, without connections. */
    public static Behavior<DeviceMessage> create(Config config) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(new Hsm(context, config)::on));
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

    private void signal(WireSignal signal) {
        Line line = lines.get(signal.port());
        if (line == null || down || !powered) {
            return;
        }
        if (signal instanceof WireSignal.Received received) {
            for (byte[] frame : line.reader.feed(received.chunk())) {
                execute(signal.port(), frame);
            }
        } else {
            line.reader = new HostCommandReader();
        }
    }

    private void execute(int port, byte[] frame) {
        String command = commandOf(frame);
        ArrayDeque<String> ordered = failures.get(command);
        byte[] answer = ordered == null || ordered.isEmpty()
                ? config.engine.execute(frame)
                : refusal(frame, command, ordered.removeFirst());
        config.trace.emit(config.name, new HsmEvents.Executed(command, errorOf(answer)));
        if (slowNanos == 0) {
            leave(port, answer);
        } else {
            alarms.set("answer " + ++answers, slowNanos, () -> leave(port, answer));
        }
    }

    private byte[] refusal(byte[] frame, String command, String error) {
        String header = text(frame, 2, headerLength());
        return new HostCommandFrame(header, HostCommandFrame.answerCode(command), error).encode();
    }

    private String commandOf(byte[] frame) {
        return text(frame, 2 + headerLength(), 2);
    }

    private String errorOf(byte[] answer) {
        return text(answer, 4 + headerLength(), 2);
    }

    private int headerLength() {
        return config.engine.personality().headerLength();
    }

    private static String text(byte[] frame, int from, int length) {
        int end = Math.min(frame.length, from + length);
        return from >= end ? "" : new String(frame, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private void leave(int port, byte[] answer) {
        Line line = lines.get(port);
        if (line != null && !down && powered) {
            line.end.send(answer);
        }
    }

    private void onHand(Command command) {
        if (command instanceof Plug m) {
            lines.put(m.port, new Line(m.line));
        } else if (command instanceof PlugPrinter m) {
            config.engine.printOn(letter -> m.printer.send(letter.getBytes(StandardCharsets.US_ASCII)));
        } else if (command instanceof FailNext m) {
            failures.computeIfAbsent(m.command, c -> new ArrayDeque<>()).add(m.error);
        } else if (command instanceof SlowDown m) {
            slowNanos = m.nanos;
        } else if (command instanceof GoDown) {
            down = true;
        } else if (command instanceof ComeBack) {
            down = false;
        } else if (command instanceof PowerCut) {
            power(false);
        } else if (command instanceof PowerReturn) {
            power(true);
        }
    }

    private void power(boolean on) {
        if (on != powered) {
            powered = on;
            alarms.cancelAll();
            List<Line> all = new ArrayList<>(lines.values());
            all.forEach(line -> line.reader = new HostCommandReader());
            config.trace.emit(config.name, new HsmEvents.PowerChanged(on));
        }
    }
}
