package dev.counterfoil.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.play.NobodyAsked;
import dev.counterfoil.scenarios.play.Operator;
import dev.counterfoil.scenarios.run.ScenarioResult;
import dev.counterfoil.scenarios.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two worlds, a cable between them: to each the other's end of the injection is a real device. */
final class LiveInjectionTest {
    private static final String INJECTS = "When the technician injects the master key into T1 with the mother POS\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"futurex", "xgd"})
    void a_mother_of_one_world_loads_the_child_of_another(String framing) throws IOException {
        try (NullModem cable = new NullModem()) {
            Estate child = estate(framing, "injector-attach = \"" + cable.address() + '"');
            Estate mother = estate(framing, "child-attach = \"" + cable.address() + '"');
            Operator loads = new Colleague(() -> play(
                    feature(INJECTS + "Then the loader PC shows \"key loaded, check value 08D7B4FB\"\n"),
                    mother,
                    new Colleague(() -> null)));

            ScenarioResult result = play(feature("Given T1 starts unloaded\n" + INJECTS + """
                            Then T1 shows "master key injected, check value 08D7B4FB"
                            And the master key of T1 equals the master key of T1 at the host
                            When the clerk signs in
                            And the clerk sells goods for 25.00 yuan with card A
                            Then the sale is approved
                            And the report marks the mother POS of T1 as real
                            """), child, loads);
            assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void without_the_device_or_its_key_the_scenario_is_skipped_and_says_why() {
        ScenarioResult nobody =
                play(feature(INJECTS), estate("futurex", "injector-attach = \"tcp:127.0.0.1:1\""), new NobodyAsked());
        assertThat(nobody.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(nobody.reason()).contains("the real mother POS of T1", "127.0.0.1:1");
        ScenarioResult child =
                play(feature(INJECTS), estate("futurex", "child-attach = \"tcp:127.0.0.1:1\""), new NobodyAsked());
        assertThat(child.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(child.reason()).contains("the real child of T1");
    }

    @Test
    void a_real_mother_has_to_hold_a_key_that_the_estate_gives() throws IOException {
        try (NullModem cable = new NullModem()) {
            Estate estate = EstateReader.parse("terminals.T1.injector-attach = \"" + cable.address() + '"', "test");
            ScenarioResult result = play(feature("Given T1 starts unloaded\n" + INJECTS), estate, new NobodyAsked());
            assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
            assertThat(result.reason()).contains("terminals.T1.keys.master");
        }
    }

    private static Estate estate(String framing, String attached) {
        return EstateReader.parse("""
                check-limit-seconds = 60
                policies.terminal { injectionFraming = %s, injectionLinger = 500ms }
                policies.loading { mother.framing = %s }
                terminals.T1 { keys.master = "0123456789ABCDEFFEDCBA9876543210", %s }
                """.formatted(framing, framing, attached), "test");
    }

    private static ScenarioResult play(Scenario scenario, Estate estate, Operator operator) {
        return LivePlay.play(scenario, estate, operator, played -> {});
    }

    private Scenario feature(String steps) {
        return LivePlay.feature(folder, steps);
    }

    /** Does what he is asked to in a world of his own, and says afterwards that it is done, or what came of it. */
    private record Colleague(Supplier<@Nullable ScenarioResult> work) implements Operator {
        @Override
        public void tell(String words) {}

        @Override
        public void ask(String words, Consumer<String> answer) {
            CompletableFuture.supplyAsync(work::get, Colleague::onThreadOfItsOwn)
                    .thenAccept(result -> {
                        boolean good = result == null || result.verdict() == Verdict.PASS;
                        answer.accept(good ? DONE : String.valueOf(result.reason()));
                    });
        }

        /** A pool of one thread would wait for itself: one colleague may ask another. */
        private static void onThreadOfItsOwn(Runnable task) {
            Thread thread = new Thread(task, "colleague");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
