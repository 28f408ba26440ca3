package dev.counterfoil.estate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.protocol.iso8583.Dialect;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeysOfTheLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dukptTdes | 1 | longPin | 52 | T1 sends PIN blocks of 8 bytes",
                "masterKey | 1 | longPin | 52 | T1 sends PIN blocks of 8 bytes",
                "dukptTdes | 1 | mac.algorithm | X9_9 | mac.algorithm = X9_9 does not take",
                "dukptAes | 1 | mac.algorithm | X9_19 | mac.algorithm = X9_19 does not take",
                "dukptTdes | 7FF | dukpt.ksn | 57 | no TDES device uses dukptCounter = 7FF",
                "dukptTdes | 200000 | dukpt.ksn | 57 | no TDES device uses dukptCounter = 200000",
                "dukptAes | 1FFFF | dukpt.ksn | 57 | no AES device uses dukptCounter = 1FFFF",
                "dukptAes | 0 | dukpt.ksn | 57 | no AES device uses dukptCounter = 0"
            })
    void keys_that_do_not_fit_the_line_are_told(
            String scheme, String counter, String key, String value, String message) {
        assertThatThrownBy(() -> check(scheme, counter, key, value))
                .isInstanceOf(EstateProblem.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"X9_9, 005, mac.algorithm = X9_9", "CMAC, 006, mac.algorithm = CMAC"})
    void sm4_keys_take_the_form_of_unionpay_only(String mac, String signIn, String message) {
        Dialect line = Dialect.named("unionpay-pos").with(Map.of("mac.algorithm", mac, "mak.form", form(mac)));
        assertThatThrownBy(() -> Manners.of(Map.of("signInKeys", signIn)).checkKeys("T1", line))
                .isInstanceOf(EstateProblem.class)
                .hasMessageContaining("T1 signs in for SM4 keys, which " + message + " does not take");
    }

    private static String form(String mac) {
        return mac.equals("X9_9") ? "EIGHT" : "SIXTEEN";
    }

    @Test
    void sm4_keys_make_long_pin_blocks() {
        Dialect line = Dialect.named("unionpay-pos").with(Map.of("longPin", "52"));
        assertThatCode(() -> Manners.of(Map.of("signInKeys", "006")).checkKeys("T1", line))
                .doesNotThrowAnyException();
    }

    @Test
    void a_test_key_of_8_bytes_is_none_of_sm4() {
        Estate estate =
                EstateReader.parse("terminals.T1 { policies.signInKeys = 006, keys.pin = 0123456789ABCDEF }", "test");
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
                World world = new World(system, estate, 7, new NothingAround())) {
            assertThatThrownBy(() -> world.site("T1"))
                    .isInstanceOf(EstateProblem.class)
                    .hasMessageContaining("has 8 bytes, and a key of SM4 has 16");
        }
    }

    @Test
    void what_fits_passes() {
        assertThatCode(() -> {
                    check("dukptAes", "FFFF0000", "longPin", "52");
                    check("dukptTdes", "1FF800", "mac.algorithm", "X9_19");
                    check("masterKey", "7FF", "mac.algorithm", "X9_9");
                })
                .doesNotThrowAnyException();
    }

    private static void check(String scheme, String counter, String key, String value) {
        Manners.of(Map.of("keyScheme", scheme, "dukptCounter", counter))
                .checkKeys("T1", Dialect.named("unionpay-pos").with(Map.of(key, value)));
    }
}
