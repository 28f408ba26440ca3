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
        return add(delay.toNanos(), interval.toNanos(), task, where);
    }

    @Override
    public Cancellable scheduleOnce(FiniteDuration delay, Runnable task, ExecutionContext where) {
        return add(delay.toNanos(), 0, task, where);
    }

    @Override
    public double maxFrequency() {
        return 1e9;
    }

    @Override
    public void close() {}

    private Cancellable add(long delayNanos, long intervalNanos, Runnable task, ExecutionContext where) {
        return new Handle(loop, loop.schedule(delayNanos, intervalNanos, () -> where.execute(task)));
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
