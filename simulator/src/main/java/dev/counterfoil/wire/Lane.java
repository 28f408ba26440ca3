package dev.counterfoil.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One direction of a wire: the order of what is on its way, and the faults that are armed on it. */
final class Lane {
    static final byte[] NOTHING = {};
    private static final long DRIBBLE_NANOS = 1_000_000;

    /** A message that is kept back. */
    record Passing(long id, byte[] message) {}

    /** How a message that was struck goes on. */
    interface Way {
        /** It passes, as it is or changed, behind those before it. */
        void pass(byte[] came, long extraNanos);

        /** It arrives this much later, and others may overtake it. */
        void late(long nanos);
    }

    private final Supplier<Splitter> makeSplitter;
    private @Nullable Splitter splitter;
    private List<Fault> faults = List.of();
    private List<Passing> held = List.of();
    private @Nullable Passing swapped;
    private long lastArrivalNanos;

    Lane(Supplier<Splitter> makeSplitter) {
        this.makeSplitter = makeSplitter;
    }

    /** True while no fault can strike: messages pass without a look. */
    boolean quiet() {
        return faults.isEmpty() && swapped == null;
    }

    void arm(Fault fault) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(fault);
        faults = more;
    }

    List<byte[]> split(byte[] chunk) {
        Splitter mine = splitter;
        if (mine == null) {
            mine = makeSplitter.get();
            splitter = mine;
        }
        return mine.feed(chunk);
    }

    /** The fault that strikes this message, if any; every armed fault gets its look, the first that matches strikes. */
    @Nullable
    Fault strikes(byte[] message) {
        Fault striking = null;
        for (Fault fault : faults) {
            if (fault.when().matches(message) && striking == null) {
                striking = fault;
            }
        }
        if (striking != null && striking.once()) {
            faults = new ArrayList<>(faults);
            faults.remove(striking);
        }
        return striking;
    }

    void strike(Fault.What what, Passing struck, Way way) {
        byte[] message = struck.message;
        if (what instanceof Fault.Delay delay) {
            way.late(delay.nanos());
        } else if (what instanceof Fault.Duplicate) {
            way.pass(message, 0);
            way.pass(message, 0);
        } else if (what instanceof Fault.Change change) {
            way.pass(change.edit().apply(message.clone()), 0);
        } else if (what instanceof Fault.Dribble) {
            for (int i = 0; i < message.length; i++) {
                way.pass(new byte[] {message[i]}, (i + 1) * DRIBBLE_NANOS);
            }
        } else if (what instanceof Fault.Hold) {
            hold(struck);
        } else if (what instanceof Fault.SwapWithNext) {
            swapped = struck;
        }
    }

    private void hold(Passing message) {
        held = new ArrayList<>(held);
        held.add(message);
    }

    List<Passing> takeHeld() {
        List<Passing> taken = held;
        held = List.of();
        return taken;
    }

    @Nullable
    Passing takeSwapped() {
        Passing taken = swapped;
        swapped = null;
        return taken;
    }

    void heal() {
        faults = List.of();
        held = List.of();
        swapped = null;
    }

    /** Delay after which a message of this transit time may arrive without overtaking, in nanoseconds. */
    long inOrder(long nowNanos, long transitNanos) {
        lastArrivalNanos = Math.max(lastArrivalNanos, nowNanos + transitNanos);
        return lastArrivalNanos - nowNanos;
    }
}
