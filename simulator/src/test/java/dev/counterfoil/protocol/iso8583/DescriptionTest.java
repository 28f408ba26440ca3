package dev.counterfoil.protocol.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DescriptionTest {
    private static final Dialect POS = Dialect.named("unionpay-pos");

    private static DescribedField line(List<DescribedField> lines, String path) {
        return lines.stream()
                .filter(line -> line.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not described"));
    }

    private static IsoMessage.Builder sale() {
        return IsoMessage.of("0200")
                .set(2, "6225000000000014")
                .set(14, "3012")
                .set(35, "6225000000000014D30122010000012300")
                .set(39, "00")
                .set(52, "ED8677B84EF5C989")
                .set(55, "9F26" + "08F879A548590795E3" + "9505" + "0080046000")
                .set(60, "2200000100060")
                .set(64, "3531443837343145");
    }

    @Test
    void secrets_are_masked_unless_asked_for() {
        byte[] frame = POS.pack(sale().build());
        List<DescribedField> masked = POS.describe(frame, false);
        assertThat(line(masked, "F2").value()).isEqualTo("622500******0014");
        assertThat(line(masked, "F35").value()).isEqualTo("622500******0014D*****************");
        assertThat(line(masked, "F52").value()).isEqualTo("******");
        assertThat(line(masked, "F55").value()).isEqualTo("******");
        assertThat(line(masked, "F55.9F26").value()).isEqualTo("******");
        assertThat(line(masked, "F64").value()).isEqualTo("3531443837343145");
        String all = masked.toString();
        assertThat(all)
                .doesNotContain("6225000000000014")
                .doesNotContain("F879A548")
                .doesNotContain("ED8677");
        List<DescribedField> clear = POS.describe(frame, true);
        assertThat(line(clear, "F2").value()).isEqualTo("6225000000000014");
        assertThat(line(clear, "F55.9F26").value()).isEqualTo("F879A548590795E3");
    }

    /** F62 of the published sign-in answer: keys are masked, check values shown. */
    @Test
    void working_keys_are_masked_and_their_check_values_shown() {
        byte[] frame = Vectors.messages().get(0).frame();
        List<DescribedField> lines = POS.describe(frame, false);
        assertThat(line(lines, "F62").value()).isEqualTo("******");
        assertThat(line(lines, "F62.1").value()).isEqualTo("******");
        assertThat(line(lines, "F62.2").value()).isEqualTo("EF8DE29B");
        assertThat(line(lines, "F62.4").value()).isEqualTo("A4DAABF2");
        assertThat(line(lines, "F60.3").meaningEn()).isEqualTo("sign-in, double-length keys");
        assertThat(line(lines, "MTI").meaningZh()).isEqualTo("网络管理应答");
        assertThat(line(lines, "F39").meaningEn()).isEqualTo("approved");
        assertThat(line(lines, "TPDU.2").value()).isEqualTo("0000");
        assertThat(line(lines, "header.1").value()).isEqualTo("60");
        assertThat(lines).allSatisfy(line -> assertThat(line.departures()).isEmpty());
    }

    @Test
    void offsets_and_lengths_point_at_the_bytes() {
        byte[] frame = POS.pack(sale().build());
        for (DescribedField line : POS.describe(frame, true)) {
            assertThat(line.offset() + line.lengthBytes()).isLessThanOrEqualTo(frame.length);
        }
        DescribedField part = line(POS.describe(frame, true), "F55.95");
        assertThat(Hex.of(frame, part.offset(), part.lengthBytes())).isEqualTo("95050080046000");
        DescribedField capability = line(POS.describe(frame, true), "F60.4");
        assertThat(Hex.of(frame, capability.offset(), capability.lengthBytes())).isEqualTo("06");
    }

    @Test
    void departures_say_what_leaves_the_dialect() {
        IsoMessage odd = sale().clear(64)
                .set(38, "12-456")
                .set(47, "x")
                .set(55, "9F26FF")
                .set(60, "220000010006000480000")
                .set(61, "1234567")
                .build();
        List<DescribedField> lines = POS.describe(POS.pack(odd), false);
        assertThat(line(lines, "F38").departures())
                .containsExactly("expected characters of class AN, found another at character 2");
        assertThat(line(lines, "F47").departures())
                .containsExactly("not a field of unionpay-pos, read as in ISO 8583:1987");
        assertThat(line(lines, "F55").departures()).singleElement().asString().startsWith("not BER-TLV");
        assertThat(line(lines, "F60").departures()).containsExactly("more than the 17 digits of this profile");
        assertThat(line(lines, "F61").departures()).containsExactly("expected 6 characters in F61.2, found 1");
        assertThat(line(lines, "F64").departures()).containsExactly("no MAC, this message must carry one");
    }

    @Test
    void spare_nibbles_and_letters_in_numbers_are_departures() {
        byte[] frame = POS.with(Map.of("oddBcdPad", "F"))
                .pack(IsoMessage.of("0800")
                        .set(11, "000001")
                        .set(60, "00000001003")
                        .build());
        assertThat(line(POS.describe(frame, false), "F60").departures())
                .containsExactly("expected the spare nibble 0, found F");
        frame[frame.length - 9] = 0x0A;
        assertThat(line(POS.describe(frame, false), "F11").departures())
                .containsExactly("expected characters of class N, found another at character 5");
        frame[1]++;
        assertThat(line(POS.describe(frame, false), "length").departures()).hasSize(1);
    }

    @Test
    void a_script_result_is_of_the_type_that_the_profile_says() {
        Dialect other = POS.with(Map.of("scriptResult", "0320"));
        byte[] notice = POS.pack(IsoMessage.of("0620").set(60, "00000001951").build());
        byte[] upload = POS.pack(IsoMessage.of("0320").set(60, "00000001951").build());
        assertThat(line(POS.describe(notice, false), "MTI").departures()).isEmpty();
        assertThat(line(other.describe(upload, false), "MTI").departures()).isEmpty();
        assertThat(line(other.describe(notice, false), "MTI").departures())
                .containsExactly("expected 0320, in which this profile has results of scripts");
        assertThat(line(POS.describe(upload, false), "MTI").departures())
                .containsExactly("expected 0620, in which this profile has results of scripts");
    }

    @Test
    void f44_is_divided_where_the_profile_says_so() {
        IsoMessage answer = IsoMessage.of("0210").set(44, "63010000").build();
        assertThat(line(POS.describe(POS.pack(answer), false), "F44").departures())
                .hasSize(1);
        Dialect zone = Dialect.named("iso87-binary");
        List<DescribedField> lines = zone.describe(zone.pack(answer), false);
        assertThat(line(lines, "F44").departures()).isEmpty();
        assertThat(lines).noneMatch(line -> line.path().equals("F44.1"));
    }

    @Test
    void batch_items_hide_their_card_numbers() {
        String item = "00" + "000123" + "00006225000000000014" + "000000002500";
        IsoMessage batch = IsoMessage.of("0320")
                .set(48, "02" + item + item)
                .set(60, "00000001201")
                .build();
        List<DescribedField> lines = POS.describe(POS.pack(batch), false);
        assertThat(line(lines, "F48").value()).isEqualTo("******");
        assertThat(line(lines, "F48.1").value()).isEqualTo("02");
        assertThat(line(lines, "F48.2.2").value()).isEqualTo("000123");
        assertThat(lines.toString()).doesNotContain("6225000000000014");
        assertThat(batch.part("F48.2.3")).isEqualTo("00006225000000000014");
    }

    @Test
    void parts_are_found_by_path() {
        IsoMessage settlement = IsoMessage.of("0510")
                .set(48, "000000002500" + "001" + "000000000000" + "000" + "1" + "0".repeat(30) + "2")
                .set(60, "00000001201")
                .set(63, "01 ")
                .build();
        assertThat(settlement.part("F48.5")).isEqualTo("1");
        assertThat(settlement.part("F48.10")).isEqualTo("2");
        assertThat(settlement.part("F60.2")).isEqualTo("000001");
        assertThat(settlement.part("F60.7")).isNull();
        assertThat(settlement.part("F63.1")).isEqualTo("01 ");
        assertThat(settlement.part("F60")).isEqualTo("00000001201");
        assertThat(settlement.part("F39")).isNull();
        assertThat(settlement.part("F39.1")).isNull();
        assertThat(settlement.part("nonsense")).isNull();
        IsoMessage qr = IsoMessage.of("0200")
                .set(59, "A3019" + "1".repeat(19) + "A40012")
                .build();
        assertThat(qr.part("F59.A4")).isEqualTo("2");
    }
}
