package dev.counterfoil.crypto;

import static dev.counterfoil.crypto.Vectors.bytes;
import static dev.counterfoil.crypto.Vectors.desKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published MACs; each file's entries name their sources. */
final class MacVectorsTest {
    private static final Pattern PADDING = Pattern.compile("pad (\\d)");

    private static final Map<String, String> NOT_OF_ACQUIRING = Map.of(
            "ISO 9797-1 alg 2", "algorithm 2 is not used in card acquiring",
            "ISO 9797-1 alg 4", "algorithm 4 is not used in card acquiring",
            "ISO 9797-1 alg 6", "algorithm 6 is not used in card acquiring");

    private static final Map<String, String> NOT_OFFERED_UNDER_SM4 = Map.of(
            "EMAC", "EMAC is not offered",
            "MACDES", "MAC-DES is not offered",
            "LMAC", "LMAC is not offered",
            "TRCBC", "TR-CBC-MAC is not offered",
            "CBCR", "CBCR is not offered");

    @TestFactory
    Stream<DynamicTest> the_macs_of_the_trade() {
        return Vectors.in("mac.json", Map.of()).tests(25, 0, MacVectorsTest::trade);
    }

    @TestFactory
    Stream<DynamicTest> the_macs_of_hsm_simulators_and_libraries() {
        return Vectors.in("hsm/mac.json", NOT_OF_ACQUIRING).tests(54, 6, MacVectorsTest::library);
    }

    @TestFactory
    Stream<DynamicTest> the_macs_of_gb_t_15852_under_sm4() {
        return Vectors.in("hsm/sm4-mac.json", NOT_OFFERED_UNDER_SM4).tests(9, 17, MacVectorsTest::sm4);
    }

    private static boolean trade(String name, JsonNode in, JsonNode expected) {
        if (name.startsWith("UnionPay")) {
            unionPay(in, expected);
            return true;
        }
        Matcher matcher = PADDING.matcher(name);
        MacPadding padding =
                matcher.find() ? MacPadding.values()[Integer.parseInt(matcher.group(1)) - 1] : MacPadding.METHOD_1;
        String data = in.has("mab") ? "mab" : "data";
        byte[] mac = switch (name.replaceAll(" (pad|over|/|with|alg 1|-).*|^3DES ", "")) {
            case "same", "ISO 9797-1", "CBC-MAC" -> algorithm1(in, padding);
            case "ISO 9797-1 alg 3 (X9.19)", "retail MAC" -> algorithm3(in, padding);
            case "X9.19" ->
                Macs.compute(
                        MacAlgorithm.X9_19,
                        desKey(in.path(in.has("mak") ? "mak" : "key").asText()),
                        bytes(in, data));
            case "AES-128 CMAC" -> cmac(CipherKind.AES, in);
            case "TDES-2key CMAC", "TDES-3key CMAC" -> cmac(CipherKind.TDES, in);
            default -> throw new AssertionError("no rule for " + name);
        };
        assertThat(Hex.of(mac)).startsWith(expected.asText());
        return true;
    }

    private static boolean library(String name, JsonNode in, JsonNode expected) {
        String op = in.get("op").asText();
        if (op.startsWith("pad_iso_")) {
            int block = in.get("block_len").isNull() ? 8 : in.get("block_len").asInt();
            MacPadding padding = MacPadding.values()[op.charAt(8) - '1'];
            assertThat(Hex.of(padding.pad(bytes(in, "data"), block)))
                    .isEqualTo(expected.get("padded").asText());
            return true;
        }
        MacPadding padding = MacPadding.values()[in.path("padding").asInt(1) - 1];
        byte[] mac = switch (op) {
            case "retail_mac" -> algorithm3(in, padding);
            case "cbc_mac" -> algorithm1(in, padding);
            case "cmac" -> cmac(in.get("cipher").asText().startsWith("aes") ? CipherKind.AES : kind(in), in);
            case "retail_mac_chain" -> chained(in);
            default -> throw new AssertionError("no rule for " + name);
        };
        String wanted = expected.elements().next().asText();
        assertThat(wanted).hasSizeGreaterThanOrEqualTo(8);
        assertThat(Hex.of(mac)).startsWith(wanted);
        return true;
    }

    private static boolean sm4(String name, JsonNode in, JsonNode expected) {
        CipherKey key = CipherKey.ofHex(CipherKind.SM4, in.get("key").asText());
        if (in.get("op").asText().equals("encrypt-chain")) {
            byte[] block = bytes(in, "plain");
            for (int i = in.get("iterations").asInt(); i > 0; i--) {
                block = key.encryptEcb(block);
            }
            assertThat(Hex.of(block)).isEqualTo(expected.get("cipher").asText());
            return true;
        }
        byte[] message = bytes(in, "message_hex");
        MacPadding padding = in.path("padding").asText().endsWith("3") ? MacPadding.METHOD_3 : MacPadding.METHOD_2;
        byte[] padded = padding.pad(message, 16);
        byte[] mac = switch (in.get("algorithm").asText()) {
            case "CBC-MAC" -> Macs.algorithm1(key, new byte[16], padded);
            case "ANSI-retail" ->
                Macs.algorithm3(
                        key, CipherKey.ofHex(CipherKind.SM4, in.get("key2").asText()), new byte[16], padded);
            case "CMAC" -> Macs.whole(MacAlgorithm.CMAC, key, message, 0, message.length);
            default -> throw new AssertionError("no rule for " + name);
        };
        assertThat(Hex.of(mac)).isEqualTo(expected.get("mac").asText());
        return true;
    }

    private static void unionPay(JsonNode in, JsonNode expected) {
        CipherKey mak = desKey(in.path(in.has("mak") ? "mak" : "key").asText());
        if (in.has("tmk")) {
            CipherKey opened = desKey(in.get("tmk").asText()).unwrap(CipherKind.DES, bytes(in, "mak_encrypted"));
            assertThat(opened.clear()).isEqualTo(mak.clear());
        }
        byte[] mab = bytes(in, in.has("mab") ? "mab" : "folded");
        UnionPayMac.Working working = UnionPayMac.explain(mak, mab);
        String folded = expected.has("block") ? "block" : "folded";
        assertThat(working.folded())
                .isEqualTo(expected.path(folded).asText(in.path("folded").asText()));
        assertThat(working.e1()).isEqualTo(expected.get("e1").asText());
        assertThat(working.x()).isEqualTo(expected.get("x").asText());
        assertThat(working.e2()).isEqualTo(expected.get("e2").asText());
        String f64 = expected.path(expected.has("f64") ? "f64" : "mac").asText();
        assertThat(Hex.of(Macs.compute(MacAlgorithm.UNIONPAY_ECB, mak, mab))).isEqualTo(f64);
        assertThat(working.mac()).isEqualTo(new String(Hex.bytes(f64), StandardCharsets.US_ASCII));
    }

    private static byte[] algorithm1(JsonNode in, MacPadding padding) {
        byte[] iv = in.has("iv") ? bytes(in, "iv") : new byte[8];
        return Macs.algorithm1(desKey(in.get("key").asText()), iv, padding.pad(bytes(in, "data"), 8));
    }

    private static byte[] algorithm3(JsonNode in, MacPadding padding) {
        byte[] padded = padding.pad(bytes(in, "data"), 8);
        if (in.has("key")) {
            return Macs.algorithm3(desKey(in.get("key").asText()), new byte[8], padded);
        }
        byte[] left = bytes(in, "key1");
        byte[] right = bytes(in, "key2");
        return Macs.algorithm3(
                CipherKey.of(CipherKind.desOf(left.length), left),
                CipherKey.of(CipherKind.desOf(right.length), right),
                new byte[8],
                padded);
    }

    private static byte[] cmac(CipherKind kind, JsonNode in) {
        byte[] data = bytes(in, "data");
        return Macs.whole(MacAlgorithm.CMAC, CipherKey.of(kind, bytes(in, "key")), data, 0, data.length);
    }

    private static byte[] chained(JsonNode in) {
        CipherKey key = desKey(in.get("key").asText());
        byte[] iv = bytes(in, "iv");
        return in.get("block").asText().equals("final")
                ? Macs.algorithm3(key, iv, bytes(in, "data"))
                : Macs.algorithm3Chain(key, iv, bytes(in, "data"));
    }

    private static CipherKind kind(JsonNode in) {
        return in.get("cipher").asText().equals("AES") ? CipherKind.AES : CipherKind.TDES;
    }
}
