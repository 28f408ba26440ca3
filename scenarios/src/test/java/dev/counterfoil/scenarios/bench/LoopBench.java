package dev.counterfoil.scenarios.bench;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Messages a second of the turn loop, by processor time of its one thread: between two actors, to one, and by timer. */
final class LoopBench {
    private static final int MESSAGES = 2_000_000;
    private static final int SENDERS = 1000;
    private static final int ROUNDS = 10;

    /** The ball, and the one it comes from. */
    private record Ball(ActorRef<Ball> from, int left) {}

    private LoopBench() {}

    public static void main(String[] args) {
        report("two actors, to and fro", LoopBench::pingPong);
        report("1,000 actors to one", LoopBench::manyToOne);
        report("an actor to itself by timer", LoopBench::byTimer);
    }

    private static void report(String what, Function<LoopSystem, Runnable> made) {
        double[] perSecond = new double[ROUNDS];
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL)) {
            Runnable work = made.apply(system);
            for (int i = 0; i < ROUNDS; i++) {
                perSecond[i] = MESSAGES * 1e9 / Meter.nanosOf(work);
            }
        }
        Meter.say("%-28s %,12.0f messages a second", what, Meter.warmMedian(perSecond));
    }

    private static Runnable pingPong(LoopSystem system) {
        ActorRef<Ball> a = system.grow(player(), "a");
        ActorRef<Ball> b = system.grow(player(), "b");
        return () -> {
            a.tell(new Ball(b, MESSAGES));
            system.loop().drain();
        };
    }

    private static Behavior<Ball> player() {
        return Behaviors.setup(context -> Behaviors.receiveMessage(ball -> {
            if (ball.left > 1) {
                ball.from.tell(new Ball(context.getSelf(), ball.left - 1));
            }
            return Behaviors.same();
        }));
    }

    private static Runnable manyToOne(LoopSystem system) {
        ActorRef<Ball> one = system.grow(Behaviors.ignore(), "one");
        List<ActorRef<Ball>> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(system.grow(sender(one), "sender-" + i));
        }
        return () -> {
            for (int sent = 0; sent < MESSAGES; sent += 2 * SENDERS) {
                senders.forEach(sender -> sender.tell(new Ball(one, 1)));
                system.loop().drain();
            }
        };
    }

    private static Behavior<Ball> sender(ActorRef<Ball> to) {
        return Behaviors.receiveMessage(ball -> {
            to.tell(ball);
            return Behaviors.same();
        });
    }

    private static Runnable byTimer(LoopSystem system) {
        ActorRef<Ball> one = system.grow(
                Behaviors.setup(context -> Behaviors.receiveMessage(ball -> {
                    if (ball.left > 1) {
                        Ball next = new Ball(ball.from, ball.left - 1);
                        context.scheduleOnce(Duration.ofMillis(1), context.getSelf(), next);
                    }
                    return Behaviors.same();
                })),
                "one");
        return () -> {
            one.tell(new Ball(one, MESSAGES));
            system.loop().run(MESSAGES * 1_000_000L);
        };
    }
}
