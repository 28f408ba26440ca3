package dev.counterfoil.wire;

import akka.actor.typed.ActorRef;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Who is plugged in at the two ends of a wire. */
final class Plugs {
    private final Map<End, Plug> plugs = new EnumMap<>(End.class);

    /**
     * A device at an end.
     *
     * @param port number under which the device knows this wire
     */
    record Plug(ActorRef<DeviceMessage> device, int port, String name) {
        void tell(IntFunction<WireSignal> signal) {
            device.tell(signal.apply(port));
        }
    }

    /** Plugs a device in, or none; returns the one before. */
    @Nullable
    Plug put(End end, @Nullable Plug plug) {
        return plug == null ? plugs.remove(end) : plugs.put(end, plug);
    }

    @Nullable
    Plug at(End end) {
        return plugs.get(end);
    }

    boolean both() {
        return plugs.size() == End.values().length;
    }

    /** Name of the device at an end; empty when there is none. */
    String nameOf(End end) {
        Plug plug = plugs.get(end);
        return plug == null ? "" : plug.name;
    }

    void tell(End end, IntFunction<WireSignal> signal) {
        Plug plug = plugs.get(end);
        if (plug != null) {
            plug.tell(signal);
        }
    }
}
