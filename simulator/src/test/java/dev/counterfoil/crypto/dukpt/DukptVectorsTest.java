package dev.counterfoil.crypto.dukpt;

import static dev.counterfoil.crypto.Vectors.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.MacPadding;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.Vectors;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published keys of both schemes and what they make; each file's entries name their sources. */
final class DukptVectorsTest {
    private static final Map<String, String> OLDER =
            Map.of("jPOS DES", "single-DES DUKPT of X9.24:1992, which this package does not offer");

    @TestFactory
    Stream<DynamicTest> the_tdes_keys_of_the_standard() {
        return Vectors.in("dukpt_tdes.json", Map.of()).tests(24, 0, DukptVectorsTest::tdes);
    }

    @TestFactory
    Stream<DynamicTest> the_aes_keys_of_the_standard() {
        return Vectors.in("dukpt_aes.json", Map.of()).tests(23, 0, DukptVectorsTest::aes);
    }

    @TestFactory
    Stream<DynamicTest> the_tdes_keys_of_libraries() {
        return Vectors.in("hsm/dukpt-tdes.json", OLDER).tests(37, 6, DukptVectorsTest::tdes);
    }

    @TestFactory
    Stream<DynamicTest> the_aes_keys_of_libraries() {
        return Vectors.in("hsm/dukpt-aes.json", Map.of()).tests(20, 0, DukptVectorsTest::aes);
    }

    private static boolean tdes(String name, JsonNode in, JsonNode expected) {
        CipherKey bdk = CipherKey.of(CipherKind.TDES, bytes(in, "bdk"));
        Ksn ksn = Ksn.of(bytes(in, in.has("iksn") ? "iksn" : "ksn"));
        if (expected.has("ipek") || expected.has("initial_key")) {
            assertThat(Hex.of(Dukpt.initialKey(bdk, ksn).clear()))
                    .isEqualTo(expected.elements().next().asText());
            return true;
        }
        TransactionKey key = ((Dukpt.Derived) Dukpt.transaction(bdk, ksn)).key();
        if (expected.has("pin")) {
            assertThat(key.decipherPin(
                                    bytes(in, "encrypted_pin_block"),
                                    in.get("pan").asText())
                            .orThrow())
                    .isEqualTo(expected.get("pin").asText());
            return true;
        }
        byte[] message = message(in);
        expected.properties()
                .forEach(e -> assertThat(Hex.of(made(key, e.getKey(), in, message)))
                        .as(e.getKey())
                        .startsWith(e.getValue().asText()));
        return true;
    }

    /** What the entry calls by that name. */
    private static byte[] made(TransactionKey key, String what, JsonNode in, byte[] message) {
        return switch (what) {
            case "txn_key", "transaction_key" -> key.clear();
            case "key" -> key.working(DukptUsage.MAC_REQUEST).clear();
            case "pin_block" ->
                key.encipherPin(in.get("pin").asText(), in.get("pan").asText(), NonceSource.NONE);
            case "pin_block_enc", "pin_block_under_pin_key" ->
                key.working(DukptUsage.PIN).encryptEcb(bytes(in, "clear_pin_block"));
            case "mac_request" -> retailMac(key.working(DukptUsage.MAC_REQUEST), message);
            case "mac_response" -> retailMac(key.working(DukptUsage.MAC_RESPONSE), message);
            case "cmac_request" -> cmac(key.working(DukptUsage.MAC_REQUEST), message);
            case "cmac_response" -> cmac(key.working(DukptUsage.MAC_RESPONSE), message);
            case "data_request" -> cbc(key.working(DukptUsage.DATA_REQUEST), message);
            case "data_response" -> cbc(key.working(DukptUsage.DATA_RESPONSE), message);
            case "hmac_sha256_request" -> key.hmacSha256(DukptUsage.MAC_REQUEST, 16, message);
            case "hmac_sha256_response" -> key.hmacSha256(DukptUsage.MAC_RESPONSE, 16, message);
            default -> throw new AssertionError("no rule for " + what);
        };
    }

    private static boolean aes(String name, JsonNode in, JsonNode expected) {
        if (expected.has("update_key")) {
            updateKey(in, expected);
            return true;
        }
        CipherKey initialKey = initialKey(in);
        if (expected.has("ik") || expected.has("initial_key")) {
            assertThat(Hex.of(initialKey.clear()))
                    .isEqualTo(expected.elements().next().asText());
            return true;
        }
        TransactionKey key = ((Dukpt.Derived) Dukpt.fromInitialKey(initialKey, Ksn.of(bytes(in, "ksn")))).key();
        expected.properties()
                .forEach(e -> assertThat(Hex.of(aesMade(key, e.getKey(), in)))
                        .as(e.getKey())
                        .isEqualTo(e.getValue().asText()));
        return true;
    }

    private static byte[] aesMade(TransactionKey key, String what, JsonNode in) {
        if (what.equals("derivation_key")) {
            return key.clear();
        }
        if (what.startsWith("pin_block")) {
            return iso4(
                    key.working(DukptUsage.PIN),
                    bytes(in, "pin_field"),
                    in.get("pan").asText());
        }
        if (what.contains("_aes")) {
            DukptUsage usage = what.startsWith("pin")
                    ? DukptUsage.PIN
                    : what.startsWith("cmac") ? DukptUsage.MAC_REQUEST : DukptUsage.DATA_REQUEST;
            WorkingKind kind = what.contains("128") ? WorkingKind.AES_128 : WorkingKind.AES_256;
            return key.working(usage, kind).clear();
        }
        return made(key, what, in, in.has("message_ascii") ? message(in) : new byte[0]);
    }

    private static CipherKey initialKey(JsonNode in) {
        if (in.has("initial_key")) {
            return CipherKey.of(CipherKind.AES, bytes(in, "initial_key"));
        }
        return Dukpt.initialKey(CipherKey.of(CipherKind.AES, bytes(in, "bdk")), named(in));
    }

    private static void updateKey(JsonNode in, JsonNode expected) {
        WorkingKind kind = switch (in.get("algorithm").asText()) {
            case "tdes2" -> WorkingKind.TDES_2_KEY;
            case "tdes3" -> WorkingKind.TDES_3_KEY;
            case "aes128" -> WorkingKind.AES_128;
            case "aes192" -> WorkingKind.AES_192;
            default -> WorkingKind.AES_256;
        };
        assertThat(Hex.of(Dukpt.updateKey(initialKey(in), named(in), kind).clear()))
                .isEqualTo(expected.get("update_key").asText());
    }

    private static Ksn named(JsonNode in) {
        if (in.has("ksn")) {
            return Ksn.of(bytes(in, "ksn"));
        }
        return Ksn.ofHex(in.path(in.has("ikid") ? "ikid" : "initial_key_id").asText() + "00000000");
    }

    /** The second step of format 4 over the first: the PIN field of the vectors has its own random half. */
    private static byte[] iso4(CipherKey pinKey, byte[] pinField, String pan) {
        byte[] block = pinKey.encryptEcb(pinField);
        byte[] panField = PinBlocks.panField(PinFormat.ISO4, pan);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= panField[i];
        }
        return pinKey.encryptEcb(block);
    }

    private static byte[] message(JsonNode in) {
        for (String name : new String[] {"message", "data", "mac_and_data"}) {
            if (in.has(name + "_ascii")) {
                return bytes(in, name);
            }
        }
        return new byte[0];
    }

    private static byte[] retailMac(CipherKey key, byte[] message) {
        return Macs.whole(MacAlgorithm.ISO9797_3_PADDING_1, key, message, 0, message.length);
    }

    private static byte[] cmac(CipherKey key, byte[] message) {
        return Macs.whole(MacAlgorithm.CMAC, key, message, 0, message.length);
    }

    private static byte[] cbc(CipherKey key, byte[] message) {
        int block = key.kind().blockBytes();
        return key.encryptCbc(new byte[block], MacPadding.METHOD_1.pad(message, block));
    }
}
