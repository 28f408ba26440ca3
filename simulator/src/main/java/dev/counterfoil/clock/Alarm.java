package dev.counterfoil.clock;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Adapter;

/**
 * Something that an actor has asked to be told after a time. It goes straight to the loop's timers: Akka's scheduler
 * would lead there too, by a longer way.
 */
public final class Alarm {
    private final TurnLoop loop;
    private final Timers.Timer timer;

    private Alarm(TurnLoop loop, Timers.Timer timer) {
        this.loop = loop;
        this.timer = timer;
    }

    private record Telling<M>(ActorRef<M> actor, M message) implements Runnable {
        @Override
        public void run() {
            actor.tell(message);
        }
    }

    /** Tells an actor this message after {@code nanos} nanoseconds. */
    public static <M> Alarm after(ActorContext<M> context, long nanos, M message) {
        TurnLoop loop = ((LoopScheduler) Adapter.toClassic(context.getSystem()).scheduler()).loop();
        return new Alarm(loop, loop.schedule(nanos, 0, new Telling<>(context.getSelf(), message)));
    }

    /** Does nothing once it has rung; its message may then still be in the mailbox. */
    public void cancel() {
        loop.cancel(timer);
    }
}
