package dev.counterfoil.protocol.hostcommand;

import static dev.counterfoil.protocol.hostcommand.VectorFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Frames of softwaregroup-bg/ut-codec-payshield, a client that talks to real units: layouts, not cryptography. */
final class LayoutVectorTest {
    private static final String FILE = "payshield-frames.json";

    /**
     * Key-block attributes and DUKPT destinations, which this product does not have, and a message length that counts
     * bytes where every other vector of the source counts characters.
     */
    private static final Set<String> NOT_COVERED = Set.of("A0 encode 3", "A4 encode 2", "CA encode 3", "M2 encode 3");

    /** Fields of the source that are delimiters, lengths or reserved. */
    private static final List<String> NOT_VALUES = List.of(
            "delimiterZmkTmk",
            "delimiterKeyType",
            "delimiterKcvType",
            "bpsTweakLength",
            "macDataLengthHex",
            "messageDataLengthHex",
            "messageLength",
            "errorCode",
            "keyComponents",
            "lmkIdentifier");

    @TestFactory
    Stream<DynamicTest> requests_hold_the_fields_of_a_real_client() {
        return vectors("encode")
                .map(vector -> DynamicTest.dynamicTest(text(vector, "name"), () -> {
                    String body =
                            content(text(vector.get("expected"), "frame_hex")).substring(6);
                    Layout layout = Objects.requireNonNull(Layouts.request(text(vector.get("inputs"), "command")));
                    Fields fields = layout.read(body, LayoutSettings.USUAL);
                    assertThat(layout.write(fields)).isEqualTo(body);
                    assertHolds(fields, vector.get("inputs").get("fields"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> answers_hold_the_fields_of_a_real_unit() {
        return vectors("decode")
                .map(vector -> DynamicTest.dynamicTest(text(vector, "name"), () -> {
                    HsmAnswer answer = HsmAnswer.parse(framed(text(vector.get("inputs"), "frame_hex")), 4);
                    JsonNode expected = vector.get("expected");
                    if (expected.has("error")) {
                        assertThat(answer.ok()).isFalse();
                        return;
                    }
                    HostCommand request = new HostCommand(requestCode(answer), Fields.of("mode", "1"));
                    if (answer.command().equals("M7")) {
                        request.fields().set("mode", "0");
                    }
                    Fields fields = answer.fields(request);
                    assertThat(answer.errorCode()).isEqualTo(HsmError.OK);
                    assertHolds(fields, expected.get("fields"));
                }));
    }

    @Test
    void vectors_of_commands_that_are_there_are_all_run_but_four() {
        assertThat(vectors("encode").count()).isEqualTo(22);
        assertThat(vectors("decode").count()).isEqualTo(43);
        assertThat(VectorFile.read(FILE)).hasSize(180);
    }

    @Test
    void the_tail_with_schemes_and_check_value_type_is_optional() {
        List<Fields> splits = new ArrayList<>();
        for (JsonNode vector : VectorFile.read("payshield-hsm-emulator.json")) {
            if (text(vector.get("expected"), "command").equals("FA")) {
                String body = text(vector.get("inputs"), "frame").substring(6);
                splits.add(Objects.requireNonNull(Layouts.request("FA")).read(body, LayoutSettings.USUAL));
            }
        }
        assertThat(splits).hasSize(2);
        assertThat(splits.get(0).text("kcvType")).isEqualTo("0");
        assertThat(splits.get(0).text("lmkScheme")).isEqualTo("U");
        // the second body ends in the digits of a key and one of an Atalla variant
        assertThat(splits.get(1).has("kcvType")).isFalse();
        assertThat(splits.get(1).text("key")).isEqualTo("X7BC09407A015F72FC59C32147D2AAE57");
    }

    private static Stream<JsonNode> vectors(String direction) {
        return VectorFile.read(FILE).stream()
                .filter(vector -> text(vector, "name").contains(direction))
                .filter(vector -> !NOT_COVERED.contains(text(vector, "name")))
                .filter(vector -> Layouts.request(code(vector)) != null);
    }

    private static String code(JsonNode vector) {
        String code = text(vector, "name").substring(0, 2);
        boolean answer = text(vector, "name").contains("decode");
        return answer ? "" + code.charAt(0) + (char) (code.charAt(1) - 1) : code;
    }

    private static String requestCode(HsmAnswer answer) {
        return "" + answer.command().charAt(0) + (char) (answer.command().charAt(1) - 1);
    }

    private static void assertHolds(Fields fields, JsonNode expected) {
        List<String> values = new ArrayList<>();
        expected.fieldNames().forEachRemaining(name -> {
            if (!NOT_VALUES.contains(name)) {
                values.add(text(expected, name));
            }
        });
        assertThat(fields.values()).containsAll(values);
    }

    private static String content(String hex) {
        return new String(Hex.bytes(hex), StandardCharsets.ISO_8859_1);
    }

    private static byte[] framed(String hex) {
        byte[] content = Hex.bytes(hex);
        String all = "" + (char) (content.length >> 8) + (char) (content.length & 0xFF) + content(hex);
        return all.getBytes(StandardCharsets.ISO_8859_1);
    }
}
