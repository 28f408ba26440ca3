package dev.counterfoil.hsm;

import static dev.counterfoil.protocol.hostcommand.VectorFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.protocol.hostcommand.VectorFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Facts about the variant LMK: key types, variants, key schemes, parity, and keys under the public test set. */
final class LmkVariantVectorTest {
    private final VariantLmk lmk = VariantLmk.testSet();

    @TestFactory
    Stream<DynamicTest> published_facts_hold() {
        return VectorFile.read("lmk-variant.json").stream()
                .map(vector -> DynamicTest.dynamicTest(
                        text(vector, "name"), () -> check(vector.get("inputs"), vector.get("expected"))));
    }

    @Test
    void all_vectors_of_the_file_are_run() {
        assertThat(VectorFile.read("lmk-variant.json")).hasSize(45);
    }

    @Test
    void a_generated_lmk_has_odd_parity_and_its_own_check_value() {
        VariantLmk generated = VariantLmk.generate(HsmVectors.drawing("0123456789"));
        assertThat(generated.checkValue()).hasSize(16).isNotEqualTo(lmk.checkValue());
        assertThat(generated.toString()).isEqualTo("LMK " + generated.checkValue());
    }

    private void check(JsonNode inputs, JsonNode expected) {
        if (expected.has("lmk_pair")) {
            KeyType type = KeyType.of(text(inputs, "key_type"));
            String pair = String.format(Locale.ROOT, "%02d-%02d", 2 * type.pair(), 2 * type.pair() + 1);
            assertThat(pair).isEqualTo(text(expected, "lmk_pair"));
            assertThat(type.variant()).isEqualTo(expected.get("variant").asInt());
        } else if (inputs.has("table")) {
            checkConstant(inputs, Integer.parseInt(text(expected, "xor_byte"), 16));
        } else if (inputs.has("key_under_lmk")) {
            checkKey(inputs, expected);
        } else if (expected.has("wrapped")) {
            KeyScheme scheme = KeyScheme.of(text(inputs, "scheme"));
            byte[] wrapped = lmk.wrapper(KeyType.ZPK).wrap(scheme, Hex.bytes(text(inputs, "clear")));
            assertThat(Hex.of(wrapped)).isEqualTo(text(expected, "wrapped"));
        } else if (expected.has("mac")) {
            CipherKey key = CipherKey.ofHex(CipherKind.TDES, text(inputs, "key"));
            byte[] message = text(inputs, "message_ascii").getBytes(StandardCharsets.US_ASCII);
            assertThat(Hex.of(Macs.compute(MacAlgorithm.X9_19, key, message))).isEqualTo(text(expected, "mac"));
        } else {
            checkParity(inputs, expected);
        }
    }

    private static void checkConstant(JsonNode inputs, int constant) {
        int index = inputs.get("index").asInt();
        if (text(inputs, "table").startsWith("scheme U")) {
            assertThat(KeyScheme.U.variant(index - 1)).isEqualTo(constant);
            return;
        }
        // a key under variant v of a pair is the key under variant 0 of the pair with its first byte changed
        byte[] pair = Hex.bytes("61616161616161617070707070707070");
        pair[0] ^= (byte) constant;
        WrappingKey varied = VariantLmk.testSet().wrapper(KeyType.of(index + "01"));
        assertThat(varied.wrap(KeyScheme.X, new byte[16]))
                .isEqualTo(new WrappingKey(pair).wrap(KeyScheme.X, new byte[16]));
    }

    private void checkKey(JsonNode inputs, JsonNode expected) {
        KeyText text = KeyText.of(text(inputs, "key_under_lmk"));
        byte[] clear = lmk.wrapper(KeyType.of(text(inputs, "key_type"))).unwrap(text.scheme(), text.bytes());
        if (expected.has("clear_key")) {
            assertThat(Hex.of(clear)).isEqualTo(text(expected, "clear_key"));
        } else {
            assertThat(CipherKey.of(CipherKind.desOf(clear.length), clear).kcv(8))
                    .isEqualTo(text(expected, "kcv"));
        }
    }

    private static void checkParity(JsonNode inputs, JsonNode expected) {
        if (expected.has("odd_parity")) {
            assertThat(OddParity.holds(Hex.bytes(text(inputs, "clear_key")))).isTrue();
            return;
        }
        byte[] adjusted = OddParity.set(Hex.bytes(text(inputs, "hex")));
        if (text(inputs, "parity").equals("Even")) {
            adjusted[0] ^= 1;
        }
        assertThat(Hex.of(adjusted)).isEqualTo(text(expected, "adjusted"));
    }
}
