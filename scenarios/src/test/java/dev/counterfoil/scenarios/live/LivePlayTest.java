package dev.counterfoil.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import dev.counterfoil.scenarios.play.NobodyAsked;
import dev.counterfoil.scenarios.play.Operator;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.scenarios.run.ScenarioResult;
import dev.counterfoil.scenarios.run.Verdict;
import dev.counterfoil.verb.Abandoned;
import dev.counterfoil.wire.WireEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LivePlayTest {
    private static final String KEYS = """
            check-limit-seconds = 60
            terminals.T1.keys {
              master = "0123456789ABCDEFFEDCBA9876543210"
              pin = "1A2B3C4D5E6F70811223344556677889"
              mac = "2B3C4D5E6F7081921223344556677889"
              track = "3C4D5E6F708192A31223344556677889"
            }
            """;

    @TempDir
    private Path folder;

    private final List<PlayedScenario> played = new ArrayList<>();

    @Test
    void the_sale_feature_passes_in_real_time() {
        ScenarioResult result = play(bundledSale(), EstateReader.bundled(), new NobodyAsked());
        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.PASS);
        assertThat(played.get(0).realDevices()).isEmpty();
    }

    @Test
    void the_sale_feature_passes_unchanged_with_a_pad_in_another_process_in_place() throws Exception {
        try (Program pad = pad("pty")) {
            String address = addressOf(pad);
            Scenario sale = bundledSale();
            ScenarioResult result = play(sale, estate(address), new NobodyAsked());
            assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.PASS);
            assertThat(played.get(0).realDevices())
                    .isEqualTo(Map.of("pad of T1", address.replace(':', ' ') + " 115200 8N1"));

            ScenarioResult again = play(sale, estate(address), new NobodyAsked());
            assertThat(again.verdict()).as("a fresh pad: " + again.reason()).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void a_pad_may_be_behind_a_socket_and_has_its_badge() throws Exception {
        try (Program pad = pad("listen:0")) {
            String address = addressOf(pad);
            ScenarioResult result = play(feature("""
                            Given a real device stands in for the pad of T1
                            And T1 starts signed-in
                            When the clerk starts a sale for 25.00 yuan
                            And the cardholder swipes card A
                            And the cardholder types the PIN 123456
                            Then the sale is approved
                            And the report marks the pad of T1 as real
                            """), estate(address), new NobodyAsked());
            assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.PASS);

            ScenarioResult look = play(
                    feature("Given T1 starts signed-in\nThen the PIN key of T1 at the host is ACTIVE\n"
                            + "And the PIN key of T1 is ACTIVE\n"),
                    estate(address),
                    new NobodyAsked());
            assertThat(look.verdict()).as("nobody looks into a real pad").isEqualTo(Verdict.SKIPPED);
            assertThat(look.reason()).contains("the PIN key of T1 is ACTIVE");
        }
    }

    @Test
    void a_far_end_that_dies_in_the_middle_is_noticed_and_reported() throws Exception {
        try (Program pad = pad("pty")) {
            String address = addressOf(pad);
            ScenarioResult result = play(feature("""
                            Given a real device stands in for the pad of T1
                            And T1 starts signed-in
                            When the clerk starts a sale for 25.00 yuan
                            And the cardholder swipes card A
                            And the operator is asked to "end the process of the pad"
                            Then the loss of the pad of T1 is reported within 30 s
                            """), estate(address), new OperatorWho(pad::kill));
            assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.PASS);
            assertThat(played.get(0).evidence().of(WireEvents.Line.class, "pad cable of T1"))
                    .as("the port and the cause")
                    .anyMatch(seen -> seen.event().what().equals("gone")
                            && seen.event().detail().contains(address.substring("serial:".length())));
        }
    }

    @Test
    void without_a_device_a_scenario_is_skipped_and_says_why() throws Exception {
        Scenario standIn = feature("Given a real device stands in for the pad of T1\nWhen the clerk signs in\n");
        ScenarioResult none = play(standIn, EstateReader.bundled(), new NobodyAsked());
        assertThat(none.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(none.reason()).contains("no real pad is attached to T1", "pad-attach");

        ScenarioResult absent = play(standIn, estate("serial:/dev/no-such-port"), new NobodyAsked());
        assertThat(absent.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(absent.abandoned()).isEqualTo(Abandoned.Cause.DEVICE_ABSENT);
        assertThat(absent.reason()).contains("/dev/no-such-port");
    }

    @Test
    void a_step_that_jumps_in_time_skips_its_scenario() throws Exception {
        ScenarioResult result = play(feature("When 10 min later\n"), EstateReader.bundled(), new NobodyAsked());
        assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(result.abandoned()).isEqualTo(Abandoned.Cause.NOT_FOR_THIS_MODE);
        assertThat(result.reason()).contains("10 min later");
    }

    @Test
    void an_operator_who_does_not_do_it_leaves_the_scenario_inconclusive() throws Exception {
        Scenario asks = feature("When the operator is asked to \"press the green button\"\n");
        assertThat(play(asks, EstateReader.bundled(), new NobodyAsked()).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        Scenario waits = feature("When the operator is asked to \"press the green button\" within 1 ms\n");
        ScenarioResult late = play(waits, EstateReader.bundled(), new Silent());
        assertThat(late.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(late.reason()).contains("press the green button", "did not answer");
    }

    private ScenarioResult play(Scenario scenario, Estate estate, Operator operator) {
        played.clear();
        return LivePlay.play(scenario, estate, operator, played::add);
    }

    private static Scenario bundledSale() {
        return Selection.scenarios(List.of(), "@sale and @T-05", 1).get(0);
    }

    private Scenario feature(String steps) {
        return LivePlay.feature(folder, steps);
    }

    private static Estate estate(String padAddress) {
        return EstateReader.parse(KEYS + "terminals.T1.pad-attach = \"" + padAddress + "\"", "test");
    }

    private Program pad(String port) throws IOException {
        Path file = Files.writeString(folder.resolve("pad.conf"), KEYS);
        return new Program("pad", "--port", port, "--estate", file.toString(), "--state", "signed-in", "--seed", "3");
    }

    private static String addressOf(Program pad) throws InterruptedException {
        String address = pad.waitFor("ready pad=");
        assumeThat(pad.said()).noneMatch(line -> line.contains("no pseudo-terminal"));
        assertThat(address).as("what the pad said: %s", pad.said()).isNotEmpty();
        return address;
    }

    private record OperatorWho(Runnable does) implements Operator {
        @Override
        public void tell(String words) {}

        @Override
        public void ask(String words, Consumer<String> answer) {
            does.run();
            answer.accept(DONE);
        }
    }

    private record Silent() implements Operator {
        @Override
        public void tell(String words) {}

        @Override
        public void ask(String words, Consumer<String> answer) {}
    }
}
