package dev.counterfoil.estate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.protocol.iso8583.Dialect;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DukptEstateTest {
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
