package dev.counterfoil.crypto.keyblock;

import static dev.counterfoil.crypto.Vectors.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.Vectors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published key blocks, good and bad; each file's entries name their sources. */
final class KeyBlockVectorsTest {
    @TestFactory
    Stream<DynamicTest> the_blocks_of_the_standards_and_of_hsms() {
        return Vectors.in("tr31.json", Map.of()).tests(9, 0, KeyBlockVectorsTest::standard);
    }

    @TestFactory
    Stream<DynamicTest> the_blocks_of_libraries() {
        return Vectors.in("hsm/tr31.json", Map.of()).tests(114, 0, KeyBlockVectorsTest::library);
    }

    private static boolean standard(String name, JsonNode in, JsonNode expected) {
        KeyBlock.Opened opened = opened(in, KeyBlock.parse(in.get("block").asText()));
        KeyBlockHeader header = opened.header();
        assertThat(header.usage()).isEqualTo(expected.get("usage").asText());
        assertThat(header.algorithm()).isEqualTo(expected.get("algorithm").asText());
        assertThat(header.modeOfUse()).isEqualTo(expected.get("mode").asText());
        assertThat(header.keyVersion()).isEqualTo(expected.get("version").asText());
        assertThat(header.exportability())
                .isEqualTo(expected.get("exportability").asText());
        expected.path("optional_blocks")
                .forEach(block -> assertThat(header.block(block.get(0).asText()))
                        .hasValue(block.get(1).asText()));
        key(opened.key(), expected);
        return true;
    }

    private static boolean library(String name, JsonNode in, JsonNode expected) {
        switch (in.get("op").asText()) {
            case "unwrap", "unwrap-thales" -> unwrap(in, expected);
            case "parse-header" -> header(in.get("header").asText(), expected);
            case "wrap-length" -> length(in, expected);
            case "derive-kbek-kbak" -> blockKeys(in, expected);
            default -> throw new AssertionError("no rule for " + in);
        }
        return true;
    }

    private static void unwrap(JsonNode in, JsonNode expected) {
        String text = in.get("key_block").asText();
        if (expected.has("error")) {
            assertThat(gaveAKey(in, text)).isFalse();
            return;
        }
        boolean thales = in.get("op").asText().equals("unwrap-thales");
        KeyBlock.Opened opened = opened(in, thales ? KeyBlock.parseThales(text) : KeyBlock.parse(text));
        key(opened.key(), expected);
        for (String id : new String[] {"ksn", "ts"}) {
            if (expected.has(id)) {
                assertThat(opened.header().block(id.equals("ts") ? "TS" : "KS"))
                        .hasValue(expected.get(id).asText());
            }
        }
        if (expected.has("kcv_kbpk")) {
            assertThat(KeyMaterial.checkValue(protectionKey(in, opened.header().version())))
                    .isEqualTo(expected.get("kcv_kbpk").asText());
        }
    }

    private static void key(KeyMaterial key, JsonNode expected) {
        assertThat(Hex.of(key.clear())).isEqualTo(expected.get("key").asText());
        if (expected.has("kcv")) {
            assertThat(KeyMaterial.checkValue(key.cipherKey()))
                    .startsWith(expected.get("kcv").asText());
        }
    }

    /** Whether anything but a refusal comes of the block; a key of a length that no cipher has is one, too. */
    private static boolean gaveAKey(JsonNode in, String text) {
        try {
            KeyBlock block = KeyBlock.parse(text);
            int length = bytes(in, "kbpk").length;
            if (!block.header().version().cipher().accepts(length) && length != 8) {
                return false;
            }
            return block.unwrap(protectionKey(in, block.header().version())) instanceof KeyBlock.Opened;
        } catch (Malformed refused) {
            assertThat(refused.path()).startsWith("key block.");
            return false;
        }
    }

    private static void header(String text, JsonNode expected) {
        if (expected.has("error")) {
            assertThatThrownBy(() -> KeyBlockHeader.parse(text)).isInstanceOf(Malformed.class);
            return;
        }
        KeyBlockHeader.Parsed parsed = KeyBlockHeader.parse(text);
        KeyBlockHeader header = parsed.header();
        assertThat(parsed.chars()).isEqualTo(expected.get("consumed").asInt());
        assertThat(String.valueOf(header.version().id()))
                .isEqualTo(expected.get("version_id").asText());
        assertThat(header.usage()).isEqualTo(expected.get("key_usage").asText());
        assertThat(header.algorithm()).isEqualTo(expected.get("algorithm").asText());
        assertThat(header.modeOfUse()).isEqualTo(expected.get("mode_of_use").asText());
        assertThat(header.exportability())
                .isEqualTo(expected.get("exportability").asText());
        assertThat(header.context()).isEqualTo(expected.get("reserved").asText());
        Map<String, String> blocks = new LinkedHashMap<>();
        expected.get("blocks")
                .properties()
                .forEach(e -> blocks.put(e.getKey(), e.getValue().asText()));
        Map<String, String> found = new LinkedHashMap<>();
        header.blocks().forEach(block -> found.put(block.id(), block.data()));
        assertThat(found).isEqualTo(blocks);
        assertThat(header.encode(0)).isEqualTo(expected.get("reserialised").asText());
    }

    private static void length(JsonNode in, JsonNode expected) {
        String version = in.get("version").asText();
        String algorithm = in.get("algorithm").asText();
        KeyBlockHeader header = KeyBlockHeader.of(KeyBlockVersion.valueOf(version), "P0", algorithm, "E", "N");
        Random random = new Random(5);
        byte[] clear = new byte[in.get("key_len").asInt()];
        random.nextBytes(clear);
        KeyMaterial key = KeyMaterial.of(algorithm, clear);
        byte[] kbpk = new byte[in.get("kbpk_len").asInt()];
        random.nextBytes(kbpk);
        CipherKey protectionKey = CipherKey.of(header.version().cipher(), kbpk);
        JsonNode hiding = in.get("masked_key_len");
        String block = hiding.isNull()
                ? KeyBlock.wrap(protectionKey, header, key, random::nextBytes)
                : KeyBlock.wrap(protectionKey, header, key, hiding.asInt(), random::nextBytes);
        assertThat(block).hasSize(expected.get("key_block_length").asInt());
    }

    private static void blockKeys(JsonNode in, JsonNode expected) {
        KeyBlockVersion version = switch (in.get("binding").asText().replaceAll(",.*|\\)$", "")) {
            case "variant" -> KeyBlockVersion.C;
            case "derivation (TDES" -> KeyBlockVersion.B;
            case "derivation (AES-CBC" -> KeyBlockVersion.D;
            case "derivation (AES-CTR" -> KeyBlockVersion.E;
            default -> throw new AssertionError("no rule for " + in);
        };
        BlockKeys keys = BlockKeys.of(version, CipherKey.of(version.cipher(), bytes(in, "kbpk")));
        assertThat(Hex.of(keys.encryption().clear()))
                .isEqualTo(expected.get("kbek").asText());
        assertThat(Hex.of(keys.authentication().clear()))
                .isEqualTo(expected.get("kbak").asText());
    }

    private static KeyBlock.Opened opened(JsonNode in, KeyBlock block) {
        KeyBlock.Unwrapped unwrapped =
                block.unwrap(protectionKey(in, block.header().version()));
        assertThat(unwrapped).isInstanceOf(KeyBlock.Opened.class);
        return (KeyBlock.Opened) unwrapped;
    }

    private static CipherKey protectionKey(JsonNode in, KeyBlockVersion version) {
        byte[] kbpk = bytes(in, "kbpk");
        return CipherKey.of(kbpk.length == 8 ? CipherKind.DES : version.cipher(), kbpk);
    }
}
