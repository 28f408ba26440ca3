package dev.counterfoil.estate;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GroundTest {
    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final ActorRef<Ground.Command> ground = system.grow(Ground.create(failures::add), "ground");

    @AfterEach
    void end() {
        system.close();
    }

    @Test
    void each_actor_becomes_what_it_was_grown_for() {
        List<ActorRef<String>> grown = new ArrayList<>();
        ground.tell(new Ground.Grow<>(hearing("a"), "first", grown::add));
        ground.tell(new Ground.Grow<>(hearing("b"), "second", grown::add));
        system.loop().drain();
        grown.forEach(actor -> actor.tell("one"));
        grown.forEach(actor -> actor.tell("two"));
        system.loop().drain();
        assertThat(heard).containsExactly("a one", "b one", "a then two", "b then two");
        assertThat(failures).isEmpty();
    }

    @Test
    void an_actor_that_throws_is_told_of_and_hears_no_more() {
        List<ActorRef<String>> grown = new ArrayList<>();
        IllegalStateException bug = new IllegalStateException("a bug");
        Behavior<String> behavior = Behaviors.receiveMessage(word -> {
            heard.add(word);
            throw bug;
        });
        ground.tell(new Ground.Grow<>(behavior, "failing", grown::add));
        system.loop().drain();
        grown.forEach(actor -> actor.tell("one"));
        grown.forEach(actor -> actor.tell("two"));
        system.loop().drain();
        assertThat(failures).containsExactly(bug);
        assertThat(heard).containsExactly("one");
    }

    @Test
    void an_actor_that_cannot_start_is_told_of_and_not_handed_over() {
        List<ActorRef<String>> grown = new ArrayList<>();
        IllegalStateException bug = new IllegalStateException("a bug");
        Behavior<String> behavior = Behaviors.setup(context -> {
            throw bug;
        });
        ground.tell(new Ground.Grow<>(behavior, "failing", grown::add));
        system.loop().drain();
        assertThat(failures).containsExactly(bug);
        assertThat(grown).isEmpty();
    }

    private Behavior<String> hearing(String name) {
        return Behaviors.receiveMessage(word -> {
            heard.add(name + " " + word);
            return hearing(name + " then");
        });
    }
}
