package dev.counterfoil.protocol.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DialectTest {
    private static final Dialect POS = Dialect.named("unionpay-pos");
    private static final Dialect ISO87 = Dialect.named("iso87-binary");

    private static IsoMessage sale() {
        return IsoMessage.of("0200")
                .tpdu("6000030000")
                .header("603100000000")
                .set(2, "6225000000000014")
                .set(3, "000000")
                .set(4, "2500")
                .set(11, "000134")
                .set(22, "051")
                .set(23, "001")
                .set(25, "00")
                .set(35, "6225000000000014=3012201")
                .set(41, "58402001")
                .set(42, "302440380621100")
                .set(49, "156")
                .set(52, "ED8677B84EF5C989")
                .set(60, "22000001000600")
                .set(63, "01")
                .set(64, "3531443837343145")
                .build();
    }

    @Test
    void short_values_are_padded_on_the_side_that_the_table_says() {
        IsoMessage read = POS.unpack(POS.pack(sale()));
        assertThat(read.text(4)).isEqualTo("000000002500");
        assertThat(read.text(35)).isEqualTo("6225000000000014D3012201");
        assertThat(Hex.of(POS.pack(sale()))).contains("051000010").contains("22" + "000001000600");
        assertThat(ISO87.unpack(ISO87.pack(IsoMessage.of("0200").set(38, "12").build()))
                        .text(38))
                .isEqualTo("12    ");
    }

    @Test
    void a_message_names_its_fields_and_never_its_values() {
        assertThat(sale()).hasToString("0200 F2 3 4 11 22 23 25 35 41 42 49 52 60 63 64");
        assertThat(POS.unpack(POS.pack(sale()))).hasToString(sale().toString());
    }

    @Test
    void an_answer_swaps_the_addresses_of_the_tpdu() {
        IsoMessage answer = IsoMessage.answerTo(sale())
                .copy(sale(), 3, 4, 11, 5)
                .set(39, "00")
                .build();
        assertThat(answer.mti()).isEqualTo("0210");
        assertThat(answer.tpdu()).isEqualTo("6000000003");
        assertThat(answer).hasToString("0210 F3 4 11 39");
        assertThat(IsoMessage.answerTo(IsoMessage.of("0820").build()).build().mti())
                .isEqualTo("0830");
    }

    @Test
    void the_mac_covers_the_type_to_the_last_field_before_it() {
        byte[] frame = POS.pack(sale());
        byte[] input = POS.macInput(frame);
        assertThat(Hex.of(input)).startsWith("0200").doesNotContain("3531443837343145");
        assertThat(POS.macOffset(frame)).isEqualTo(13);
        assertThat(input).isEqualTo(Arrays.copyOfRange(frame, 13, frame.length - 8));
        assertThat(POS.packWithMac(sale().toBuilder().clear(64).build(), covered -> {
                    assertThat(covered).isEqualTo(input);
                    return Hex.bytes("3531443837343145");
                }))
                .isEqualTo(frame);
        assertThatThrownBy(
                        () -> POS.macInput(POS.pack(sale().toBuilder().clear(64).build())))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void what_does_not_fit_the_table_is_refused_by_name() {
        refused(4, "1234567890123", "F4 at offset");
        refused(11, "00x134", "F11 at offset 2");
        refused(11, "0A0134", "F11 at offset 1");
        refused(23, "0A1", "F23 at offset 1");
        refused(35, "6225G", "F35 at offset 4");
        refused(52, "00", "F52 at offset");
        refused(44, "x".repeat(26), "F44 at offset");
        assertThatThrownBy(() -> IsoMessage.of("0200").set(41, "终端")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> IsoMessage.of("02x0")).isInstanceOf(Malformed.class);
    }

    private static void refused(int field, String value, String message) {
        IsoMessage bad = sale().toBuilder().set(field, value).build();
        assertThatThrownBy(() -> POS.pack(bad)).isInstanceOf(Malformed.class).hasMessageContaining(message);
    }

    @Test
    void every_switch_of_the_frame_makes_other_bytes_that_read_the_same() {
        IsoMessage message = sale().toBuilder()
                .set(48, "123")
                .set(61, "123456")
                .set(62, "AABBCC")
                .build();
        byte[] usual = POS.pack(message);
        List<Map<String, String>> switched = List.of(
                Map.of("lengthPrefix", "no"),
                Map.of("tpdu.length", "0"),
                Map.of("lri.length", "33"),
                Map.of("lri.length", "14"),
                Map.of("header.length", "0"),
                Map.of("oddBcdPad", "F"),
                Map.of("f48", "ascii"),
                Map.of("f61", "ascii"),
                Map.of("f62.length", "hexDigits"));
        for (Map<String, String> one : switched) {
            Dialect other = POS.with(one);
            byte[] frame = other.pack(message);
            assertThat(Hex.of(frame)).as(one.toString()).isNotEqualTo(Hex.of(usual));
            IsoMessage read = other.unpack(frame);
            assertThat(read.text(48)).isEqualTo("123");
            assertThat(read.text(62)).isEqualTo("AABBCC");
            assertThat(POS.pack(read.toBuilder()
                            .tpdu("6000030000")
                            .header("603100000000")
                            .copy(read, 48)
                            .build()))
                    .as(one.toString())
                    .hasSameSizeAs(usual);
            for (int cut = 0; cut < frame.length; cut++) {
                assertThat(Tortured.refused(other, Arrays.copyOf(frame, cut))).isTrue();
            }
        }
    }

    /** One host counts F62 in hex digits: 0080 for 40 bytes. */
    @Test
    void hex_digits_count_twice_and_must_be_even() {
        Dialect counted = POS.with(Map.of("f62.length", "hexDigits", "lengthPrefix", "no"));
        byte[] frame = counted.pack(IsoMessage.of("0810").set(62, new byte[40]).build());
        assertThat(Hex.of(frame)).contains("0080" + "00".repeat(40));
        frame[frame.length - 41] = 0x79;
        assertThatThrownBy(() -> counted.unpack(frame)).hasMessageContaining("even");
    }

    @Test
    void a_version_of_two_bytes_takes_the_place_of_the_header() {
        Dialect version = POS.with(Map.of("header.length", "2"));
        byte[] frame = version.pack(sale().toBuilder().header("0100").build());
        assertThat(version.unpack(frame).header()).isEqualTo("0100");
        assertThatThrownBy(() -> version.pack(sale())).hasMessageContaining("header at offset 0: expected 4 digits");
    }

    @Test
    void unknown_dialects_switches_and_values_are_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dialect.named("x"))
                .withMessageContaining("iso87-binary, unionpay-pos");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POS.with(Map.of("f49", "x")))
                .withMessageContaining("tpdu.length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POS.with(Map.of("oddBcdPad", "7")))
                .withMessage("switch oddBcdPad = 7, allowed are 0, F");
        assertThatIllegalArgumentException().isThrownBy(() -> POS.with(Map.of("f60.digits", "10")));
        assertThat(POS.with(Map.of("f60.digits", "13")).f60Digits()).isEqualTo(13);
    }

    @Test
    void approvals_always_carry_a_mac_and_named_declines_may_lack_it() {
        assertThat(POS.answerNeedsMac("00")).isTrue();
        assertThat(POS.answerNeedsMac("51")).isTrue();
        assertThat(POS.answerNeedsMac("A0")).isFalse();
        Dialect lenient = POS.with(Map.of("mac.mayLack", "00,51"));
        assertThat(lenient.answerNeedsMac("00")).isTrue();
        assertThat(lenient.answerNeedsMac("51")).isFalse();
        assertThat(POS.needsMac(sale())).isTrue();
        assertThat(POS.needsMac(IsoMessage.of("0800").build())).isFalse();
        assertThat(POS.with(Map.of("mac.algorithm", "NONE")).needsMac(sale())).isFalse();
        assertThat(POS.unmatchedAnswer()).isEqualTo(Dialect.UnmatchedAnswer.KEEP);
        assertThat(POS.with(Map.of("unmatchedAnswer", "delete")).unmatchedAnswer())
                .isEqualTo(Dialect.UnmatchedAnswer.DELETE);
    }

    @Test
    void the_secret_part_of_a_track_is_what_the_last_eight_rule_enciphers() {
        JsonNode track = Vectors.read("track.json").get(1);
        String packed = track.at("/inputs/packed").asText();
        assertThat(POS.secretPartOfTrack(packed.substring(0, 37)))
                .isEqualTo(track.path("expected").asText());
        assertThat(POS.with(Map.of("track.secret", "afterSeparator")).secretPartOfTrack("12D345"))
                .isEqualTo("345");
        assertThat(POS.with(Map.of("track.secret", "whole")).secretPartOfTrack("12D345"))
                .isEqualTo("12D345");
        assertThat(POS.secretPartOfTrack("12D345")).isEqualTo("12D345");
    }

    /** The same message in a dialect of another table: nothing in the code knows which. */
    @Test
    void the_second_dialect_is_only_another_table() {
        IsoMessage message = sale().toBuilder()
                .set(7, "1231235959")
                .set(43, "CORNER SHOP")
                .set(61, "free text")
                .build();
        byte[] frame = ISO87.pack(message);
        assertThat(Hex.of(frame)).startsWith(String.format(java.util.Locale.ROOT, "%04X0200", frame.length - 2));
        IsoMessage read = ISO87.unpack(frame);
        assertThat(read.text(61)).isEqualTo("free text");
        assertThat(read.text(60)).isEqualTo("22000001000600");
        assertThat(read.tpdu()).isEmpty();
        assertThat(ISO87.pack(read)).isEqualTo(frame);
        assertThat(Hex.of(frame)).contains("0051" + "0001" + "00");
        byte[] pos = POS.pack(read.toBuilder().clear(61).build());
        assertThat(POS.unpack(pos).text(60)).isEqualTo("22000001000600");
    }

    @Test
    void the_index_knows_offsets_and_lengths() {
        byte[] frame = POS.pack(sale());
        Index index = POS.index(frame);
        assertThat(index.has(2)).isTrue();
        assertThat(index.offset(2)).isEqualTo(23);
        assertThat(index.valueOffset(2)).isEqualTo(24);
        assertThat(index.lengthBytes(2)).isEqualTo(8);
        assertThat(index.offset(3)).isEqualTo(32);
        assertThat(index.has(1)).isFalse();
        assertThat(index.offset(64)).isEqualTo(frame.length - 8);
    }

    /** Random messages of either dialect: every field with a value of a random legal length. */
    @Test
    void random_messages_survive_the_wire() {
        Random random = new Random(20260314);
        for (Dialect dialect : List.of(POS, ISO87, POS.with(Map.of("oddBcdPad", "F", "f62.length", "hexDigits")))) {
            for (int i = 0; i < 2_000; i++) {
                IsoMessage.Builder builder = IsoMessage.of("0200");
                for (int n = 2; n <= 64; n++) {
                    if (random.nextInt(3) == 0) {
                        fill(builder, dialect.table().spec(n), random);
                    }
                }
                IsoMessage message = builder.build();
                byte[] frame = dialect.pack(message);
                IsoMessage read = dialect.unpack(frame);
                for (int n = 2; n <= 64; n++) {
                    assertThat(read.textOrNull(n)).isEqualTo(message.textOrNull(n));
                }
                assertThat(dialect.pack(read.toBuilder()
                                .copy(read, 2, 11, 22, 35, 41, 55)
                                .build()))
                        .isEqualTo(frame);
            }
        }
    }

    private static void fill(IsoMessage.Builder builder, FieldSpec spec, Random random) {
        boolean fixed = spec.prefix() == FieldSpec.Prefix.NONE;
        int length = fixed ? spec.max() : random.nextInt(spec.max() + 1);
        if (spec.encoding() == FieldSpec.Encoding.BINARY) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            builder.set(spec.number(), bytes);
            return;
        }
        String alphabet = spec.content() == FieldSpec.Content.Z ? "0123456789ABCDEF" : "0123456789";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            boolean ascii = spec.encoding() == FieldSpec.Encoding.ASCII;
            text.append(ascii ? (char) random.nextInt(256) : alphabet.charAt(random.nextInt(alphabet.length())));
        }
        builder.set(spec.number(), text.toString());
    }

    @Test
    void random_bytes_are_refused_or_read() {
        Random random = new Random(1987);
        Dialect bare = POS.with(BARE);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] noise = new byte[10 + random.nextInt(60)];
            random.nextBytes(noise);
            noise[2] &= (byte) (random.nextInt() & 0x21);
            for (int b = 3; b < 10; b++) {
                noise[b] &= (byte) (random.nextInt() & random.nextInt() & random.nextInt());
            }
            read += Tortured.refused(bare, noise) ? 0 : 1;
        }
        assertThat(read).isPositive();
    }

    private static final Map<String, String> BARE =
            Map.of("lengthPrefix", "no", "tpdu.length", "0", "header.length", "0");
}
