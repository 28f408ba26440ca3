package dev.counterfoil.protocol.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dump of the published material, then every truncation and every mutation of each. */
final class PublishedDumpsTest {
    static Stream<Vectors.Vector> whole() {
        return Vectors.messages().stream().filter(Vectors.Vector::wholeMessage);
    }

    static Stream<Vectors.Vector> all() {
        return Vectors.messages().stream();
    }

    @ParameterizedTest
    @MethodSource("whole")
    void each_field_of_a_published_dump_reads_as_published(Vectors.Vector vector) {
        IsoMessage message = vector.dialect().unpack(vector.frame());
        assertThat(message.mti()).isEqualTo(vector.expected().path("mti").asText());
        assertThat(message.tpdu()).isEqualTo(vector.expected().path("tpdu").asText(""));
        assertThat(message.header()).isEqualTo(vector.expected().path("header").asText(""));
        Map<String, String> read = new TreeMap<>();
        for (int n = 2; n <= 64; n++) {
            if (message.has(n)) {
                read.put(Integer.toString(n), Parts.printable(message.text(n)));
            }
        }
        assertThat(read).isEqualTo(fields(vector.expected()));
    }

    private static Map<String, String> fields(JsonNode expected) {
        Map<String, String> fields = new TreeMap<>();
        expected.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    /** Unpacked and left alone, taken to pieces and set anew, and changed in one field and back: always the bytes. */
    @ParameterizedTest
    @MethodSource("whole")
    void a_published_dump_packs_back_to_the_same_bytes(Vectors.Vector vector) {
        IsoMessage message = vector.dialect().unpack(vector.frame());
        assertThat(vector.dialect().pack(message)).isEqualTo(vector.frame());
        IsoMessage.Builder anew =
                IsoMessage.of(message.mti()).tpdu(message.tpdu()).header(message.header());
        for (int n = 2; n <= 64; n++) {
            if (message.has(n)) {
                anew = n % 2 == 0 ? anew.copy(message, n) : anew.set(n, message.text(n));
            }
        }
        assertThat(Hex.of(vector.dialect().pack(anew.build()))).isEqualTo(Hex.of(vector.frame()));
        IsoMessage back = message.toBuilder().set(11, "999999").build();
        back = back.toBuilder().copy(message, 11).build();
        if (message.has(11)) {
            assertThat(vector.dialect().pack(back)).isEqualTo(vector.frame());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_dump_whose_mac_was_left_out_is_refused_and_still_described(Vectors.Vector vector) {
        List<DescribedField> described = vector.dialect().describe(vector.frame(), true);
        DescribedField last = described.get(described.size() - 1);
        if (vector.wholeMessage()) {
            assertThat(last.lengthBytes()).isPositive();
            return;
        }
        assertThatThrownBy(() -> vector.dialect().unpack(vector.frame())).isInstanceOf(Malformed.class);
        if (vector.name().contains("another dialect")) {
            assertThat(described.get(0).departures())
                    .containsExactly("expected the 57 bytes that follow, found "
                            + described.get(0).value());
            return;
        }
        assertThat(last.path()).isEqualTo("F64");
        assertThat(last.departures()).singleElement().asString().contains("expected 8 bytes, found 0 bytes left");
        Map<String, String> read = new TreeMap<>();
        described.stream()
                .filter(line -> line.path().matches("F[0-9]+") && line.lengthBytes() > 0)
                .forEach(line -> read.put(line.path().substring(1), line.value()));
        assertThat(read).isEqualTo(fields(vector.expected()));
    }

    @Test
    void the_other_dialect_is_read_once_its_printed_length_is_set_right() {
        Vectors.Vector other = Vectors.messages().stream()
                .filter(v -> v.name().contains("another dialect"))
                .findFirst()
                .orElseThrow();
        byte[] frame = other.frame();
        frame[1] = (byte) (frame.length - 2);
        IsoMessage message = other.dialect().unpack(frame);
        assertThat(message.header()).isEqualTo("0100");
        assertThat(message.text(24)).isEqualTo("009");
        assertThat(message.text(38)).isEqualTo("000151");
        assertThat(message.text(61)).isEqualTo("000001001");
        assertThat(message.bytes(46)).isEqualTo(Hex.bytes("0035000434313631"));
        assertThat(other.dialect().pack(message)).isEqualTo(frame);
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_framing_of_a_dump_is_recognised(Vectors.Vector vector) {
        Dialect found = Vectors.POS.fitting(vector.frame());
        assertThat(found.framing().mtiOffset())
                .isEqualTo(vector.dialect().framing().mtiOffset());
    }

    @Test
    void ic_data_reads_tag_by_tag() {
        for (JsonNode entry : Vectors.read("messages.json")) {
            boolean sample = entry.path("expected").isArray();
            JsonNode pairs = sample ? entry.path("expected") : entry.path("f55_tlv");
            if (!pairs.isArray()) {
                continue;
            }
            String hex = sample
                    ? entry.at("/inputs/hex").asText()
                    : entry.at("/expected/fields/55").asText();
            List<Tlv> read = Tlv.parse(Hex.bytes(hex));
            assertThat(Hex.of(Tlv.encode(read))).isEqualTo(hex);
            IsoMessage message = IsoMessage.of("0200").set(55, hex).build();
            for (JsonNode pair : pairs) {
                assertThat(message.part("F55." + pair.get(0).asText()))
                        .isEqualTo(pair.get(1).asText());
            }
            assertThat(read).hasSize(pairs.size());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_truncation_gives_a_clear_error_or_a_message(Vectors.Vector vector) {
        int refused = 0;
        for (int cut = 0; cut < vector.frame().length; cut++) {
            refused += Tortured.refused(vector.dialect(), Arrays.copyOf(vector.frame(), cut)) ? 1 : 0;
        }
        assertThat(refused).isEqualTo(vector.frame().length);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_single_byte_mutation_gives_a_clear_error_or_a_message(Vectors.Vector vector) {
        int refused = 0;
        for (int at = 0; at < vector.frame().length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] mutant = vector.frame().clone();
                mutant[at] = (byte) value;
                refused += Tortured.refused(vector.dialect(), mutant) ? 1 : 0;
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_truncation_and_every_flipped_bit_is_described(Vectors.Vector vector) {
        byte[] frame = vector.frame();
        for (int bit = 0; bit < frame.length * 8; bit++) {
            byte[] mutant = frame.clone();
            mutant[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(vector.dialect().describe(mutant, bit % 2 == 0)).isNotEmpty();
            assertThat(vector.dialect().describe(Arrays.copyOf(frame, bit / 8), false))
                    .isNotEmpty();
        }
    }
}
