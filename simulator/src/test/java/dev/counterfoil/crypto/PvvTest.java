package dev.counterfoil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PvvTest {
    private static final CipherKey PVK = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");

    @Test
    void a_pin_is_verified_by_its_first_four_digits() {
        assertThat(Pvv.verify(PVK, "1122334455667788", 1, "4524", "8523")).isTrue();
        assertThat(Pvv.verify(PVK, "1122334455667788", 1, "452499", "8523")).isTrue();
        assertThat(Pvv.verify(PVK, "1122334455667788", 1, "4525", "8523")).isFalse();
        assertThat(Pvv.verify(PVK, "1122334455667788", 2, "4524", "8523")).isFalse();
    }

    @Test
    void letters_are_used_when_digits_run_out() {
        assertThat(Pvv.decimalise("ABCDEFABCDEFABCD", 4)).isEqualTo("0123");
        assertThat(Pvv.decimalise("ABC7EFABCDEFABC9", 4)).isEqualTo("7901");
    }

    @Test
    void a_key_that_is_no_pair_is_refused() {
        CipherKey single = CipherKey.ofHex(CipherKind.DES, "0123456789ABCDEF");
        assertThatThrownBy(() -> Pvv.generate(single, "1122334455667788", 1, "4524"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
