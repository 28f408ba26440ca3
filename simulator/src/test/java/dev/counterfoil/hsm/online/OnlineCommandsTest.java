package dev.counterfoil.hsm.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.Padding;
import dev.counterfoil.crypto.asymmetric.TestKeys;
import dev.counterfoil.crypto.keyblock.SealedMasterKey;
import dev.counterfoil.hsm.Handler;
import dev.counterfoil.hsm.HsmEngine;
import dev.counterfoil.hsm.HsmPersonality;
import dev.counterfoil.hsm.HsmRefusal;
import dev.counterfoil.hsm.VariantLmk;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommandFrame;
import dev.counterfoil.protocol.hostcommand.LayoutSettings;
import dev.counterfoil.protocol.hostcommand.Layouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A terminal's part is played here with the public key. */
final class OnlineCommandsTest {
    private static final String SERIAL_NUMBER = "SN00000001";

    private final Random random = new Random(20260316);
    private final HsmEngine engine =
            new HsmEngine(HsmPersonality.payShield10k(), VariantLmk.testSet(), random::nextBytes);

    @BeforeEach
    void hold() {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            engine.hold(index(algorithm), TestKeys.HOST.of(algorithm));
        }
    }

    private static String index(KeyAlgorithm algorithm) {
        return "0" + (algorithm == KeyAlgorithm.RSA ? 1 : 2);
    }

    private static CipherKey transport(KeyAlgorithm algorithm) {
        return CipherKey.ofHex(algorithm.travelling(), "0123456789ABCDEFFEDCBA9876543210");
    }

    private String ask(String command, String body) {
        byte[] answer = engine.execute(new HostCommandFrame("HEAD", command, body).encode());
        return HostCommandFrame.parse(answer, 4).body();
    }

    private String deliver(KeyAlgorithm algorithm, String form, String check, byte[] cipherText, String tmk) {
        Fields fields = Fields.of("index", index(algorithm), "form", form, "check", check)
                .set("cipherText", Hex.of(cipherText))
                .set("serialNumber", SERIAL_NUMBER);
        if (!tmk.isEmpty()) {
            fields.set("tmk", tmk);
        }
        return ask("UQ", Layouts.request("UQ").write(fields));
    }

    private static Fields read(String answer) {
        assertThat(answer).startsWith("00");
        return Layouts.answer("UQ").read(answer.substring(2), new LayoutSettings(32, 5));
    }

    @ParameterizedTest
    @EnumSource
    void a_master_key_comes_under_the_transport_key_and_comes_again(KeyAlgorithm algorithm) {
        CipherKey transport = transport(algorithm);
        for (Padding padding : Padding.values()) {
            boolean sealed = padding == Padding.OAEP;
            byte[] cipherText =
                    TestKeys.HOST.of(algorithm).publicKey().encipher(padding, transport.clear(), random::nextBytes);
            String form = sealed ? "1" : "0";
            Fields first = read(deliver(algorithm, form, transport.kcv(), cipherText, ""));
            Fields again = read(deliver(algorithm, form, transport.kcv(), cipherText, first.text("tmk")));
            for (Fields each : new Fields[] {first, again}) {
                CipherKey master = sealed
                        ? SealedMasterKey.open(transport, each.text("keyBlock"), SERIAL_NUMBER)
                        : SealedMasterKey.openPlain(transport, each.text("keyBlock"));
                assertThat(master).isNotNull();
                assertThat(master.kcv()).isEqualTo(first.text("kcv")).isEqualTo(each.text("kcv"));
            }
            assertThat(again.text("tmk")).isEqualTo(first.text("tmk"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_wrong_with_a_cipher_text_is_answered_alike(KeyAlgorithm algorithm) {
        CipherKey transport = transport(algorithm);
        byte[] good =
                TestKeys.HOST.of(algorithm).publicKey().encipher(Padding.PKCS1, transport.clear(), random::nextBytes);
        byte[] shortKey =
                TestKeys.HOST.of(algorithm).publicKey().encipher(Padding.PKCS1, new byte[8], random::nextBytes);
        byte[] stranger = TestKeys.STRANGER
                .of(algorithm)
                .publicKey()
                .encipher(Padding.PKCS1, transport.clear(), random::nextBytes);
        assertThat(deliver(algorithm, "0", "00000000", good, "")).isEqualTo("01");
        assertThat(deliver(algorithm, "0", transport.kcv(), shortKey, "")).isEqualTo("01");
        assertThat(deliver(algorithm, "0", transport.kcv(), stranger, "")).isEqualTo("01");
        assertThat(deliver(algorithm, "0", transport.kcv(), new byte[0], "")).isEqualTo("01");
    }

    /** Keys as an HSM makes them, which are looked at afterwards. */
    private final class Shown implements OnlineCommands.MasterKeys {
        private final List<CipherKey> drawn = new ArrayList<>();

        @Override
        public CipherKey masterKey(CipherKind kind, String underLmk) {
            return drawn.get(0);
        }

        @Override
        public CipherKey newKey(CipherKind kind) {
            byte[] clear = new byte[16];
            random.nextBytes(clear);
            drawn.add(CipherKey.of(kind, clear));
            return drawn.get(drawn.size() - 1);
        }

        @Override
        public String underLmk(CipherKey masterKey) {
            return "U" + masterKey.kcv();
        }
    }

    @Test
    void a_new_master_key_is_wiped_and_a_refused_cipher_text_draws_none() {
        KeyAlgorithm algorithm = KeyAlgorithm.SM2;
        Shown keys = new Shown();
        Handler deliver = Objects.requireNonNull(
                new OnlineCommands(keys, Map.of(index(algorithm), TestKeys.HOST.of(algorithm)), random::nextBytes)
                        .handlers()
                        .get("UQ"));
        CipherKey transport = transport(algorithm);
        byte[] good =
                TestKeys.HOST.of(algorithm).publicKey().encipher(Padding.PKCS1, transport.clear(), random::nextBytes);
        Fields request = Fields.of("index", index(algorithm), "form", "0", "check", "00000000")
                .set("cipherText", Hex.of(good))
                .set("serialNumber", SERIAL_NUMBER);
        assertThatThrownBy(() -> deliver.handle(request)).isInstanceOf(HsmRefusal.class);
        assertThat(keys.drawn).isEmpty();
        deliver.handle(request.set("check", transport.kcv()));
        assertThat(keys.drawn).hasSize(1).allMatch(CipherKey::erased);
    }

    @Test
    void an_index_without_a_key_and_a_damaged_command_are_refused() {
        assertThat(ask("UO", "07")).isEqualTo("21");
        assertThat(ask("UO", "0")).isEqualTo("15");
        assertThat(ask("UQ", "010")).isEqualTo("15");
        assertThat(ask("UO", "02")).startsWith("00S0082").endsWith("0000");
    }

    @Test
    void no_bytes_stop_the_hsm_or_bring_a_key() {
        CipherKey transport = transport(KeyAlgorithm.SM2);
        byte[] good = TestKeys.HOST
                .of(KeyAlgorithm.SM2)
                .publicKey()
                .encipher(Padding.OAEP, transport.clear(), random::nextBytes);
        for (int round = 0; round < 500; round++) {
            byte[] other = good.clone();
            other[random.nextInt(other.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(deliver(KeyAlgorithm.SM2, "1", transport.kcv(), other, ""))
                    .isEqualTo("01");
            StringBuilder body = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                body.append((char) random.nextInt(256));
            }
            assertThat(ask("UQ", body.toString()).substring(0, 2)).isNotEqualTo("00");
        }
    }
}
