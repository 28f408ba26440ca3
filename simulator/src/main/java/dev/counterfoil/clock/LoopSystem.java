package dev.counterfoil.clock;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An actor system on a turn loop. It takes 13 to 20 ms to start, so a worker thread keeps one and makes every world a
 * subtree of it ({@link #grow}).
 */
public final class LoopSystem implements AutoCloseable {
    private static final InheritableThreadLocal<TurnLoop> BOOTING = new InheritableThreadLocal<>();
    private static final Config SETTINGS = ConfigFactory.parseString("""
            akka {
              loggers = []
              loglevel = OFF
              stdout-loglevel = OFF
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              jvm-shutdown-hooks = off
              coordinated-shutdown.run-by-jvm-shutdown-hook = off
              use-slf4j = off
              scheduler.implementation = "dev.counterfoil.clock.LoopScheduler"
              actor {
                typed.default-mailbox.mailbox-type = "dev.counterfoil.clock.LoopMailbox"
                default-dispatcher {
                  type = Dispatcher, executor = "dev.counterfoil.clock.LoopExecutor", throughput = 1
                }
                internal-dispatcher = "akka.actor.default-dispatcher"
                default-blocking-io-dispatcher {
                  type = Dispatcher, executor = "dev.counterfoil.clock.LoopExecutor", throughput = 1
                }
              }
            }
            """).withFallback(ConfigFactory.load());

    private final TurnLoop loop;
    private final ActorSystem<Grow> system;

    /** Starts a system whose loop belongs to the calling thread. */
    public LoopSystem(TurnLoop.Mode mode) {
        loop = new TurnLoop(mode);
        system = boot(loop);
        loop.own();
    }

    public TurnLoop loop() {
        return loop;
    }

    /** Spawns a root actor and returns it; whatever else can run now runs too. */
    public <T> ActorRef<T> grow(Behavior<T> behavior, String name) {
        Slot<T> slot = new Slot<>();
        system.tell(new Grow(context -> slot.ref = context.spawn(behavior, name), failure -> slot.failure = failure));
        loop.drain();
        if (slot.failure != null) {
            throw new IllegalStateException("cannot start " + name, slot.failure);
        }
        return Objects.requireNonNull(slot.ref, name);
    }

    @Override
    public void close() {
        system.terminate();
        loop.runUntil(system.getWhenTerminated().toCompletableFuture()::isDone, 60_000_000_000L);
    }

    static TurnLoop loopBeingBooted() {
        return Objects.requireNonNull(BOOTING.get(), "an actor system is started by LoopSystem");
    }

    private static ActorSystem<Grow> boot(TurnLoop loop) {
        AtomicBoolean booting = new AtomicBoolean(true);
        Thread pump = new Thread(() -> loop.pumpWhile(booting::get), "counterfoil-boot");
        pump.setDaemon(true);
        BOOTING.set(loop);
        try {
            pump.start();
            return ActorSystem.create(gardener(), "counterfoil", SETTINGS);
        } finally {
            BOOTING.remove();
            booting.set(false);
            join(pump);
        }
    }

    private static Behavior<Grow> gardener() {
        return Behaviors.receive((context, grow) -> {
            try {
                grow.how.accept(context);
            } catch (RuntimeException e) {
                grow.failed.accept(e);
            }
            return Behaviors.same();
        });
    }

    private static void join(Thread pump) {
        try {
            pump.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the actor system starts", e);
        }
    }

    private record Grow(Consumer<ActorContext<Grow>> how, Consumer<RuntimeException> failed) {}

    private static final class Slot<T> {
        private @Nullable ActorRef<T> ref;
        private @Nullable RuntimeException failure;
    }
}
