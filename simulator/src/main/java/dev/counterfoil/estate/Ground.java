package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ExtensibleBehavior;
import akka.actor.typed.Signal;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The root of one world's actors: they grow on it and end with it. All of them start as one and the same behavior, so
 * that Akka's account of how an actor is made is there once and not once an actor; and each tells by itself that it has
 * failed, so that none has to be watched.
 */
final class Ground {
    sealed interface Command {}

    /** Makes an actor and hands its reference over when it has started. */
    record Grow<T>(Behavior<T> behavior, String name, Consumer<ActorRef<T>> grown) implements Command {}

    /** Ends the world. */
    record End() implements Command {}

    private static final Behavior<Object> SAME = Behaviors.same();

    private final ActorContext<Command> context;
    private final Consumer<Throwable> failed;
    private final Map<String, Grow<?>> growing = new HashMap<>();
    private final Behavior<Object> seedling = Behaviors.setup(this::sprout);

    private Ground(ActorContext<Command> context, Consumer<Throwable> failed) {
        this.context = context;
        this.failed = failed;
    }

    /** @param failed hears of an actor that has thrown: a bug, which ends the run */
    static Behavior<Command> create(Consumer<Throwable> failed) {
        return Behaviors.setup(context -> Behaviors.receiveMessage(new Ground(context, failed)::on));
    }

    private Behavior<Command> on(Command command) {
        if (command instanceof Grow<?> grow) {
            growing.put(grow.name, grow);
            context.spawn(seedling, grow.name);
            return Behaviors.same();
        }
        return Behaviors.stopped();
    }

    /** The actor of this name in its first turn: from now on it is what it was grown for. */
    @SuppressWarnings("unchecked")
    private Behavior<Object> sprout(ActorContext<Object> self) {
        String name = self.getSelf().path().name();
        Grow<Object> grow = (Grow<Object>) Objects.requireNonNull(growing.remove(name), name);
        try {
            Plant plant = new Plant(Behavior.start(grow.behavior, self));
            grow.grown.accept(self.getSelf());
            return plant;
        } catch (Throwable bug) {
            failed.accept(bug);
            throw bug;
        }
    }

    /** An actor that tells of its failure. */
    private final class Plant extends ExtensibleBehavior<Object> {
        private final Behavior<Object> now;

        Plant(Behavior<Object> now) {
            this.now = now;
        }

        @Override
        public Behavior<Object> receive(TypedActorContext<Object> self, Object message) throws Exception {
            try {
                // what every grown actor is; Akka would look once more at what it has just looked at
                Behavior<Object> next = now instanceof ExtensibleBehavior<Object> actor
                        ? actor.receive(self, message)
                        : Behavior.interpretMessage(now, self, message);
                return become(next, self);
            } catch (Throwable bug) {
                failed.accept(bug);
                throw bug;
            }
        }

        @Override
        public Behavior<Object> receiveSignal(TypedActorContext<Object> self, Signal signal) {
            return become(Behavior.interpretSignal(now, self, signal), self);
        }

        private Behavior<Object> become(Behavior<Object> next, TypedActorContext<Object> self) {
            if (next == SAME || Behavior.isUnhandled(next) || !Behavior.isAlive(next)) {
                return next;
            }
            Behavior<Object> then = Behavior.canonicalize(next, now, self);
            return then == now ? Behaviors.same() : new Plant(then);
        }
    }
}
