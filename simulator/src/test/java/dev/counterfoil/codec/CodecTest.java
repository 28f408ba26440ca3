package dev.counterfoil.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CodecTest {
    /** Printed in github Ajsgn/Java8583 (contactless sample). */
    private static final String F55 =
            "9F2608AAA4D321391F16849F2701809F10160706A203206E00010DA11111111100001509071900809F3704"
                    + "B983E6289F36020004950500000000009A031605189C01009F02060000000000015F2A020156820200409F1A0201569F0306"
                    + "0000000000009F3303E0E9C89F34030000009F3501229F1E0831323320202020208408F0000006660101019F090202009F63"
                    + "1031343239333330300020040000000000";

    /** The check values of the CRC catalogue and of ISO 1155. */
    @Test
    void checksums_give_their_catalogue_check_values() {
        byte[] digits = "x123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Checksums.crc16Ccitt(digits, 1, 9)).isEqualTo(0x29B1);
        assertThat(Checksums.lrc(digits, 1, 9)).isEqualTo(0x31);
        assertThat(Checksums.sum(digits, 1, 9)).isEqualTo(0xDD);
        assertThat(Checksums.crc16Ccitt(digits, 0, 0)).isEqualTo(0xFFFF);
    }

    @Test
    void hex_reads_both_cases_and_writes_upper_case() {
        assertThat(Hex.of(Hex.bytes("00ffAb7e"))).isEqualTo("00FFAB7E");
        assertThat(Hex.of(Hex.bytes("00112233"), 1, 2)).isEqualTo("1122");
        assertThatThrownBy(() -> Hex.bytes("123")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Hex.bytes("12G4"))
                .hasMessage("hex at offset 2: expected a hex digit, found character 71");
        assertThatThrownBy(() -> Hex.bytes("1\u0661")).isInstanceOf(Malformed.class);
    }

    @Test
    void bcd_aligns_left_or_right() {
        assertThat(Bcd.left("071", '0')).containsExactly(0x07, 0x10);
        assertThat(Bcd.left("071", 'F')).containsExactly(0x07, 0x1F);
        assertThat(Bcd.right("001")).containsExactly(0x00, 0x01);
        assertThat(Bcd.digits(Bcd.left("6225=30", '0'), 0, 7)).isEqualTo("6225D30");
        assertThat(Bcd.rightDigits(Hex.bytes("F123"), 0, 3)).isEqualTo("123");
        assertThat(Bcd.digits(Hex.bytes("12AF"))).isEqualTo("12AF");
        assertThatThrownBy(() -> Bcd.left("12x", '0')).isInstanceOf(Malformed.class);
    }

    @Test
    void a_published_f55_parses_and_encodes_to_the_same_bytes() {
        List<Tlv> objects = Tlv.parse(Hex.bytes(F55));
        assertThat(objects).hasSize(20);
        assertThat(objects.get(0).name()).isEqualTo("9F26");
        assertThat(objects.get(0).hex()).isEqualTo("AAA4D321391F1684");
        assertThat(objects.get(5)).isEqualTo(Tlv.of("95", new byte[5]));
        assertThat(Hex.of(Tlv.encode(objects))).isEqualTo(F55);
        assertThat(Tlv.find(objects, 0x9F63)).isNotNull();
        assertThat(Tlv.find(objects, 0x9F64)).isNull();
    }

    @Test
    void a_template_opens_and_filler_bytes_are_skipped() {
        List<Tlv> objects = Tlv.parse(Hex.bytes("0072048602AABB0000"));
        assertThat(objects).hasSize(1);
        assertThat(objects.get(0).constructed()).isTrue();
        assertThat(objects.get(0).offset()).isEqualTo(1);
        assertThat(objects.get(0).valueOffset()).isEqualTo(3);
        assertThat(objects.get(0).children()).containsExactly(Tlv.of(0x86, Hex.bytes("AABB")));
        assertThat(objects.get(0).children().get(0).constructed()).isFalse();
    }

    @Test
    void lengths_of_every_form_survive() {
        for (int length : new int[] {0, 1, 127, 128, 255, 256, 65535}) {
            Tlv tlv = Tlv.of(0x5F2A, new byte[length]);
            assertThat(Tlv.parse(tlv.encode())).containsExactly(tlv);
        }
    }

    @Test
    void every_truncation_and_mutation_of_tlv_parses_or_is_malformed() {
        byte[] good = Hex.bytes(F55);
        int refused = 0;
        for (int cut = 0; cut < good.length; cut++) {
            refused += refused(Arrays.copyOf(good, cut)) ? 1 : 0;
            for (int value = 0; value < 256; value++) {
                byte[] bad = good.clone();
                bad[cut] = (byte) value;
                refused += refused(bad) ? 1 : 0;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void random_bytes_never_give_another_exception() {
        Random random = new Random(8583);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(24)];
            random.nextBytes(noise);
            refused(noise);
        }
    }

    private static boolean refused(byte[] data) {
        try {
            Tlv.parse(data);
            return false;
        } catch (Malformed e) {
            assertThat(e.offset()).isBetween(0, data.length);
            return true;
        }
    }
}
