package dev.counterfoil.reports.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.reports.Runs;
import dev.counterfoil.reports.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskingTest {
    private static final String LUHN = "4111111111111111";
    private final Masking unaware = Masking.unaware();
    private final Masking aware = Masking.of(Runs.of(3, 1, Verdict.PASS));

    @Test
    void what_looks_like_a_card_is_cut_to_six_and_four() {
        assertThat(unaware.text("card " + LUHN + ", paid")).isEqualTo("card 411111******1111, paid");
        assertThat(unaware.text("card 4111 1111 1111 1111")).isEqualTo("card 411111******1111");
        assertThat(unaware.text("4000000000006")).as("13 digits that check").isEqualTo("400000***0006");
    }

    @Test
    void the_rest_of_a_track_is_hidden_too() {
        assertThat(unaware.text(LUHN + "=30122200000123")).isEqualTo("411111******1111=**************");
        assertThat(unaware.text(LUHN + "D30122200000123")).isEqualTo("411111******1111D**************");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "102310054110017",
                "031610000318",
                "000000002500",
                "8C15DF3F",
                "2026-03-16 10:02:00",
                "17a7ff2be7fc5ebcf1cde7e3252fa1c1423a5a80628e86ff2d32589a73186860",
                "622588******5678"
            })
    void what_is_no_card_stays(String text) {
        assertThat(unaware.text(text)).isEqualTo(text);
    }

    @Test
    void a_card_known_from_its_masked_shape_is_found_in_text_bcd_and_ascii() {
        assertThat(aware.text("x6225881234565678y")).isEqualTo("x622588******5678y");
        assertThat(aware.hex("1662258812345656780000")).isEqualTo("16622588······56780000");
        assertThat(aware.hex("36323235383831323334353635363738")).isEqualTo("363232353838············35363738");
        assertThat(aware.hex("6225881234565678D30122200000123F")).isEqualTo("622588······5678D··············F");
    }

    @Test
    void a_counted_card_is_found_in_bcd_without_being_known() {
        assertThat(unaware.hex("02001641111111111111110000")).isEqualTo("020016411111······11110000");
        assertThat(unaware.hex("02001641111111111111120000"))
                .as("does not check")
                .isEqualTo("02001641111111111111120000");
    }

    @Test
    void the_columns_of_hidden_digits_are_hidden_in_the_fold_and_in_the_second_block() {
        String fold = Masking.fold("0011223344556677", List.of("801916622588····", "··56780000000000"));
        assertThat(fold).isEqualTo("··1122334455····");
        assertThat(Masking.second("AABBCCDDEEFF0011", fold)).isEqualTo("AABBCCDD········");
    }
}
