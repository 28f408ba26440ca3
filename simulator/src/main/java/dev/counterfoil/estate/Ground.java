package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.function.Consumer;

/** The root of one world's actors: they grow on it, are watched by it and end with it. */
final class Ground {
    sealed interface Command {}

    /** Makes an actor and hands its reference over. */
    record Grow<T>(Behavior<T> behavior, String name, Consumer<ActorRef<T>> grown) implements Command {
        void on(ActorContext<Command> context) {
            ActorRef<T> actor = context.spawn(behavior, name);
            context.watch(actor);
            grown.accept(actor);
        }
    }

    /** Ends the world. */
    record End() implements Command {}

    private Ground() {}

    /** @param failed hears of an actor that has thrown: a bug, which ends the run */
    static Behavior<Command> create(Consumer<Throwable> failed) {
        return Behaviors.receive(Ground::told, (context, signal) -> {
            if (signal instanceof ChildFailed child) {
                failed.accept(child.getCause());
            }
            return Behaviors.same();
        });
    }

    private static Behavior<Command> told(ActorContext<Command> context, Command command) {
        if (command instanceof Grow<?> grow) {
            grow.on(context);
            return Behaviors.same();
        }
        return Behaviors.stopped();
    }
}
