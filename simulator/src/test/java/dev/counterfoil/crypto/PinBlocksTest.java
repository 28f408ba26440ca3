package dev.counterfoil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PinBlocksTest {
    private static final String PAN = "6225880112345678";

    /** Values printed on public pages about the Chinese X9.8. */
    @ParameterizedTest
    @CsvSource({
        "X98_WITHOUT_PAN, 123456,,                   06123456FFFFFFFF",
        "X98_WITH_PAN,    123456, 123456789012345678, 061253DFFEDCBA98",
        "X98_WITH_PAN,    123456, 9001100000000027,   06122556FFFFFFFD",
        "X98_WITH_PAN,    123456, 1234567890123456,   0612713176FEDCBA",
        "X98_WITH_PAN,    123456, 6225880112345678,   06126CD6EEDCBA98",
    })
    void the_chinese_forms(PinFormat format, String pin, @Nullable String pan, String block) {
        assertThat(Hex.of(PinBlocks.encode(format, pin, pan))).isEqualTo(block);
        assertThat(PinBlocks.decode(format, Hex.bytes(block), pan)).isEqualTo(pin);
    }

    @Test
    void a_published_block_under_its_pik() {
        CipherKey pik = CipherKey.ofHex(CipherKind.TDES, "4567C298FB0B045DAB54BF499E10EFCD");
        byte[] f52 = PinBlocks.encipher(PinFormat.X98_WITH_PAN, pik, "123456", "9001100000000027", NonceSource.NONE);
        assertThat(Hex.of(f52)).isEqualTo("3D87C8B8FA17C67C");
    }

    @ParameterizedTest
    @EnumSource
    void every_pin_length_comes_back_from_every_format(PinFormat format) {
        Random random = new Random(format.ordinal());
        CipherKind kind = format == PinFormat.ISO4 ? CipherKind.AES : CipherKind.TDES;
        CipherKey pik = CipherKey.of(kind, CipherKeyTest.bytes(random, 16));
        CipherKey sm4 = CipherKey.of(CipherKind.SM4, CipherKeyTest.bytes(random, 16));
        for (int length = 4; length <= 12; length++) {
            String pin = "938271650449".substring(0, length);
            byte[] clear = PinBlocks.encode(format, pin, PAN, random::nextBytes);
            assertThat(clear).hasSize(format.lengthBytes());
            assertThat(PinBlocks.decode(format, clear, PAN)).isEqualTo(pin);
            byte[] sent = PinBlocks.encipher(format, pik, pin, PAN, random::nextBytes);
            assertThat(PinBlocks.decipher(format, pik, sent, PAN).orThrow()).isEqualTo(pin);
            byte[] chinese = PinBlocks.encipher(format, sm4, pin, PAN, random::nextBytes);
            assertThat(chinese).hasSize(16);
            assertThat(PinBlocks.decipher(format, sm4, chinese, PAN).orThrow()).isEqualTo(pin);
        }
    }

    @Test
    void under_sm4_eight_zero_bytes_follow_the_block() {
        CipherKey pik = CipherKey.ofHex(CipherKind.SM4, "0123456789ABCDEFFEDCBA9876543210");
        byte[] sent = PinBlocks.encipher(PinFormat.X98_WITH_PAN, pik, "123456", PAN, NonceSource.NONE);
        assertThat(Hex.of(pik.decryptEcb(sent))).isEqualTo("06126CD6EEDCBA98" + "0000000000000000");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO0,            041274EDCBA987,   4012345678909, BLOCK_LENGTH",
        "ISO0,            141274EDCBA9876F, 4012345678909, FORMAT",
        "ISO0,            031274EDCBA9876F, 4012345678909, PIN_LENGTH",
        "ISO0,            0D1274EDCBA9876F, 4012345678909, PIN_LENGTH",
        "ISO0,            051274EDCBA9876F, 4012345678909, DIGIT",
        "ISO0,            041274EDCBA9876E, 4012345678909, FILL",
        "ISO0,            041274EDCBA9876F, 4012345678919, FILL",
        "ISO3,            3412341111111111, 0000000000000, FILL",
        "X98_WITHOUT_PAN, 06123456FFFFFFF0,              , FILL",
        "ISO4,            441234AAAAAAAAA00000000000000000, 1, FILL",
    })
    void a_bad_block_says_what_is_wrong_with_it(PinFormat format, String block, @Nullable String pan, PinFault fault) {
        PinReading reading = PinBlocks.read(format, Hex.bytes(block), pan);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        PinReading.Unreadable.class,
                        bad -> assertThat(bad.fault()).isEqualTo(fault));
        assertThatThrownBy(reading::orThrow).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_wrong_key_gives_no_pin() {
        CipherKey pik = CipherKey.ofHex(CipherKind.TDES, "4567C298FB0B045DAB54BF499E10EFCD");
        CipherKey other = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");
        byte[] sent = PinBlocks.encipher(PinFormat.ISO0, pik, "1234", PAN, NonceSource.NONE);
        assertThat(PinBlocks.decipher(PinFormat.ISO0, other, sent, PAN)).isInstanceOf(PinReading.Unreadable.class);
        assertThat(PinBlocks.decipher(PinFormat.ISO0, pik, new byte[16], PAN))
                .isInstanceOf(PinReading.Unreadable.class);
    }

    @Test
    void a_short_account_number_is_filled_for_x98_and_refused_by_iso() {
        assertThat(Hex.of(PinBlocks.panField(PinFormat.X98_WITH_PAN, "123456"))).isEqualTo("0000000000012345");
        assertThatThrownBy(() -> PinBlocks.encode(PinFormat.ISO0, "1234", "123456789012"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("13 to 19");
    }

    @Test
    void what_a_caller_may_not_ask_is_refused() {
        for (String pin : new String[] {"", "123", "1234567890123", "12a4", "１２３４"}) {
            assertThatThrownBy(() -> PinBlocks.encode(PinFormat.ISO2, pin, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("4 to 12");
        }
        assertThatThrownBy(() -> PinBlocks.encode(PinFormat.ISO0, "1234", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PinBlocks.encode(PinFormat.ISO1, "1234", null))
                .isInstanceOf(IllegalStateException.class);
        CipherKey tdes = CipherKey.ofHex(CipherKind.TDES, "4567C298FB0B045DAB54BF499E10EFCD");
        assertThatThrownBy(() -> PinBlocks.decipher(PinFormat.ISO4, tdes, new byte[16], PAN))
                .hasMessageContaining("16-byte blocks");
    }

    @Test
    void a_pin_does_not_print_its_digits() {
        assertThat(new PinReading.Pin("123456")).hasToString("PIN of 6 digits");
    }
}
