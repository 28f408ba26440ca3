package dev.counterfoil.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The stream of one world. Listeners hear every event, in order, on the world's thread; they must be quick. */
public final class Trace {
    private final LongSupplier nanos;
    private final List<Consumer<Envelope>> listeners = new ArrayList<>();
    private long number;

    /** @param nanos virtual time since the world began */
    public Trace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    public void listen(Consumer<Envelope> listener) {
        listeners.add(listener);
    }

    public void emit(String actor, TraceEvent event) {
        Envelope envelope = new Envelope(++number, nanos.getAsLong(), actor, event);
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).accept(envelope);
        }
    }

    /** Virtual time since the world began, in nanoseconds. */
    public long nowNanos() {
        return nanos.getAsLong();
    }

    /** Number of the latest event, 0 before the first. */
    public long number() {
        return number;
    }
}
