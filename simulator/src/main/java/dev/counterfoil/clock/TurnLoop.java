package dev.counterfoil.clock;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One FIFO queue of turns and one heap of timers, drained by the one thread that owns the loop.
 *
 * <p>In {@link Mode#VIRTUAL} nothing here reads the wall clock: when no turn is left, time jumps to the next timer. A
 * turn that arrives from another thread is a bug in a model; the loop refuses to go on and shows where it came from. In
 * {@link Mode#LIVE} time is the machine's monotonic clock and {@link #inject} is the one door for other threads.
 */
public final class TurnLoop {
    /** What an empty queue means: a jump in time, or a wait. */
    public enum Mode {
        VIRTUAL,
        LIVE
    }

    private static final long LONGEST_PARK_NANOS = 100_000_000;

    private final Mode mode;
    private final ArrayDeque<Runnable> turns = new ArrayDeque<>();
    private final Queue<Runnable> inlet = new ConcurrentLinkedQueue<>();
    private final Timers timers = new Timers();
    private final AtomicReference<@Nullable ForeignThread> foreign = new AtomicReference<>();
    private final long liveOrigin = System.nanoTime();
    private volatile @Nullable Thread owner;
    private long nowNanos;
    private long turnsRun;

    public TurnLoop(Mode mode) {
        this.mode = mode;
    }

    public Mode mode() {
        return mode;
    }

    /** Time since the loop was made, in nanoseconds; constant within one turn. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Turns run so far: a measure of work, not of time. */
    public long turnsRun() {
        return turnsRun;
    }

    /** True when nothing is left to do: no turn, no timer. */
    public boolean atRest() {
        return turns.isEmpty() && inlet.isEmpty() && timers.isEmpty();
    }

    /** Hands a turn in from a foreign thread (a socket, a port, a database); live mode only. */
    public void inject(Runnable turn) {
        if (mode == Mode.VIRTUAL && owner != null) {
            complain();
        }
        inlet.add(turn);
        LockSupport.unpark(owner);
    }

    /**
     * Runs turns until the goal holds or {@code limitNanos} have passed, whichever is first. The goal is looked at
     * whenever no turn is left, so never in the middle of what happens at one instant.
     *
     * @return whether the goal was reached
     * @throws ForeignThread in virtual mode, when another thread handed in a turn
     */
    public boolean runUntil(BooleanSupplier goal, long limitNanos) {
        if (mode == Mode.LIVE) {
            readLiveClock();
        }
        long deadline = nowNanos + limitNanos;
        while (true) {
            drain();
            if (goal.getAsBoolean()) {
                return true;
            }
            long next = timers.nextAt();
            if (next > deadline && pastDeadline(deadline)) {
                return false;
            }
            advanceTo(Math.min(next, deadline));
        }
    }

    /** Lets {@code nanos} pass. */
    public void run(long nanos) {
        runUntil(() -> false, nanos);
    }

    /** Runs what can run now, without moving time. */
    public void drain() {
        requireOwner();
        while (true) {
            Runnable turn = turns.poll();
            if (turn == null) {
                turn = inlet.poll();
            }
            if (turn == null) {
                break;
            }
            turnsRun++;
            turn.run();
        }
        ForeignThread intruder = foreign.get();
        if (intruder != null) {
            throw intruder;
        }
    }

    /** Puts a turn behind those that are due at this instant; for the thread that owns the loop. */
    public void soon(Runnable turn) {
        requireOwner();
        turns.add(turn);
    }

    /** Drops every timer and turn: what a world that has ended still had to come. */
    public void sweep() {
        drain();
        timers.clear();
        turns.clear();
    }

    /** Whether a thread drives this loop already, and not yet the helper that starts it. */
    boolean isOwned() {
        return owner != null;
    }

    /**
     * Lets only the thread that owns the loop tell an actor something.
     *
     * @throws ForeignThread on any other thread; the loop will not go on either
     */
    void admit() {
        if (Thread.currentThread() != owner) {
            throw complain();
        }
    }

    void submit(Runnable turn) {
        Thread current = owner;
        if (Thread.currentThread() == current) {
            turns.add(turn);
        } else if (mode == Mode.VIRTUAL && current != null) {
            complain();
        } else {
            inlet.add(turn);
            LockSupport.unpark(current);
        }
    }

    Timers.Timer schedule(long delayNanos, long intervalNanos, Runnable task) {
        return timers.add(nowNanos + Math.max(0, delayNanos), intervalNanos, task);
    }

    void cancel(Timers.Timer timer) {
        timers.cancel(timer);
    }

    /** While an actor system starts, a helper thread pumps what it hands in; nothing here is counted or drawn. */
    void pumpWhile(BooleanSupplier booting) {
        while (booting.getAsBoolean()) {
            Runnable turn = inlet.poll();
            if (turn == null) {
                LockSupport.parkNanos(100_000);
            } else {
                turn.run();
            }
        }
    }

    void own() {
        owner = Thread.currentThread();
        drain();
        turnsRun = 0;
    }

    private boolean pastDeadline(long deadline) {
        if (mode == Mode.VIRTUAL) {
            nowNanos = Math.max(nowNanos, deadline);
            return true;
        }
        readLiveClock();
        return nowNanos >= deadline;
    }

    private void advanceTo(long atNanos) {
        if (mode == Mode.VIRTUAL) {
            nowNanos = Math.max(nowNanos, atNanos);
        } else {
            parkUntil(atNanos);
        }
        timers.fireUntil(nowNanos);
    }

    private void parkUntil(long atNanos) {
        readLiveClock();
        long wait = Math.min(atNanos - nowNanos, LONGEST_PARK_NANOS);
        if (wait > 0 && inlet.isEmpty()) {
            LockSupport.parkNanos(this, wait);
            readLiveClock();
        }
    }

    private void readLiveClock() {
        nowNanos = System.nanoTime() - liveOrigin;
    }

    private ForeignThread complain() {
        ForeignThread intruder = new ForeignThread(Thread.currentThread().getName());
        foreign.compareAndSet(null, intruder);
        return intruder;
    }

    private void requireOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("the loop is driven by the thread that owns it");
        }
    }

    /** A turn came from a thread that does not own a virtual loop; the stack is that thread's. */
    public static final class ForeignThread extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ForeignThread(String thread) {
            super("thread " + thread
                    + " handed a turn to a loop that is not its own; only a live loop lets others in, by inject."
                    + " It came by\n"
                    + Stream.of(Thread.currentThread().getStackTrace())
                            .skip(2)
                            .map(frame -> "  at " + frame)
                            .collect(Collectors.joining("\n")));
        }
    }
}
