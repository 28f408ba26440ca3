package dev.counterfoil.wire;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Actor;
import dev.counterfoil.clock.Alarm;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.protocol.link.LinkTimer;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A line between two devices. It is up while both ends are attached, the plug is in and the line is not down; a wire
 * that has to be dialled is connected only between {@link Open} and {@link Close}. What is sent without a connection is
 * lost, and the trace says so.
 */
public final class Wire extends Actor<Wire.Command> {
    /** What a wire is told: by devices through {@link WireEnd}, by hands and faults directly. */
    public sealed interface Command {}

    /** Plugs a device in; signals come to it with {@code port}. */
    public record Attach(End end, ActorRef<DeviceMessage> device, int port, String name) implements Command {}

    /** The device at this end is gone for good, as a real one is whose port has failed. */
    public record Lost(End end, String cause) implements Command {}

    /** Takes the device off this end: a card is pulled out of its slot. */
    public record Detach(End end) implements Command {}

    public record Open(End by) implements Command {}

    public record Close(End by) implements Command {}

    public record Send(End by, byte[] message) implements Command {}

    /** Loosens the plug: the devices stay where they are and do not reach each other. */
    public record Loosen() implements Command {}

    public record PushIn() implements Command {}

    /** The line itself fails (carrier, exchange) or comes back. */
    public record SetDown(boolean down) implements Command {}

    public record SetProfile(Profile profile) implements Command {}

    /** @param bitErrorRate probability that a bit is flipped, 0 to 1 */
    public record SetNoise(double bitErrorRate) implements Command {}

    public record Arm(Fault fault) implements Command {}

    /** Lets go of what {@link Fault.Hold} has kept; a closed line is connected for it. */
    public record Release() implements Command {}

    /** Ends every armed fault and the noise; held messages are lost. */
    public record Heal() implements Command {}

    /** Recorded bytes enter the line as if {@code from} had sent them; a closed line is connected for them. */
    public record Replay(End from, byte[] message) implements Command {}

    private record Arrive(End to, long id, byte[] sent, byte[] came) implements Command {}

    private record Dialled(End by) implements Command {}

    private record Frame(Modems pair, End to, byte[] bytes) implements Command {}

    private record LinkTimeout(Modems pair, End at, LinkTimer timer, int generation) implements Command {}

    /**
     * What the estate says of a wire.
     *
     * @param splitter makes one splitter a direction; used while faults are armed
     */
    public record Config(
            String name, WireClass wireClass, Profile profile, Supplier<Splitter> splitter, RandomStream random) {}

    private enum Connection {
        CLOSED,
        DIALLING,
        OPEN
    }

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LINK_ANSWER_NANOS = 4_000 * NANOS_PER_MILLI;
    private static final long LINK_SILENCE_NANOS = 2_000 * NANOS_PER_MILLI;

    private final ActorContext<Command> context;
    private final Config config;
    private final Trace trace;
    private final Plugs plugs = new Plugs();
    private @Nullable Lane fromA;
    private @Nullable Lane fromB;
    private Profile profile;
    private @Nullable Modems modems;
    private Connection connection = Connection.CLOSED;
    private double bitErrorRate;
    private boolean loose;
    private boolean down;
    private boolean up;
    private long lastId;

    private Wire(ActorContext<Command> context, Config config, Trace trace) {
        this.context = context;
        this.config = config;
        this.trace = trace;
        this.profile = config.profile;
    }

    public static Behavior<Command> create(Config config, Trace trace) {
        return Behaviors.setup(context -> new Wire(context, config, trace));
    }

    @Override
    protected void on(Command command) {
        if (command instanceof Send m) {
            send(m.by, m.message);
        } else if (command instanceof Arrive m) {
            arrive(m);
        } else if (command instanceof Frame m) {
            if (m.pair == modems) {
                m.pair.heard(m.to, m.bytes);
            }
        } else if (command instanceof LinkTimeout m) {
            if (m.pair == modems) {
                m.pair.timeout(m.at, m.timer, m.generation);
            }
        } else if (command instanceof Open m) {
            open(m.by);
        } else if (command instanceof Dialled m) {
            dialled(m.by);
        } else if (command instanceof Close m) {
            close(m.by);
        } else if (command instanceof Attach m) {
            plug(m.end, new Plugs.Plug(m.device, m.port, m.name), "");
        } else if (command instanceof Detach m) {
            plug(m.end, null, "unplugged");
        } else if (command instanceof Lost m) {
            plug(m.end, null, m.cause);
        } else {
            onHand(command);
        }
    }

    private void onHand(Command command) {
        if (command instanceof Loosen) {
            loose = true;
            look("plug loose");
        } else if (command instanceof PushIn) {
            loose = false;
            look("");
        } else if (command instanceof SetDown m) {
            down = m.down;
            look("line down");
        } else if (command instanceof SetProfile m) {
            profile = m.profile;
        } else if (command instanceof SetNoise m) {
            bitErrorRate = m.bitErrorRate;
        } else if (command instanceof Arm m) {
            lane(m.fault.from()).arm(m.fault);
        } else if (command instanceof Release) {
            release(End.A);
            release(End.B);
        } else if (command instanceof Heal) {
            heal();
        } else if (command instanceof Replay m) {
            send(opened(m.from, "for a replay"), m.message);
        }
    }

    private void plug(End end, Plugs.@Nullable Plug plug, String cause) {
        Plugs.Plug before = plugs.put(end, plug);
        if (plug == null && before != null && up) {
            before.tell(port -> new WireSignal.Gone(port, cause));
        }
        look(cause);
    }

    /** Sees whether the line is up now, and tells both ends when that has changed. */
    private void look(String cause) {
        boolean now = plugs.both() && !loose && !down;
        if (now == up) {
            return;
        }
        up = now;
        connection = Connection.CLOSED;
        modems = null;
        emit(new WireEvents.Line(up ? "up" : "gone", up ? "" : cause));
        tell(End.A, up ? WireSignal.Back::new : port -> new WireSignal.Gone(port, cause));
        tell(End.B, up ? WireSignal.Back::new : port -> new WireSignal.Gone(port, cause));
    }

    private void open(End by) {
        if (!profile.dialled() || connection == Connection.OPEN) {
            connection = up ? Connection.OPEN : Connection.CLOSED;
            tell(by, up ? WireSignal.Opened::new : port -> new WireSignal.Refused(port, "line down"));
        } else if (connection == Connection.CLOSED) {
            connection = Connection.DIALLING;
            emit(new WireEvents.Line("dialling", ""));
            Alarm.after(context, profile.connectMillis() * NANOS_PER_MILLI, new Dialled(by));
        }
    }

    private void dialled(End by) {
        if (up && connection == Connection.DIALLING) {
            connection = Connection.OPEN;
            emit(new WireEvents.Line("opened", ""));
            tell(End.A, WireSignal.Opened::new);
            tell(End.B, WireSignal.Opened::new);
        } else if (!up) {
            connection = Connection.CLOSED;
            emit(new WireEvents.Line("refused", "line down"));
            tell(by, port -> new WireSignal.Refused(port, "line down"));
        }
    }

    private void close(End by) {
        if (profile.dialled() && connection != Connection.CLOSED) {
            connection = Connection.CLOSED;
            modems = null;
            emit(new WireEvents.Line("closed", nameOf(by)));
            tell(by.other(), WireSignal.Closed::new);
        }
    }

    private void send(End by, byte[] message) {
        if (!connected()) {
            emit(new WireEvents.Line("lost", nameOf(by) + " sent " + message.length + " bytes without a connection"));
            return;
        }
        Lane lane = lane(by);
        if (lane.quiet()) {
            carry(by, message);
        } else {
            lane.split(message).forEach(whole -> carry(by, whole));
        }
    }

    private void carry(End by, byte[] message) {
        long id = ++lastId;
        emit(new WireEvents.Sent(id, nameOf(by), nameOf(by.other()), message));
        Lane lane = lane(by);
        Fault fault = lane.quiet() ? null : lane.strikes(message);
        if (fault == null) {
            pass(by, id, message, message, 0);
        } else {
            emit(new WireEvents.Struck(id, fault.name()));
            lane.strike(fault.what(), new Lane.Passing(id, message), new Way(this, by, id, message));
        }
        Lane.Passing swapped = lane.quiet() || fault != null ? null : lane.takeSwapped();
        if (swapped != null) {
            pass(by, swapped.id(), swapped.message(), swapped.message(), 0);
        }
    }

    /** Lets a message travel behind those before it. */
    private void pass(End by, long id, byte[] sent, byte[] came, long extraNanos) {
        if (profile.checksummed()) {
            modems().send(by, new Modems.Parcel(id, sent, came));
            return;
        }
        byte[] heard = bitErrorRate > 0 ? Noise.over(came, bitErrorRate, config.random) : came;
        long delay = lane(by).inOrder(trace.nowNanos(), transit(came) + extraNanos);
        if (delay == 0) {
            arrive(new Arrive(by.other(), id, sent, heard));
        } else {
            arriveIn(delay, by, id, sent, heard);
        }
    }

    private void arriveIn(long nanos, End by, long id, byte[] sent, byte[] came) {
        Alarm.after(context, nanos, new Arrive(by.other(), id, sent, came));
    }

    private void arrive(Arrive m) {
        Plugs.Plug plug = plugs.at(m.to);
        if (plug == null || !connected()) {
            emit(new WireEvents.Line("lost", "message " + m.id + " was on its way when the line went"));
            return;
        }
        boolean same = m.came == m.sent;
        emit(new WireEvents.Arrived(m.id, same ? Lane.NOTHING : m.came));
        plug.device().tell(new WireSignal.Received(plug.port(), m.came));
    }

    private void release(End from) {
        lane(from).takeHeld().forEach(m -> pass(opened(from, "for a held one"), m.id(), m.message(), m.message(), 0));
    }

    private void heal() {
        lane(End.A).heal();
        lane(End.B).heal();
        bitErrorRate = 0;
    }

    /** The end at which somebody puts something in; a closed line is opened for it, and the far end hears of it. */
    private End opened(End from, String why) {
        if (!connected() && up) {
            connection = Connection.OPEN;
            emit(new WireEvents.Line("opened", why));
            tell(from.other(), WireSignal.Opened::new);
        }
        return from;
    }

    private Modems modems() {
        Modems pair = modems;
        if (pair == null) {
            pair = new Modems(new Telephone());
            modems = pair;
        }
        return pair;
    }

    private boolean connected() {
        return up && (!profile.dialled() || connection == Connection.OPEN);
    }

    private long transit(byte[] message) {
        return profile.transitNanos(message.length, profile.jitterMillis() == 0 ? 0 : config.random.nextDouble());
    }

    /** The direction from this end, made when something first goes that way. */
    private Lane lane(End from) {
        Lane lane = from == End.A ? fromA : fromB;
        if (lane == null) {
            lane = new Lane(config.splitter);
            if (from == End.A) {
                fromA = lane;
            } else {
                fromB = lane;
            }
        }
        return lane;
    }

    private String nameOf(End end) {
        return plugs.nameOf(end);
    }

    private void tell(End end, IntFunction<WireSignal> signal) {
        plugs.tell(end, signal);
    }

    private void emit(TraceEvent event) {
        trace.emit(config.name, event);
    }

    /** How a message that was struck goes on. */
    private record Way(Wire wire, End by, long id, byte[] message) implements Lane.Way {
        @Override
        public void pass(byte[] came, long extraNanos) {
            wire.pass(by, id, message, came, extraNanos);
        }

        @Override
        public void late(long nanos) {
            wire.arriveIn(wire.transit(message) + nanos, by, id, message, message);
        }
    }

    /** What the pair of modems needs of the line between them; frames of a pair that has hung up are dropped. */
    private final class Telephone implements Modems.Between {
        @Override
        public void transmit(End from, byte[] frame) {
            Modems pair = modems();
            byte[] heard = bitErrorRate > 0 ? Noise.over(frame, bitErrorRate, config.random) : frame;
            long delay = lane(from).inOrder(trace.nowNanos(), transit(frame));
            Alarm.after(context, delay, new Frame(pair, from.other(), heard));
        }

        @Override
        public void startTimer(End at, LinkTimer timer, int generation) {
            long nanos = timer == LinkTimer.ANSWER ? LINK_ANSWER_NANOS : LINK_SILENCE_NANOS;
            Alarm.after(context, nanos, new LinkTimeout(modems(), at, timer, generation));
        }

        @Override
        public void deliver(End to, Modems.Parcel parcel) {
            arrive(new Arrive(to, parcel.id(), parcel.sent(), parcel.came()));
        }

        @Override
        public void repeated(End from) {
            emit(new WireEvents.Line("repeated", nameOf(from)));
        }

        @Override
        public void gaveUp(End from) {
            emit(new WireEvents.Line("closed", "the modem of " + nameOf(from) + " gave up"));
            connection = Connection.CLOSED;
            modems = null;
            tell(End.A, WireSignal.Closed::new);
            tell(End.B, WireSignal.Closed::new);
        }
    }
}
