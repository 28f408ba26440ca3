package dev.counterfoil.wire;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.TurnLoop;

/**
 * The place of a device that is real: hands what comes from the wire to a {@link Port}, and the other way round. When
 * the port is lost, the wire hears of it with the cause and this end is no more; when this end stops, the port is
 * closed.
 */
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
     * @param name of the device, in the trace
     * @param loop the inlet for what the port's thread hears
     * @param over runs once, on the loop, when the port is closed, whoever closed it
     */
    public static Behavior<DeviceMessage> create(String name, WireEnd end, Port port, TurnLoop loop, Runnable over) {
        return Behaviors.setup(context -> {
            end.attach(context.getSelf(), 0, name);
            Behavior<DeviceMessage> listening = Behaviors.receive(DeviceMessage.class)
                    .onAnyMessage(new PortEnd(end, port)::on)
                    .onSignal(PostStop.class, stop -> {
                        port.close();
                        over.run();
                        return Behaviors.same();
                    })
                    .build();
            try {
                port.open(listener(context, loop));
            } catch (Port.PortFailure e) {
                context.getSelf().tell(new Lost(String.valueOf(e.getMessage())));
            }
            return listening;
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
            return lost("closed");
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
        return Behaviors.stopped();
    }
}
