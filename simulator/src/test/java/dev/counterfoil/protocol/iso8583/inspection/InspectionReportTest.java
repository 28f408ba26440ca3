package dev.counterfoil.protocol.iso8583.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InspectionReportTest {
    private static final String MANAGER = "8600000000000015";
    private static final String MADE_AT = "20240304090000";
    private static final InspectionReport REPORT =
            new InspectionReport("1110111011", EquipmentState.FAULTY, Medium.TYPED, MANAGER, MADE_AT, 0);

    @Test
    void a_report_is_five_tags_in_order() {
        assertThat(Hex.of(bytes(REPORT)))
                .isEqualTo("DF510B" + "3131313031313130313131" + "DF520103" + "DF4108" + MANAGER + "DF530E"
                        + "3230323430333034303930303030" + "DF540100");
    }

    @Test
    void what_was_written_reads_back() {
        for (EquipmentState state : EquipmentState.values()) {
            for (Medium medium : Medium.values()) {
                InspectionReport report = new InspectionReport("0123456789", state, medium, "860000000", MADE_AT, 3);
                assertThat(InspectionReport.decode(bytes(report))).isEqualTo(report);
            }
        }
    }

    @Test
    void every_truncation_is_refused_with_a_tag() {
        byte[] whole = bytes(REPORT);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> InspectionReport.decode(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_wrong_state_is_named_with_its_offset() {
        byte[] wrong = bytes(REPORT);
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
            byte[] bytes = bytes(REPORT);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertThat(bytes(InspectionReport.decode(bytes))).isEqualTo(bytes);
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
        assertThat(REPORT.toString()).doesNotContain(MANAGER);
    }

    @Test
    void a_chip_card_has_to_bring_its_proof_and_nothing_else_does() {
        List<Tlv> proof = List.of(
                Tlv.of(KeyDownload.R1, new byte[8]),
                Tlv.of(KeyDownload.R2, new byte[8]),
                Tlv.of(KeyDownload.C1, new byte[8]));
        List<Tlv> typed = new ArrayList<>(REPORT.tags());
        typed.addAll(proof);
        assertThatThrownBy(() -> InspectionReport.decode(Tlv.encode(typed))).hasMessageContaining("no more tags");
        InspectionReport chip = new InspectionReport("1111111111", EquipmentState.GOOD, Medium.IC, MANAGER, MADE_AT, 0);
        assertThatThrownBy(() -> InspectionReport.decode(Tlv.encode(chip.tags())))
                .hasMessageContaining("DF42");
    }

    @Test
    void a_fault_is_filed_under_state_item_and_finding() {
        assertThat(fault("1111211111", EquipmentState.FAULTY)).isEqualTo("1052");
        assertThat(fault("1111111119", EquipmentState.DAMAGED)).isEqualTo("2109");
        assertThat(fault("1010101010", EquipmentState.FAULTY)).isEqualTo("1000");
    }

    private static String fault(String workContent, EquipmentState state) {
        return new InspectionReport(workContent, state, Medium.TYPED, MANAGER, MADE_AT, 0).faultCode();
    }

    private static byte[] bytes(InspectionReport report) {
        List<Tlv> tags = new ArrayList<>(report.tags());
        if (report.medium() == Medium.IC) {
            tags.add(Tlv.of(KeyDownload.R1, new byte[8]));
            tags.add(Tlv.of(KeyDownload.R2, new byte[8]));
            tags.add(Tlv.of(KeyDownload.C1, new byte[8]));
        }
        return Tlv.encode(tags);
    }
}
