package dev.counterfoil.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import dev.counterfoil.scenarios.feature.StepCheck;
import dev.counterfoil.verb.Abandoned;
import dev.counterfoil.verb.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {
    @TempDir
    private Path folder;

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<ScenarioResult> ended = new ArrayList<>();

    private RunResult play(int workers, boolean strict, String... scenarios) throws IOException {
        StringBuilder feature = new StringBuilder("Feature: f\n");
        for (int i = 0; i < scenarios.length; i++) {
            feature.append("  Scenario: s")
                    .append(i)
                    .append('\n')
                    .append(scenarios[i])
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("f.feature"), feature);
        List<Scenario> chosen = Selection.scenarios(List.of(file.toString()), "", 1);
        return Run.play(
                chosen,
                StepCheck.wordings(chosen, false, EstateReader.bundled()),
                null,
                workers,
                strict,
                () -> new Script(heard),
                ended::add);
    }

    private ScenarioResult play(String steps) throws IOException {
        return play(1, false, steps).scenarios().get(0);
    }

    /** Plays by what a text in a step asks for. */
    private record Script(List<String> heard) implements Workshop {
        @Override
        public Performer open(Scenario scenario) {
            return new Performer() {
                @Override
                public void perform(Verb verb) {
                    heard.add(scenario.name() + " " + verb.row().name() + " "
                            + verb.args().values());
                    if (verb.row().name().equals("PressKey")) {
                        obey(verb.args().text(1));
                    }
                }

                @Override
                public Ending end() {
                    List<String> findings = scenario.name().equals("s1") ? List.of("money was lost") : List.of();
                    return new Ending(
                            findings, List.of("a fault never struck"), new byte[] {(byte) scenario.ordinal()});
                }
            };
        }

        private static void obey(String text) {
            switch (text) {
                case "fail" -> throw new AssertionError("expected one, came two");
                case "break" -> throw new IllegalStateException("a bug");
                case "absent" -> throw new Abandoned(Abandoned.Cause.DEVICE_ABSENT, "no pad on the line");
                case "live" -> throw new Abandoned(Abandoned.Cause.NOT_FOR_THIS_MODE, "not in live mode");
                case "operator" -> throw new Abandoned(Abandoned.Cause.OPERATOR, "nobody came");
                default -> {}
            }
        }

        @Override
        public void close() {
            heard.add("closed");
        }
    }

    @Test
    void steps_reach_the_performer_as_verbs_in_their_order() throws IOException {
        ScenarioResult result =
                play("    When the clerk of T2 signs in\n    Then T1的终端\n".replace("T1的终端", "T2的MAC密钥的状态为可用"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(heard).hasSize(3).last().isEqualTo("closed");
        assertThat(heard.get(0)).startsWith("s0 SignIn [PersonRef");
        assertThat(heard.get(1)).startsWith("s0 CheckKeyState [KeyRef").endsWith("ACTIVE]");
        assertThat(result.steps()).extracting(StepResult::line).containsExactly(3, 4);
    }

    @Test
    void a_data_table_comes_with_its_verb() throws IOException {
        ScenarioResult result = play("""
                    Then the life of the MAC key of T1 reads:
                      | state |
                      | LOST  |
                """);

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void an_empty_cell_is_an_empty_text() throws IOException {
        ScenarioResult result = play("""
                    Then the last 0200 from T1 has these fields:
                      | field | value |
                      | F39   |       |
                """);

        assertThat(result.reason()).doesNotContain("NullPointerException");
        assertThat(heard.get(0)).startsWith("s0 CheckFieldTable");
    }

    @Test
    void a_failed_check_fails_the_scenario_and_the_steps_after_it_are_not_performed() throws IOException {
        ScenarioResult result =
                play("    When the clerk presses \"fail\"\n    And the clerk signs in\n    And the clerk signs off");

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.reason()).isEqualTo("expected one, came two");
        assertThat(result.failedStep().orElseThrow().line()).isEqualTo(3);
        assertThat(result.steps())
                .extracting(StepResult::status)
                .containsExactly(
                        StepResult.Status.FAILED, StepResult.Status.NOT_PERFORMED, StepResult.Status.NOT_PERFORMED);
    }

    @Test
    void an_exception_fails_the_scenario_by_its_name() throws IOException {
        assertThat(play("    When the clerk presses \"break\"").reason()).isEqualTo("IllegalStateException: a bug");
    }

    @Test
    void an_abandoned_scenario_is_skipped_or_inconclusive_with_its_reason() throws IOException {
        ScenarioResult absent = play("    When the clerk presses \"absent\"");
        ScenarioResult live = play("    When the clerk presses \"live\"");
        ScenarioResult operator = play("    When the clerk presses \"operator\"");

        assertThat(absent.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(absent.reason()).isEqualTo("no pad on the line");
        assertThat(absent.abandoned()).isEqualTo(Abandoned.Cause.DEVICE_ABSENT);
        assertThat(live.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(operator.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_finding_at_the_end_fails_a_scenario_whose_steps_passed() throws IOException {
        RunResult result = play(1, false, "    When the clerk signs in", "    When the clerk signs in");

        assertThat(result.scenarios()).extracting(ScenarioResult::verdict).containsExactly(Verdict.PASS, Verdict.FAIL);
        assertThat(result.scenarios().get(1).reason()).isEqualTo("money was lost");
    }

    @Test
    void a_warning_fails_a_scenario_of_a_strict_run_only() throws IOException {
        assertThat(play("    When the clerk signs in").warnings()).containsExactly("a fault never struck");
        ScenarioResult strict =
                play(1, true, "    When the clerk signs in").scenarios().get(0);
        assertThat(strict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(strict.reason()).isEqualTo("a fault never struck");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void results_come_in_order_and_with_one_digest_whatever_the_number_of_workers(int workers) throws IOException {
        String[] scenarios = IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? "    When the clerk signs in" : "    When 收银员签退")
                .toArray(String[]::new);
        RunResult result = play(workers, false, scenarios);

        assertThat(ended).isEqualTo(result.scenarios()).hasSize(40);
        assertThat(ended).extracting(r -> r.scenario().line()).isSorted();
        assertThat(heard.stream().filter("closed"::equals)).hasSize(workers);
        assertThat(result.digest()).isEqualTo(play(1, false, scenarios).digest());
    }

    @Test
    void workers_play_at_the_same_time() throws IOException {
        Path file = Files.writeString(
                folder.resolve("g.feature"),
                "Feature: g\n  Scenario: a\n    When the clerk signs in\n  Scenario: b\n    When the clerk signs in\n");
        List<Scenario> chosen = Selection.scenarios(List.of(file.toString()), "", 1);
        CountDownLatch both = new CountDownLatch(2);
        Set<String> threads = new ConcurrentSkipListSet<>();

        Run.play(
                chosen,
                StepCheck.wordings(chosen, false, EstateReader.bundled()),
                null,
                2,
                false,
                () -> new Meeting(both, threads),
                r -> {});

        assertThat(threads).hasSize(2);
    }

    /** Each scenario waits for the other: they end only if they are played at the same time. */
    private record Meeting(CountDownLatch both, Set<String> threads) implements Workshop {
        @Override
        public Performer open(Scenario scenario) {
            threads.add(Thread.currentThread().getName());
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new DryWorkshop().open(scenario);
        }

        @Override
        public void close() {}
    }

    @Test
    void a_workshop_that_breaks_ends_the_run_with_its_problem() throws IOException {
        Path file = Files.writeString(folder.resolve("h.feature"), "Feature: h\n  Scenario: a\n    When 收银员签退\n");
        List<Scenario> chosen = Selection.scenarios(List.of(file.toString()), "", 1);

        assertThatThrownBy(() -> Run.play(
                        chosen,
                        StepCheck.wordings(chosen, false, EstateReader.bundled()),
                        null,
                        1,
                        false,
                        () -> {
                            throw new IllegalArgumentException("no estate");
                        },
                        r -> {}))
                .hasRootCauseMessage("no estate");
    }

    @Test
    void the_digest_of_a_run_does_not_depend_on_the_order_of_the_paths() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (String name : List.of("a", "b")) {
            files.put(
                    name,
                    Files.writeString(
                            folder.resolve(name + ".feature"),
                            "Feature: " + name + "\n  Scenario: a\n    When 收银员签退\n"));
        }
        String forth = digest(files.get("a"), files.get("b"));

        assertThat(digest(files.get("b"), files.get("a"))).isEqualTo(forth);
        assertThat(digest(files.get("a"))).isNotEqualTo(forth);
    }

    private static String digest(Path... files) {
        List<Scenario> chosen =
                Selection.scenarios(Stream.of(files).map(Path::toString).toList(), "", 1);
        return Run.play(
                        chosen,
                        StepCheck.wordings(chosen, false, EstateReader.bundled()),
                        null,
                        1,
                        false,
                        DryWorkshop::new,
                        r -> {})
                .digest();
    }
}
