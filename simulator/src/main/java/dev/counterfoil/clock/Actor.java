package dev.counterfoil.clock;

import akka.actor.typed.Behavior;
import akka.actor.typed.ExtensibleBehavior;
import akka.actor.typed.Signal;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.Behaviors;

/** An actor that is its own behavior, with no object between it and its mailbox: for those that a world has many of. */
public abstract class Actor<M> extends ExtensibleBehavior<M> {
    /** The actor is told something. */
    protected abstract void on(M message);

    @Override
    public final Behavior<M> receive(TypedActorContext<M> self, M message) {
        on(message);
        return Behaviors.same();
    }

    @Override
    public final Behavior<M> receiveSignal(TypedActorContext<M> self, Signal signal) {
        return Behaviors.unhandled();
    }
}
