package dev.counterfoil.scenarios.live;

import dev.counterfoil.clock.TurnLoop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells a service that the process was asked to end (SIGINT, SIGTERM); the process then waits until this is closed. */
final class Stopping implements AutoCloseable {
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final TurnLoop loop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "counterfoil-stop");
    private final AtomicBoolean asked = new AtomicBoolean();

    Stopping(TurnLoop loop) {
        this.loop = loop;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether it is time to end. */
    boolean isAsked() {
        return asked.get();
    }

    /** Lets the loop run for a while, at most until it is time to end. */
    void run() {
        loop.runUntil(this::isAsked, LOOK_NANOS);
    }

    @Override
    public void close() {
        ended.countDown();
        if (!asked.get()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void stop() {
        asked.set(true);
        loop.inject(() -> {});
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
