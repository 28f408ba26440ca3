package dev.counterfoil.crypto;

import static dev.counterfoil.crypto.Vectors.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published PIN blocks, good and bad; each file's entries name their sources. */
final class PinBlockVectorsTest {
    private static final String NOT_ISO = "a layout outside ISO 9564, which the crypto package does not offer";

    private static final Map<String, String> SKIPPED = Map.of(
            "OEM-1", NOT_ISO,
            "ECI-2", NOT_ISO,
            "ECI-3", NOT_ISO,
            "VISA-3", NOT_ISO,
            "Diebold", NOT_ISO,
            "format 1 with nonce", "the source takes its filler from a reversed nonce; the standard leaves it free");

    @TestFactory
    Stream<DynamicTest> the_pin_blocks_of_the_trade() {
        return Vectors.in("pinblock.json", Map.of()).tests(15, 0, PinBlockVectorsTest::trade);
    }

    @TestFactory
    Stream<DynamicTest> the_pin_blocks_of_libraries() {
        return Vectors.in("hsm/pinblock.json", SKIPPED).tests(55, 7, PinBlockVectorsTest::library);
    }

    private static boolean trade(String name, JsonNode in, JsonNode expected) {
        String digit = name.replaceAll(".*format (\\d).*", "$1");
        PinFormat format = PinFormat.values()[Integer.parseInt(digit)];
        if (name.endsWith("PAN field")) {
            assertThat(Hex.of(PinBlocks.panField(format, pan(in)))).isEqualTo(expected.asText());
            return true;
        }
        String pin = in.get("pin").asText();
        NonceSource nonces = fixed(in.path("nonce").asText(in.path("random").asText("")), format);
        if (in.has("key")) {
            CipherKey key = CipherKey.ofHex(CipherKind.AES, in.get("key").asText());
            byte[] block = PinBlocks.encipher(format, key, pin, pan(in), nonces);
            assertThat(Hex.of(block)).isEqualTo(expected.asText());
            assertThat(PinBlocks.decipher(format, key, block, pan(in)).orThrow())
                    .isEqualTo(pin);
            return true;
        }
        byte[] block = PinBlocks.encode(format, pin, pan(in), nonces);
        assertThat(Hex.of(block)).startsWith(expected.asText());
        assertThat(PinBlocks.decode(format, block, pan(in))).isEqualTo(pin);
        return true;
    }

    private static boolean library(String name, JsonNode in, JsonNode expected) {
        if (!expected.has("error")) {
            String wanted = expected.elements().next().asText();
            assertThat(result(in)).as(name).startsWith(wanted);
        } else {
            assertThatThrownBy(() -> result(in)).as(name).isInstanceOf(IllegalArgumentException.class);
        }
        return true;
    }

    /** What the entry's operation gives, as the file writes it: hex or PIN digits. */
    private static String result(JsonNode in) {
        String op = in.get("op").asText();
        PinFormat format = PinFormat.values()[in.path("format").asInt(op.charAt(op.length() - 1) - '0')];
        NonceSource random = new Random(1)::nextBytes;
        if (op.startsWith("encode_pan_field")) {
            return Hex.of(PinBlocks.panField(format, pan(in)));
        }
        if (op.startsWith("encipher")) {
            return Hex.of(PinBlocks.encipher(format, aes(in), in.get("pin").asText(), pan(in), random));
        }
        if (op.startsWith("decipher")) {
            return PinBlocks.decipher(format, aes(in), bytes(in, "pin_block"), pan(in))
                    .orThrow();
        }
        if (op.startsWith("decode")) {
            return PinBlocks.decode(format, bytes(in, "pin_block"), pan(in));
        }
        byte[] block = PinBlocks.encode(format, in.get("pin").asText(), pan(in), random);
        if (op.equals("encode-nocipher")) {
            byte[] pan = PinBlocks.panField(format, pan(in));
            for (int i = 0; i < 8; i++) {
                block[i] ^= pan[i];
            }
        }
        return Hex.of(block);
    }

    private static CipherKey aes(JsonNode in) {
        return CipherKey.ofHex(CipherKind.AES, in.get("key").asText());
    }

    /** HSM entries give 12 digits without the check digit; any digit stands for it. */
    private static @Nullable String pan(JsonNode in) {
        if (in.has("account12")) {
            return in.get("account12").asText() + "0";
        }
        return in.has("pan") ? in.get("pan").asText() : null;
    }

    private static NonceSource fixed(String digits, PinFormat format) {
        byte[] nonce = Hex.bytes("0".repeat(2 * format.lengthBytes() - digits.length()) + digits);
        return target -> System.arraycopy(nonce, 0, target, 0, nonce.length);
    }
}
