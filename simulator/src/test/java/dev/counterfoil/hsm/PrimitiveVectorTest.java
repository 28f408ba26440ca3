package dev.counterfoil.hsm;

import static dev.counterfoil.hsm.HsmVectors.ask;
import static dev.counterfoil.protocol.hostcommand.VectorFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.VectorFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published PIN blocks, MACs, PVVs and check values, reached through host commands under the test LMK. */
final class PrimitiveVectorTest {
    private static final byte[] TPK = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");
    private static final byte[] ZPK = Hex.bytes("B0B1C2D3E5F708192A3B4C5D6E7F8091");
    private static final List<String> FORMAT_CODES = List.of("01", "05", "34", "47");
    private static final Set<String> CHAIN = Set.of("first", "next");

    private final HsmEngine engine = HsmVectors.engine(HsmPersonality.payShield10k(), HsmVectors.ONES);

    @TestFactory
    Stream<DynamicTest> pin_blocks_open_and_close_as_published() {
        return pinBlocks().map(v -> DynamicTest.dynamicTest(text(v, "name"), () -> checkPinBlock(v)));
    }

    @TestFactory
    Stream<DynamicTest> macs_come_out_as_published() {
        return macs().map(v -> DynamicTest.dynamicTest(text(v, "name"), () -> checkMac(v)));
    }

    @TestFactory
    Stream<DynamicTest> pvvs_and_check_values_come_out_as_published() {
        return pvvs().map(v -> DynamicTest.dynamicTest(text(v, "name"), () -> checkPvvOrKcv(v)));
    }

    /**
     * Left out are: of the PIN blocks ISO format 4 and its fields, formats that this HSM does not have, and rejections of
     * arguments that a host command cannot carry; of the MACs padding by itself, algorithms 2, 4 and 6, AES and keys of two
     * TDES keys; of the card values all that are no PVV of a pair or check value of a DES key.
     */
    @Test
    void the_vectors_that_are_run_are_counted() {
        assertThat(pinBlocks().count()).isEqualTo(26);
        assertThat(macs().count()).isEqualTo(23);
        assertThat(pvvs().count()).isEqualTo(6);
    }

    private static Stream<JsonNode> pinBlocks() {
        return VectorFile.read("pinblock.json").stream()
                .filter(v -> text(v.get("inputs"), "op").equals("translate")
                        || !formatCode(v).isEmpty())
                .filter(v -> !text(v.get("expected"), "message").contains("PAN"))
                .filter(v ->
                        v.get("inputs").has("pin_block") || !v.get("expected").has("error"))
                .filter(v -> !text(v.get("inputs"), "nonce").startsWith("9A"))
                .filter(v -> !text(v.get("inputs"), "op").equals("encode/decode")
                        || v.get("inputs").has("pin"));
    }

    private static String formatCode(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        String op = text(inputs, "op");
        String digit = op.matches("(en|de)code_pinblock_iso_[0-3]")
                ? op.substring(op.length() - 1)
                : op.matches("encode|decode|encode/decode") ? text(inputs, "format") : "";
        return digit.matches("[0-3]") ? FORMAT_CODES.get(Integer.parseInt(digit)) : "";
    }

    private void checkPinBlock(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        JsonNode expected = vector.get("expected");
        if (text(inputs, "op").equals("translate")) {
            checkTranslation(inputs, text(expected, "pin_block"));
            return;
        }
        String pan = text(inputs, "pan");
        String account = inputs.has("account12")
                ? text(inputs, "account12")
                : HostCommands.account(pan.isEmpty() ? "0000000000000" : pan);
        if (inputs.has("pin_block")) {
            String clear = text(inputs, "pin_block");
            String answer = clear.length() == 16 ? translate(clear, formatCode(vector), "34", account) : "20";
            assertThat(answer).startsWith(expected.has("error") ? "2" : isoTwo(text(expected, "pin")));
        } else {
            String prefix = text(expected, expected.has("pin_block") ? "pin_block" : "pin_block_prefix");
            assertThat(translate(isoTwo(text(inputs, "pin")), "34", formatCode(vector), account))
                    .startsWith(prefix);
        }
    }

    private static String isoTwo(String pin) {
        return (String.format(Locale.ROOT, "2%X%s", pin.length(), pin) + "F".repeat(14)).substring(0, 16);
    }

    /** The clear block that CA makes of a clear block, or the error code. */
    private String translate(String clearBlock, String from, String to, String account) {
        String block = Hex.of(CipherKey.of(CipherKind.TDES, TPK).encryptEcb(Hex.bytes(clearBlock)));
        String body = engine.formKey("002", List.of(TPK)) + engine.formKey("001", List.of(ZPK)) + "12" + block + from
                + to + account;
        String answer = ask(engine, "CA", body);
        if (!answer.startsWith("00")) {
            return answer;
        }
        return Hex.of(CipherKey.of(CipherKind.TDES, ZPK).decryptEcb(Hex.bytes(answer.substring(4, 20))));
    }

    private void checkTranslation(JsonNode inputs, String expected) {
        String body = engine.formKey("001", List.of(Hex.bytes(text(inputs, "source_key"))))
                + engine.formKey("001", List.of(Hex.bytes(text(inputs, "target_key")))) + "12"
                + text(inputs, "pin_block") + "01" + "03" + text(inputs, "account12");
        assertThat(ask(engine, "CC", body)).isEqualTo("0004" + expected + "03");
    }

    private static Stream<JsonNode> macs() {
        return VectorFile.read("mac.json").stream()
                .filter(v -> v.get("inputs").has("key"))
                .filter(v -> {
                    JsonNode inputs = v.get("inputs");
                    boolean tdes = text(inputs, "cipher").matches("|DES|TDES|tdes[23]");
                    return tdes && text(inputs, "op").matches("retail_mac|retail_mac_chain|cbc_mac|cmac");
                });
    }

    private void checkMac(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        String op = text(inputs, "op");
        String algorithm = op.equals("cmac") ? "6" : op.equals("cbc_mac") ? "1" : "3";
        String key = engine.formKey("003", List.of(Hex.bytes(text(inputs, "key"))));
        byte[] data = inputs.has("data")
                ? Hex.bytes(text(inputs, "data"))
                : text(inputs, "data_ascii").getBytes(StandardCharsets.US_ASCII);
        String iv = text(inputs, "iv");
        String mode = CHAIN.contains(text(inputs, "block")) ? "2" : iv.isEmpty() ? "0" : "3";
        String body = mode + "1" + "1" + algorithm + inputs.path("padding").asText("1") + "003" + key + iv
                + String.format(Locale.ROOT, "%04X", 2 * data.length) + Hex.of(data);
        JsonNode expected = vector.get("expected");
        String value = text(expected, expected.fieldNames().next());
        assertThat(ask(engine, "M6", body)).startsWith("00" + value).hasSize(18);
    }

    private static Stream<JsonNode> pvvs() {
        return VectorFile.read("cvv-pvv-ibm.json").stream()
                .filter(v ->
                        !text(v, "name").contains("WRONG") && !v.get("expected").has("error"))
                .filter(v -> {
                    JsonNode inputs = v.get("inputs");
                    return text(inputs, "op").matches("visa_pvv|pvv")
                            || text(inputs, "alg").equals("TDES");
                });
    }

    private void checkPvvOrKcv(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        JsonNode expected = vector.get("expected");
        if (expected.has("kcv")) {
            String key = engine.formKey("002", List.of(Hex.bytes(text(inputs, "key"))));
            assertThat(ask(engine, "BU", "021" + key)).startsWith("00" + text(expected, "kcv"));
            return;
        }
        String pvk = engine.formKey("002", List.of(Hex.bytes(text(inputs, "pvk"))));
        String account = HostCommands.account(text(inputs, "pan"));
        String pin = ask(engine, "BA", (text(inputs, "pin") + "F".repeat(9)).substring(0, 13) + account)
                .substring(2);
        assertThat(ask(engine, "DG", pvk + pin + account + text(inputs, "pvki")))
                .isEqualTo("00" + text(expected, "pvv"));
    }
}
