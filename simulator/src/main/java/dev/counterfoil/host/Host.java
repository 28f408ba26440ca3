package dev.counterfoil.host;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Alarms;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.host.keys.KeySerial;
import dev.counterfoil.protocol.iso8583.FrameReader;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The acquirer's host. Ports: {@link #HSM}, {@link #SWITCH}, and from {@link #FIRST_LINE} on a line to each terminal.
 * What it decides is in {@link Reception} and the desks behind it.
 */
public final class Host {
    /** Port of the link to the HSM. */
    public static final int HSM = 1;

    /** Port of the link to the switch. */
    public static final int SWITCH = 2;

    /** Port of the card issuer's link to the registry of manager cards, when there is one. */
    public static final int REGISTRY = 3;

    /** Port of the first terminal's line; the others follow. */
    public static final int FIRST_LINE = 100;

    /** What the host is told by hands; terminals, HSM and switch speak over wires. */
    public sealed interface Command extends DeviceMessage {}

    /** A terminal's line, which is attached with this port. */
    public record Plug(int port, WireEnd line) implements Command {}

    /** A line is taken away; what was still to be sent on it falls away. */
    public record Unplug(int port) implements Command {}

    /** Puts a terminal into the table, or replaces its entry. */
    public record Register(TerminalEntry terminal) implements Command {}

    /** A master key that has come to a terminal by another way than a download, by its estate name. */
    public record SetMasterKey(String terminal, TerminalEntry.MasterKey key) implements Command {}

    /** A terminal is under DUKPT from now on, with a new initial key; by its estate name. */
    public record SetKeySerial(String terminal, KeySerial serial) implements Command {}

    /**
     * Takes in what the factory wrote into a terminal's key chip. A device id that another terminal has is refused, and
     * the terminal that came with it is disabled.
     *
     * @param terminalId F41 of the terminal
     */
    public record Provision(String terminalId, String deviceId, TerminalEntry.MasterKey chipKey) implements Command {}

    /** Changes how the table holds a terminal, by its estate name. */
    public record SetRegistration(String terminal, TerminalEntry.Registration registration) implements Command {}

    /** Opens a batch of 6 digits for a terminal, by its estate name. */
    public record SetBatch(String terminal, String batch) implements Command {}

    /** Puts a manager card into the registry, or replaces it. */
    public record RegisterCard(ManagerCard card) implements Command {}

    /** Opens or closes the work order for a key download; {@code terminal} is an estate name. */
    public record SetPermit(String terminal, boolean open) implements Command {}

    /** Binds the machine of a terminal, by its estate name, to a merchant's number. */
    public record Bind(String terminal, String merchant) implements Command {}

    /** Wants a new sign-in with every answer until it has come; {@code terminal} is an estate name. */
    public record DemandSignIn(String terminal) implements Command {}

    /** Overrides one policy, see {@link HostPolicies#with}. */
    public record SetPolicy(String setting, String value) implements Command {}

    /** Loses a transaction from the journal; {@code terminal} is an estate name. */
    public record Forget(String terminal, String batch, String stan) implements Command {}

    public record Arm(Script script) implements Command {}

    /** Ends every script that is armed. */
    public record Disarm() implements Command {}

    /** Every answer leaves this much later; 0 ends it. */
    public record SlowDown(long nanos) implements Command {}

    /** Accepts nothing: connections are closed, requests fall away. */
    public record GoDown() implements Command {}

    public record ComeBack() implements Command {}

    public record PowerCut() implements Command {}

    public record PowerReturn() implements Command {}

    private record Rang(Alarms.Ring ring) implements Command {}

    private static final class Line {
        private final WireEnd end;
        private @Nullable FrameReader reader;

        Line(WireEnd end) {
            this.end = end;
        }
    }

    private final HostConfig config;
    private final WireEnd hsm;
    private final WireEnd network;
    private final Map<Integer, Line> lines = new LinkedHashMap<>();
    private final Alarms<DeviceMessage> alarms;
    private final Script.Rack scripts = new Script.Rack();
    private HostPolicies policies;
    private @Nullable Reception reception;
    private long slowNanos;
    private boolean down;
    private int life;

    private Host(ActorContext<DeviceMessage> context, HostConfig config, WireEnd hsm, WireEnd network) {
        this.alarms = new Alarms<>(context, Rang::new);
        this.config = config;
        this.hsm = hsm;
        this.network = network;
        this.policies = config.policies();
        open();
    }

    /**
     * A host at work.
     *
     * @param hsm the end that is attached with port {@link #HSM}
     * @param network the end that is attached with port {@link #SWITCH}
     */
    public static Behavior<DeviceMessage> create(HostConfig config, WireEnd hsm, WireEnd network) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(new Host(context, config, hsm, network)::on));
    }

    private void open() {
        Reception opened = new Reception(config, () -> policies, scripts, new Reach(life));
        opened.slowDown(slowNanos);
        reception = opened;
        opened.open();
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
        Reception at = reception;
        if (at == null || down) {
            Line line = lines.get(signal.port());
            if (line != null && signal instanceof WireSignal.Opened) {
                line.end.close();
            }
        } else if (signal.port() == HSM) {
            fromHsm(at, signal);
        } else if (signal.port() == SWITCH) {
            fromSwitch(at, signal);
        } else {
            fromTerminal(at, signal);
        }
    }

    private static void fromHsm(Reception at, WireSignal signal) {
        if (signal instanceof WireSignal.Received received) {
            at.fromHsm(received.chunk());
        } else if (signal instanceof WireSignal.Gone || signal instanceof WireSignal.Closed) {
            at.hsmLost();
        }
    }

    private static void fromSwitch(Reception at, WireSignal signal) {
        if (signal instanceof WireSignal.Received received) {
            at.fromSwitch(received.chunk());
        } else if (signal instanceof WireSignal.Gone || signal instanceof WireSignal.Closed) {
            at.switchLost();
        }
    }

    private void fromTerminal(Reception at, WireSignal signal) {
        Line line = lines.get(signal.port());
        if (line == null) {
            return;
        }
        if (signal instanceof WireSignal.Received received) {
            frames(line, received.chunk()).forEach(frame -> at.request(signal.port(), frame));
        } else {
            brokenOff(line.reader);
            line.reader = null;
        }
    }

    /** What came of a frame whose end will not come any more. */
    private void brokenOff(@Nullable FrameReader reader) {
        if (reader != null && reader.pending() > 0) {
            String what = "frame that breaks off after " + reader.pending() + " bytes";
            Malformed e = new Malformed("frame", reader.pending(), reader.wanted() + " bytes", "the end of the line");
            config.trace().emit(config.name(), HostEvents.Refused.unread(what, e));
        }
    }

    private List<byte[]> frames(Line line, byte[] chunk) {
        try {
            if (line.reader == null) {
                line.reader = new FrameReader();
            }
            return line.reader.feed(chunk);
        } catch (Malformed e) {
            line.reader = null;
            config.trace().emit(config.name(), HostEvents.Refused.unread("bytes", e));
            return List.of();
        }
    }

    private void onHand(Command command) {
        if (command instanceof Plug m) {
            lines.put(m.port, new Line(m.line));
        } else if (command instanceof Unplug m) {
            Line left = lines.remove(m.port);
            if (left != null) {
                brokenOff(left.reader);
            }
        } else if (command instanceof SetPolicy m) {
            policies = policies.with(m.setting, m.value);
        } else if (command instanceof Arm m) {
            scripts.arm(m.script);
        } else if (command instanceof Disarm) {
            scripts.clear();
        } else if (command instanceof GoDown) {
            down = true;
            lines.values().forEach(line -> line.end.close());
        } else if (command instanceof ComeBack) {
            down = false;
        } else if (command instanceof PowerCut) {
            cut();
        } else if (command instanceof PowerReturn) {
            powerReturn();
        } else if (command instanceof SlowDown m) {
            slowNanos = m.nanos;
            reception().slowDown(m.nanos);
        } else {
            onBooks(command);
        }
    }

    private void onBooks(Command command) {
        Reception at = reception();
        if (command instanceof Register m) {
            at.register(m.terminal);
        } else if (command instanceof SetMasterKey m) {
            at.setMasterKey(m.terminal, m.key);
        } else if (command instanceof SetKeySerial m) {
            at.setKeySerial(m.terminal, m.serial);
        } else if (command instanceof Provision m) {
            at.provision(m.terminalId, m.deviceId, m.chipKey);
        } else if (command instanceof SetRegistration m) {
            at.register(m.terminal, m.registration);
        } else if (command instanceof SetBatch m) {
            at.setBatch(m.terminal, m.batch);
        } else if (command instanceof RegisterCard m) {
            at.register(m.card);
        } else if (command instanceof SetPermit m) {
            at.setPermit(m.terminal, m.open);
        } else if (command instanceof Bind m) {
            at.bind(m.terminal, m.merchant);
        } else if (command instanceof DemandSignIn m) {
            at.demandSignIn(m.terminal);
        } else if (command instanceof Forget m) {
            at.forget(m.terminal, m.batch, m.stan);
        }
    }

    private Reception reception() {
        return Objects.requireNonNull(reception, "the host is without power");
    }

    private void cut() {
        if (reception != null) {
            reception = null;
            life++;
            alarms.cancelAll();
            lines.values().forEach(line -> {
                line.end.close();
                line.reader = null;
            });
            config.trace().emit(config.name(), new HostEvents.PowerChanged(false));
        }
    }

    private void powerReturn() {
        if (reception == null) {
            config.trace().emit(config.name(), new HostEvents.PowerChanged(true));
            open();
        }
    }

    /** The desks' reach into the world, from one start to the next power cut. */
    private final class Reach implements Effects {
        private final int since;

        Reach(int since) {
            this.since = since;
        }

        @Override
        public void send(int port, byte[] frame) {
            Line line = lines.get(port);
            if (port == HSM) {
                hsm.send(frame);
            } else if (port == SWITCH) {
                network.send(frame);
            } else if (line != null && !down) {
                line.end.send(frame);
            }
        }

        @Override
        public void alarm(String key, long nanos, Runnable then) {
            alarms.set(key, nanos, then);
        }

        @Override
        public void cancel(String key) {
            alarms.cancel(key);
        }

        @Override
        public void write(RecordKind kind, String name, byte[] record, Runnable then) {
            config.store().write(kind, name, record, whileAlive(then));
        }

        @Override
        public void delete(RecordKind kind, String name, Runnable then) {
            config.store().delete(kind, name, whileAlive(then));
        }

        /** A store may acknowledge late, when the power that it was asked under is gone. */
        private Runnable whileAlive(Runnable then) {
            return () -> {
                if (since == life) {
                    then.run();
                }
            };
        }

        @Override
        public void emit(TraceEvent event) {
            config.trace().emit(config.name(), event);
        }

        @Override
        public LocalDateTime now() {
            return config.clock().now();
        }
    }
}
