package dev.counterfoil.clock;

import akka.actor.AbstractScheduler;
import akka.actor.Cancellable;
import akka.event.LoggingAdapter;
import com.typesafe.config.Config;
import java.io.Closeable;
import java.util.concurrent.ThreadFactory;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/** Akka's scheduler on the turn loop's timers; made by Akka from configuration, so it finds its loop by thread. */
public final class LoopScheduler extends AbstractScheduler implements Closeable {
    private final TurnLoop loop = LoopSystem.loopBeingBooted();

    public LoopScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {}

    @Override
    @SuppressWarnings("deprecation") // still the abstract method of this SPI
    public Cancellable schedule(FiniteDuration delay, FiniteDuration interval, Runnable task, ExecutionContext where) {
        return add(delay.toNanos(), interval.toNanos(), task);
    }

    @Override
    public Cancellable scheduleOnce(FiniteDuration delay, Runnable task, ExecutionContext where) {
        return add(delay.toNanos(), 0, task);
    }

    TurnLoop loop() {
        return loop;
    }

    @Override
    public double maxFrequency() {
        return 1e9;
    }

    @Override
    public void close() {}

    /** The task runs when the timer fires: that is on the loop's thread, where every dispatcher's turns run too. */
    private Cancellable add(long delayNanos, long intervalNanos, Runnable task) {
        return new Handle(loop, loop.schedule(delayNanos, intervalNanos, task));
    }

    private record Handle(TurnLoop loop, Timers.Timer timer) implements Cancellable {
        @Override
        public boolean cancel() {
            boolean first = !timer.over();
            loop.cancel(timer);
            return first;
        }

        @Override
        public boolean isCancelled() {
            return timer.over();
        }
    }
}
