package dev.counterfoil.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EstateReaderTest {
    @Test
    void the_bundled_estate_has_a_shop() {
        Estate estate = EstateReader.bundled();
        assertThat(estate.name()).isEqualTo("corner-shop");
        assertThat(estate.terminals()).containsKeys("T1", "T2", "T9").doesNotContainKey("defaults");
        assertThat(estate.terminals().get("T1").line()).isEqualTo("Ethernet");
        assertThat(estate.cards().get("A").balanceFen()).isEqualTo(100_000);
    }

    @Test
    void an_estate_of_ones_own_is_laid_over_the_bundled_one() {
        Estate estate = EstateReader.parse("""
                name = "mine"
                dialect.switches { f48 = ascii }
                policies.terminal { answerTimeout = 45s }
                terminals.T1 { line = "4G", keys { master = 0123456789ABCDEFFEDCBA9876543210 } }
                terminals.T7 { id = "00000007", serial = "S7", pad-serial = "P7" }
                """, "mine.conf");
        assertThat(estate.name()).isEqualTo("mine");
        assertThat(estate.dialect().switches()).containsEntry("f48", "ascii");
        assertThat(estate.terminalPolicies()).containsEntry("answerTimeout", "45s");
        assertThat(estate.terminals().get("T1").line()).isEqualTo("4G");
        assertThat(estate.terminals().get("T1").id()).isEqualTo("10000001");
        assertThat(estate.terminals().get("T1").keys().master()).startsWith("0123");
        assertThat(estate.terminals().get("T7").merchant()).isEqualTo("corner-shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "terminals.T1.serail = X | mine.conf:1: unknown key 'terminals.*.serail'; did you mean 'serial'",
                "termnals.T1.serial = X | mine.conf:1: unknown key 'termnals'; did you mean 'terminals'",
                "terminals.T1.id = 123 | mine.conf:1: terminals.T1.id: expected 8 letters or digits, found '123'",
                "cards.A.balance = 1.5 | mine.conf:1: cards.A.balance: expected yuan such as 100.00, found '1.5'",
                "start = tomorrow | mine.conf:1: start: expected a date and time",
                "cards.a.pan = 6225000000000014 | cards.a: expected a name such as A or B2",
                "terminals { T1 { | mine.conf: 1"
            })
    void a_bad_estate_is_told_with_source_line_and_key(String text, String message) {
        assertThatThrownBy(() -> EstateReader.parse(text, "mine.conf"))
                .isInstanceOf(EstateProblem.class)
                .hasMessageContaining(message);
    }
}
