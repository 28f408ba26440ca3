package dev.counterfoil.protocol.iso8583.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InspectionReportTest {
    private static final InspectionReport REPORT =
            new InspectionReport("1110111011", EquipmentState.FAULTY, Medium.TYPED, "8600000000000017");

    @Test
    void a_report_is_three_tags_in_order() {
        assertThat(Hex.of(REPORT.encode()))
                .isEqualTo("DF510B" + "3131313031313130313131" + "DF520103" + "DF5310"
                        + "38363030303030303030303030303137");
    }

    @Test
    void what_was_written_reads_back() {
        for (EquipmentState state : EquipmentState.values()) {
            for (Medium medium : Medium.values()) {
                InspectionReport report = new InspectionReport("0123456789", state, medium, "8600000000000017");
                assertThat(InspectionReport.decode(report.encode())).isEqualTo(report);
            }
        }
    }

    @Test
    void every_truncation_is_refused_with_a_tag() {
        byte[] whole = REPORT.encode();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> InspectionReport.decode(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_wrong_state_is_named_with_its_offset() {
        byte[] wrong = REPORT.encode();
        wrong[13] = '7';
        assertThatThrownBy(() -> InspectionReport.decode(wrong)).isInstanceOfSatisfying(Malformed.class, e -> {
            assertThat(e.path()).isEqualTo("DF51");
            assertThat(e.offset()).isEqualTo(13);
        });
    }

    @Test
    void altered_bytes_are_read_or_refused_and_nothing_else() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = REPORT.encode();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertThat(InspectionReport.decode(bytes).encode()).isEqualTo(bytes);
            } catch (Malformed refused) {
                assertThat(refused.path()).isNotEmpty();
            }
        }
    }

    @Test
    void work_content_has_ten_digits() {
        assertThat(InspectionReport.isWorkContent("1111111111")).isTrue();
        assertThat(InspectionReport.isWorkContent("111111111")).isFalse();
        assertThat(InspectionReport.isWorkContent("11111111111")).isFalse();
        assertThat(InspectionReport.isWorkContent("11111x1111")).isFalse();
    }

    @Test
    void every_single_wrong_digit_shows_in_the_check_digit() {
        String right = "8600000000000015";
        assertThat(InspectionReport.checkDigitFits(right)).isTrue();
        for (int at = 0; at < right.length(); at++) {
            char other = right.charAt(at) == '9' ? '0' : (char) (right.charAt(at) + 1);
            String wrong = right.substring(0, at) + other + right.substring(at + 1);
            assertThat(InspectionReport.checkDigitFits(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void a_report_does_not_print_who_made_it() {
        assertThat(REPORT.toString()).doesNotContain("8600000000000017");
    }
}
