package dev.counterfoil.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalPoliciesTest {
    @Test
    void durations_are_written_with_their_unit() {
        TerminalPolicies policies = TerminalPolicies.of(
                Map.of("answerTimeout", "59s", "padTimeout", "200ms", "pinTimeout", "2min", "resultDuration", "1h"));
        assertThat(policies.millis("answerTimeout")).isEqualTo(59_000);
        assertThat(policies.millis("padTimeout")).isEqualTo(200);
        assertThat(policies.millis("pinTimeout")).isEqualTo(120_000);
        assertThat(policies.millis("resultDuration")).isEqualTo(3_600_000);
        assertThat(TerminalPolicies.DEFAULT.millis("answerTimeout")).isEqualTo(60_000);
    }

    @Test
    void a_pin_length_is_one_number_or_a_range() {
        assertThat(TerminalPolicies.DEFAULT.pinShortest()).isEqualTo(6);
        assertThat(TerminalPolicies.DEFAULT.pinLongest()).isEqualTo(6);
        TerminalPolicies range = TerminalPolicies.DEFAULT.with("pinLength", "4-12");
        assertThat(range.pinShortest()).isEqualTo(4);
        assertThat(range.pinLongest()).isEqualTo(12);
    }

    @Test
    void unknown_policies_and_values_are_named() {
        assertThatThrownBy(() -> TerminalPolicies.of(Map.of("answerTimout", "60s")))
                .hasMessageContaining("answerTimout")
                .hasMessageContaining("answerTimeout");
        assertThatThrownBy(() -> TerminalPolicies.of(Map.of("afterLastTry", "ignore")))
                .hasMessageContaining("block|printAndDrop");
    }

    @Test
    void every_default_is_allowed() {
        TerminalPolicies.table()
                .forEach(row -> assertThat(row.preset()).as(row.name()).matches(row.allowed()));
    }
}
