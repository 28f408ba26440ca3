package dev.counterfoil.scenarios.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.scenarios.run.ScenarioResult;
import dev.counterfoil.scenarios.run.Verdict;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class BundledRunTest {
    @Test
    void every_scenario_passes_but_those_that_want_a_real_device() {
        assertThat(told(result ->
                        result.verdict() != Verdict.PASS && !result.reason().contains("no real pad")))
                .isEmpty();
    }

    @Test
    void who_wants_a_real_device_has_the_tag_for_it_and_is_skipped() {
        assertThat(BundledFeatures.played().scenarios())
                .filteredOn(result -> result.verdict() != Verdict.PASS)
                .isNotEmpty()
                .allMatch(result -> result.verdict() == Verdict.SKIPPED)
                .allMatch(result -> result.reason().contains("no real pad is attached to T1"))
                .allMatch(result -> result.scenario().tags().contains("@hardware"));
    }

    @Test
    void every_fault_that_is_armed_strikes() {
        assertThat(told(result -> !result.warnings().isEmpty())).isEmpty();
    }

    @Test
    void something_happens_in_every_scenario_that_acts() {
        assertThat(BundledFeatures.played().scenarios())
                .filteredOn(result -> result.verdict() == Verdict.PASS)
                .filteredOn(result -> result.scenario().tags().stream().noneMatch("@evidence"::equals))
                .extracting(result -> HexFormat.of().formatHex(result.digest()))
                .doesNotHaveDuplicates();
    }

    private static List<String> told(Predicate<ScenarioResult> which) {
        return BundledFeatures.played().scenarios().stream()
                .filter(which)
                .map(result -> result.scenario().location() + " " + result.verdict() + " " + result.reason()
                        + result.warnings())
                .toList();
    }
}
