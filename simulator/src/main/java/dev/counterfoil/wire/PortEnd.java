package dev.counterfoil.wire;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.TurnLoop;

/** The place of a device that is real: hands what comes from the wire to a {@link Port}, and the other way round. */
public final class PortEnd {
    /** What an end can be told besides the signals of its wire. */
    public sealed interface Command extends DeviceMessage {}

    private record Heard(byte[] bytes) implements Command {}

    private record Lost(String cause) implements Command {}

    /** Closes the port and ends the actor. */
    public record Stop() implements Command {}

    private final WireEnd end;
    private final Port port;

    private PortEnd(WireEnd end, Port port) {
        this.end = end;
        this.port = port;
    }

    /**
     * Attaches itself to the wire and starts listening.
     *
     * @param loop the inlet for what the port's thread hears
     */
    public static Behavior<DeviceMessage> create(String name, WireEnd end, Port port, TurnLoop loop) {
        return Behaviors.setup(context -> {
            end.attach(context.getSelf(), 0, name);
            port.open(listener(context, loop));
            return Behaviors.receiveMessage(new PortEnd(end, port)::on);
        });
    }

    private static Port.Listener listener(ActorContext<DeviceMessage> context, TurnLoop loop) {
        ActorRef<DeviceMessage> self = context.getSelf();
        return new Port.Listener() {
            @Override
            public void received(byte[] bytes) {
                loop.inject(() -> self.tell(new Heard(bytes)));
            }

            @Override
            public void lost(String cause) {
                loop.inject(() -> self.tell(new Lost(cause)));
            }
        };
    }

    private Behavior<DeviceMessage> on(DeviceMessage message) {
        if (message instanceof Heard m) {
            end.send(m.bytes);
        } else if (message instanceof WireSignal.Received m) {
            return write(m.chunk());
        } else if (message instanceof Lost m) {
            return lost(m.cause);
        } else if (message instanceof WireSignal.Closed || message instanceof Stop) {
            port.close();
            return Behaviors.stopped();
        }
        return Behaviors.same();
    }

    private Behavior<DeviceMessage> write(byte[] bytes) {
        try {
            port.write(bytes);
            return Behaviors.same();
        } catch (Port.PortFailure e) {
            return lost(String.valueOf(e.getMessage()));
        }
    }

    private Behavior<DeviceMessage> lost(String cause) {
        end.wire().tell(new Wire.Lost(end.end(), cause));
        port.close();
        return Behaviors.stopped();
    }
}
