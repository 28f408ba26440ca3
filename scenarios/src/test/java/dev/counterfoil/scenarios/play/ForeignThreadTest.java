package dev.counterfoil.scenarios.play;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.StepCheck;
import dev.counterfoil.scenarios.run.Performer;
import dev.counterfoil.scenarios.run.Run;
import dev.counterfoil.scenarios.run.Workshop;
import dev.counterfoil.verb.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignThreadTest {
    @Test
    void what_another_thread_hands_to_virtual_time_ends_the_run_and_its_stack_is_shown() {
        List<Scenario> scenarios = BundledFeatures.scenarios(List.of("sign_in.feature"));

        assertThatThrownBy(() -> Run.play(
                        scenarios,
                        StepCheck.wordings(scenarios, false, EstateReader.bundled()),
                        null,
                        1,
                        false,
                        Meddled::new,
                        result -> {}))
                .hasRootCauseInstanceOf(TurnLoop.ForeignThread.class)
                .hasMessageContaining("thread meddler handed a turn to a loop that is not its own")
                .hasMessageContaining("ForeignThreadTest$Meddled.");
    }

    /** A workshop in which somebody tells an actor something from a thread of his own. */
    private static final class Meddled implements Workshop {
        private final LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
        private final ActorRef<String> actor = system.grow(Behaviors.ignore(), "victim");

        @Override
        public Performer open(Scenario scenario) {
            WorldPerformer inside = new WorldPerformer(
                    system, EstateReader.bundled(), scenario, new VirtualSurroundings(List::of), played -> {});
            return new Performer() {
                @Override
                public void perform(Verb verb) {
                    meddle();
                    inside.perform(verb);
                }

                @Override
                public Ending end() {
                    return inside.end();
                }
            };
        }

        private void meddle() {
            Thread meddler = new Thread(() -> actor.tell("hello"), "meddler");
            meddler.start();
            try {
                meddler.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {}
    }
}
