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

    /** Tells an actor this message after {@code nanos} nanoseconds. */
    public static <M> Alarm after(ActorContext<M> context, long nanos, M message) {
        ActorRef<M> self = context.getSelf();
        TurnLoop loop = ((LoopScheduler) Adapter.toClassic(context.getSystem()).scheduler()).loop();
        return new Alarm(loop, loop.schedule(nanos, 0, () -> self.tell(message)));
    }

    /** Does nothing once it has rung; its message may then still be in the mailbox. */
    public void cancel() {
        loop.cancel(timer);
    }
}
