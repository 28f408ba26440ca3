package dev.counterfoil.loading;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Actor;
import dev.counterfoil.clock.Alarms;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireEvents;
import dev.counterfoil.wire.WireSignal;

/** The mother POS: one port for the PC, one for the child. What it decides is in {@code MotherDecisions}. */
public final class MotherPos extends Actor<DeviceMessage> {
    public static final int PC = 0;
    public static final int CHILD = 1;

    /** What hands do to a mother POS. */
    public sealed interface Command extends DeviceMessage {}

    public record PowerCut() implements Command {}

    public record PowerReturn() implements Command {}

    private record Rang(Alarms.Ring ring) implements Command {}

    /**
     * What the estate says of a mother POS.
     *
     * @param name in the trace
     * @param cable name of the wire in its port for the child, under which the trace hears of repeated frames
     * @param pc what is plugged into its port for the PC
     * @param child what is plugged into its port for the child
     */
    public record Config(String name, String cable, WireEnd pc, WireEnd child, LoadingPolicies policies, Trace trace) {}

    private final Alarms<DeviceMessage> alarms;
    private final Config config;
    private final MotherDecisions decisions;
    private final Framing.Reader pcReader = Framing.FUTUREX.reader();
    private final Framing.Reader childReader;
    private boolean powered = true;

    private MotherPos(ActorContext<DeviceMessage> context, Config config) {
        this.alarms = new Alarms<>(context, Rang::new);
        this.config = config;
        childReader = Framing.named(config.policies.text("mother.framing")).reader();
        decisions = new MotherDecisions(new Hands(), config.policies);
        decisions.powerOn();
    }

    public static Behavior<DeviceMessage> create(Config config) {
        return Behaviors.setup(context -> new MotherPos(context, config));
    }

    @Override
    protected void on(DeviceMessage message) {
        if (message instanceof PowerReturn && !powered) {
            powered = true;
            config.trace.emit(config.name, new LoadingEvents.PowerChanged(true));
            decisions.powerOn();
        } else if (powered) {
            onPowered(message);
        }
    }

    private void onPowered(DeviceMessage message) {
        if (message instanceof WireSignal.Received m && m.port() == PC) {
            pcReader.feed(m.chunk()).forEach(decisions::pcSaid);
        } else if (message instanceof WireSignal.Received m) {
            childReader.feed(m.chunk()).forEach(decisions::childSaid);
        } else if (message instanceof Rang m) {
            alarms.rang(m.ring);
        } else if (message instanceof PowerCut) {
            powered = false;
            decisions.powerOff();
            pcReader.reset();
            childReader.reset();
            config.trace.emit(config.name, new LoadingEvents.PowerChanged(false));
        }
    }

    /** What the decisions reach the world with. */
    private final class Hands extends Casing implements MotherDecisions.Hands {
        Hands() {
            super(config.name, config.trace, alarms);
        }

        @Override
        void rang() {
            decisions.rang();
        }

        @Override
        public void toPc(byte[] frame) {
            config.pc.send(frame);
        }

        @Override
        public void toChild(byte[] frame) {
            config.child.send(frame);
        }

        @Override
        public void repeated() {
            config.trace.emit(config.cable, new WireEvents.Line("repeated", config.name));
        }
    }
}
