package dev.counterfoil.wire;

import akka.actor.typed.ActorRef;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Who is plugged in at the two ends of a wire. */
final class Plugs {
    private @Nullable Plug a;
    private @Nullable Plug b;

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
        Plug before = at(end);
        if (end == End.A) {
            a = plug;
        } else {
            b = plug;
        }
        return before;
    }

    @Nullable
    Plug at(End end) {
        return end == End.A ? a : b;
    }

    boolean both() {
        return a != null && b != null;
    }

    /** Name of the device at an end; empty when there is none. */
    String nameOf(End end) {
        Plug plug = at(end);
        return plug == null ? "" : plug.name;
    }

    void tell(End end, IntFunction<WireSignal> signal) {
        Plug plug = at(end);
        if (plug != null) {
            plug.tell(signal);
        }
    }
}
