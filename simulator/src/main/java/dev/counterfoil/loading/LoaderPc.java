package dev.counterfoil.loading;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.Actor;
import dev.counterfoil.clock.Alarms;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.injection.InjectionOrder;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/** The loader's PC, with one serial cable in one of its ports. What it decides is in {@code LoaderProgram}. */
public final class LoaderPc extends Actor<DeviceMessage> {
    public static final int CABLE = 0;

    /** What hands do to the PC. */
    public sealed interface Command extends DeviceMessage {}

    /**
     * A person starts the loader's program; the key is the PC's from now on.
     *
     * @param keyType as {@link InjectionOrder} has them
     * @param above with the serial number of a key that has one
     */
    public record Start(CipherKey key, int keyType, InjectionOrder.Above above) implements Command {
        /** A master key. */
        public Start(CipherKey key) {
            this(key, InjectionOrder.MASTER_KEY, InjectionOrder.Above.NOTHING);
        }
    }

    public record PowerCut() implements Command {}

    public record PowerReturn() implements Command {}

    private record Rang(Alarms.Ring ring) implements Command {}

    /**
     * What the estate says of the PC.
     *
     * @param name in the trace
     * @param cable what is in the port that its policies name
     * @param clock the right date, which the PC may not have
     */
    public record Config(
            String name, WireEnd cable, LoadingPolicies policies, Supplier<LocalDateTime> clock, Trace trace) {}

    private final Alarms<DeviceMessage> alarms;
    private final Config config;
    private final LoaderProgram program;
    private final Framing.Reader reader = Framing.FUTUREX.reader();
    private boolean powered = true;

    private LoaderPc(ActorContext<DeviceMessage> context, Config config) {
        this.alarms = new Alarms<>(context, Rang::new);
        this.config = config;
        program = new LoaderProgram(new Hands(), config.policies);
        program.powerOn();
    }

    public static Behavior<DeviceMessage> create(Config config) {
        return Behaviors.setup(context -> new LoaderPc(context, config));
    }

    @Override
    protected void on(DeviceMessage message) {
        if (message instanceof PowerReturn && !powered) {
            powered = true;
            config.trace.emit(config.name, new LoadingEvents.PowerChanged(true));
            program.powerOn();
        } else if (powered) {
            onPowered(message);
        } else if (message instanceof Start m) {
            m.key.erase();
        }
    }

    private void onPowered(DeviceMessage message) {
        if (message instanceof Start m) {
            program.start(m);
        } else if (message instanceof WireSignal.Received m) {
            reader.feed(m.chunk()).forEach(program::heard);
        } else if (message instanceof Rang m) {
            alarms.rang(m.ring);
        } else if (message instanceof PowerCut) {
            powered = false;
            program.powerOff();
            reader.reset();
            config.trace.emit(config.name, new LoadingEvents.PowerChanged(false));
        }
    }

    /** What the program reaches the world with. */
    private final class Hands extends Casing implements LoaderProgram.Hands {
        Hands() {
            super(config.name, config.trace, alarms);
        }

        @Override
        void rang() {
            program.rang();
        }

        @Override
        public void send(String port, byte[] frame) {
            if (port.equals(config.policies.text("pc.cableIn"))) {
                config.cable.send(frame);
            }
        }

        @Override
        public String date() {
            String date = config.policies.text("pc.date");
            return date.equals("clock")
                    ? config.clock.get().format(DateTimeFormatter.BASIC_ISO_DATE)
                    : date.replace("-", "");
        }
    }
}
