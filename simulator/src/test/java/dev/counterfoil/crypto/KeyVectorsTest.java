package dev.counterfoil.crypto;

import static dev.counterfoil.crypto.Vectors.bytes;
import static dev.counterfoil.crypto.Vectors.desKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.counterfoil.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published key, track and PVV values; each file's entries name their sources. */
final class KeyVectorsTest {
    private static final String HSM = "the HSM makes and checks this value";

    private static final Map<String, String> MADE_BY_THE_HSM = Map.of(
            "CVV", HSM,
            "CVC3", HSM,
            "CAVV", HSM,
            "CVD", HSM,
            "CW ", HSM,
            "IBM", HSM,
            "ibm", HSM,
            "CMAC", "a check value by CMAC belongs to the HSM's AES profile");

    @TestFactory
    Stream<DynamicTest> the_working_keys_of_sign_in() {
        return Vectors.in("keys_signin.json", Map.of()).tests(4, 1, KeyVectorsTest::workingKeys);
    }

    @TestFactory
    Stream<DynamicTest> the_chinese_algorithms() {
        return Vectors.in("sm.json", Map.of()).tests(4, 0, KeyVectorsTest::chinese);
    }

    @TestFactory
    Stream<DynamicTest> the_encrypted_tracks() {
        return Vectors.in("track.json", Map.of()).tests(4, 0, KeyVectorsTest::track);
    }

    @TestFactory
    Stream<DynamicTest> the_pvvs_of_the_trade() {
        return Vectors.in("cvv_pvv.json", MADE_BY_THE_HSM).tests(4, 5, KeyVectorsTest::value);
    }

    @TestFactory
    Stream<DynamicTest> the_pvvs_and_check_values_of_libraries() {
        return Vectors.in("hsm/cvv-pvv-ibm.json", MADE_BY_THE_HSM).tests(17, 55, KeyVectorsTest::value);
    }

    private static boolean workingKeys(String name, JsonNode in, JsonNode expected) {
        if (in.has("component1")) {
            zoneKey(in, expected);
        } else if (in.has("key")) {
            assertThat(desKey(in.get("key").asText()).kcv(8)).isEqualTo(expected.asText());
        } else {
            CipherKey tmk = desKey(in.get("tmk").asText());
            CipherKey tdk = in.get("tdk").isNull() ? null : desKey(in.get("tdk").asText());
            byte[] f62 = WorkingKeys.seal(
                    tmk, desKey(in.get("pik").asText()), desKey(in.get("mak").asText()), tdk, MakForm.EIGHT);
            assertThat(Hex.of(f62)).isEqualTo(expected.asText());
            assertThat(WorkingKeys.open(tmk, f62, MakForm.EIGHT)).isInstanceOf(WorkingKeys.Good.class);
        }
        return true;
    }

    private static void zoneKey(JsonNode in, JsonNode expected) {
        CipherKey one = desKey(in.get("component1").asText());
        CipherKey two = desKey(in.get("component2").asText());
        assertThat(one.kcv(2)).isEqualTo(expected.get("component1_kcv").asText());
        assertThat(two.kcv(2)).isEqualTo(expected.get("component2_kcv").asText());
        CipherKey zmk = one.xor(two);
        assertThat(Hex.of(zmk.clear())).isEqualTo(expected.get("zmk").asText());
        assertThat(zmk.kcv(8)).isEqualTo(expected.get("zmk_kcv").asText());
        byte[] f62 =
                Hex.bytes(in.get("pik_field").asText() + in.get("mak_field").asText());
        WorkingKeys.Good keys = (WorkingKeys.Good) WorkingKeys.open(zmk, f62, MakForm.SIXTEEN);
        assertThat(Hex.of(keys.pik().clear())).isEqualTo(expected.get("pik").asText());
        assertThat(keys.pik().kcv()).isEqualTo(expected.get("pik_kcv").asText());
        assertThat(Hex.of(keys.mak().clear())).isEqualTo(expected.get("mak").asText());
        assertThat(keys.mak().kcv()).isEqualTo(expected.get("mak_kcv").asText());
    }

    private static boolean chinese(String name, JsonNode in, JsonNode expected) {
        if (in.has("ascii")) {
            byte[] text = in.get("ascii").asText().getBytes(StandardCharsets.US_ASCII);
            assertThat(Hex.of(Sm3.digest(text))).isEqualTo(expected.asText());
            return true;
        }
        if (in.has("tmk")) {
            CipherKey tmk = CipherKey.ofHex(CipherKind.SM4, in.get("tmk").asText());
            CipherKey key = tmk.unwrap(CipherKind.SM4, bytes(in, "encrypted_wk"));
            assertThat(Hex.of(key.clear())).isEqualTo(expected.get("wk").asText());
            assertThat(key.kcv(16)).isEqualTo(expected.get("check_block").asText());
            assertThat(key.kcv(8)).isEqualTo(expected.get("kcv_first_8_bytes").asText());
            return true;
        }
        CipherKey key = CipherKey.ofHex(CipherKind.SM4, in.get("key").asText());
        byte[] block = bytes(in, "plain");
        for (int i = in.path("rounds").asInt(1); i > 0; i--) {
            block = key.encryptEcb(block);
        }
        assertThat(Hex.of(block)).isEqualTo(expected.asText());
        return true;
    }

    private static boolean track(String name, JsonNode in, JsonNode expected) {
        if (in.has("packed2")) {
            CipherKey tdk = desKey(in.get("tdk").asText());
            for (String n : new String[] {"2", "3"}) {
                String packed = in.get("packed" + n).asText();
                String encrypted = TrackCipher.LAST_EIGHT.encrypt(tdk, packed);
                assertThat(encrypted).isEqualTo(expected.get("enc" + n).asText());
                assertThat(encrypted).contains(expected.get("block" + n).asText());
                assertThat(TrackCipher.LAST_EIGHT.decrypt(tdk, encrypted)).isEqualTo(packed);
            }
            return true;
        }
        String track2 = in.get("track2").asText();
        CipherKey tdk = desKey(in.path("tdk").asText("0123456789ABCDEFFEDCBA9876543210"));
        if (in.has("packed")) {
            String block = expected.asText();
            String encrypted = TrackCipher.LAST_EIGHT.encrypt(tdk, track2);
            String plain = in.get("packed").asText();
            int at = plain.lastIndexOf(block);
            assertThat(encrypted.substring(at, at + 16)).isEqualTo(Hex.of(tdk.encryptEcb(Hex.bytes(block))));
            return true;
        }
        String encrypted = TrackCipher.WHOLE_TRACK_F.encrypt(tdk, track2);
        assertThat(encrypted).isEqualTo(expected.get("encrypted").asText());
        assertThat(Hex.of(tdk.decryptEcb(Hex.bytes(encrypted))))
                .isEqualTo(expected.get("padded").asText());
        return true;
    }

    private static boolean value(String name, JsonNode in, JsonNode expected) {
        if (in.path("op").asText().equals("kcv")) {
            String key = in.get("key").asText();
            CipherKey cipher =
                    in.get("alg").asText().equals("AES") ? CipherKey.ofHex(CipherKind.AES, key) : desKey(key);
            assertThat(cipher.kcv(in.get("digits").asInt() / 2))
                    .isEqualTo(expected.get("kcv").asText());
        } else if (in.path("op").asText().equals("visa-decimalise")) {
            assertThat(Pvv.decimalise(in.get("hex").asText(), in.get("digits").asInt()))
                    .isEqualTo(expected.get("digits").asText());
        } else if (expected.has("error")) {
            assertThatThrownBy(() -> pvv(in)).isInstanceOf(IllegalArgumentException.class);
        } else {
            String wanted = expected.path("pvv").asText(expected.asText());
            assertThat(wanted).hasSize(4);
            assertThat(pvv(in)).isEqualTo(wanted);
        }
        return true;
    }

    private static String pvv(JsonNode in) {
        return Pvv.generate(
                desKey(in.get("pvk").asText()),
                in.get("pan").asText(),
                Integer.parseInt(in.get("pvki").asText()),
                in.get("pin").asText());
    }
}
