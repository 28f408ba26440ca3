package dev.counterfoil.crypto.keyblock;

import static dev.counterfoil.crypto.Vectors.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.Pvv;
import dev.counterfoil.crypto.Vectors;
import dev.counterfoil.crypto.dukpt.Dukpt;
import dev.counterfoil.crypto.dukpt.Ksn;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Blocks of a real payShield under its well-known test LMKs. Every block must open; and where a command's result follows
 * from the keys in its blocks, that result must come of them.
 */
final class PayShieldVectorsTest {
    private static final CipherKey TDES_LMK =
            CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEF8080808080808080FEDCBA9876543210");
    private static final CipherKey AES_LMK =
            CipherKey.ofHex(CipherKind.AES, "9B71333A13F9FAE72F9D0E2DAB4AD6784718012F9244033F3F26A2DE0C8AA11A");
    private static final String ZMK_1 = "S00072K0TB00E0001DB045F29C053EEFF7B9425B3A88C7258EB7EA7E40E2C47878647072A";

    /** The check digit, which neither PIN blocks nor PVVs look at, is not in the commands. */
    private static final String CHECK_DIGIT = "0";

    @TestFactory
    Stream<DynamicTest> the_blocks_of_a_payshield() {
        return Vectors.in("hsm/payshield-keyblock-lmk.json", Map.of("LO ", "a table under the LMK, no block"))
                .tests(32, 1, PayShieldVectorsTest::check);
    }

    private static boolean check(String name, JsonNode in, JsonNode expected) {
        if (expected.has("kbek")) {
            CipherKey kbpk = CipherKey.of(CipherKind.AES, bytes(in, "kbpk"));
            BlockKeys keys = BlockKeys.of(KeyBlockVersion.THALES_1, kbpk);
            assertThat(keys.encryption().clear()).isEqualTo(bytes(expected, "kbek"));
        } else if (in.has("padding") && in.has("clear_key")) {
            wrapped(in, expected.get("key_block").asText());
        } else if (in.has("key_block")) {
            boolean underZmk =
                    in.has("zmk_block") || in.path("protecting_key").asText().startsWith("ZMK-1");
            String block = in.get("key_block").asText();
            block(underZmk ? open(block, open(ZMK_1).cipherKey()) : open(block), expected);
        } else {
            in.forEach(value -> {
                if (value.asText().matches("S[01][0-9]{4}.{67,}")) {
                    open(value.asText());
                }
            });
            command(in, expected);
        }
        return true;
    }

    private static void block(KeyMaterial key, JsonNode expected) {
        for (String clear : new String[] {"clear_key", "clear_key_derived_here"}) {
            if (expected.has(clear)) {
                assertThat(Hex.of(key.clear())).isEqualTo(expected.get(clear).asText());
            }
        }
        if (expected.has("kcv")) {
            assertThat(KeyMaterial.checkValue(key.cipherKey()))
                    .isEqualTo(expected.get("kcv").asText());
        }
    }

    private static void wrapped(JsonNode in, String block) {
        CipherKey kbpk = CipherKey.of(CipherKind.AES, bytes(in, "kbpk"));
        KeyBlock.Opened opened = (KeyBlock.Opened) KeyBlock.parseThales(block).unwrap(kbpk);
        KeyMaterial key = KeyMaterial.of("T", bytes(in, "clear_key"));
        byte[] padding = bytes(in, "padding");
        assertThat(opened.key().clear()).isEqualTo(key.clear());
        assertThat(KeyBlock.wrap(
                        kbpk, opened.header(), key, wanted -> System.arraycopy(padding, 0, wanted, 0, wanted.length)))
                .isEqualTo(block);
    }

    private static void command(JsonNode in, JsonNode expected) {
        switch (in.get("command").asText()) {
            case "M6" ->
                assertThat(Macs.compute(MacAlgorithm.ISO9797_1_PADDING_1, key(in, "key"), bytes(in, "message_hex")))
                        .startsWith(bytes(expected, "mac"));
            case "M4" ->
                assertThat(key(in, "dest_key").encryptEcb(key(in, "source_key").decryptEcb(bytes(in, "message_hex"))))
                        .isEqualTo(bytes(expected, "data"));
            case "FW" -> {
                String pan = in.get("account12").asText() + CHECK_DIGIT;
                byte[] block = key(in, "zpk").decryptEcb(bytes(in, "pin_block"));
                pvv(in, pan, PinBlocks.decode(PinFormat.ISO0, block, pan), expected);
            }
            case "GQ" -> {
                String pan = in.get("pan").asText() + CHECK_DIGIT;
                Dukpt.Derived derived = (Dukpt.Derived) Dukpt.transaction(
                        key(in, "bdk"), Ksn.ofHex(in.get("ksn").asText()));
                pvv(
                        in,
                        pan,
                        derived.key().decipherPin(bytes(in, "pinBlock"), pan).orThrow(),
                        expected);
            }
            default -> {}
        }
    }

    private static void pvv(JsonNode in, String pan, String pin, JsonNode expected) {
        assertThat(Pvv.generate(key(in, "pvk"), pan, 1, pin))
                .isEqualTo(expected.get("pvv").asText());
    }

    private static CipherKey key(JsonNode in, String name) {
        return open(in.get(name).asText()).cipherKey();
    }

    private static KeyMaterial open(String block) {
        return open(block, block.startsWith("S0") ? TDES_LMK : AES_LMK);
    }

    private static KeyMaterial open(String block, CipherKey protectionKey) {
        KeyBlock.Unwrapped unwrapped = KeyBlock.parseThales(block.substring(1)).unwrap(protectionKey);
        assertThat(unwrapped).as(block).isInstanceOf(KeyBlock.Opened.class);
        return ((KeyBlock.Opened) unwrapped).key();
    }
}
