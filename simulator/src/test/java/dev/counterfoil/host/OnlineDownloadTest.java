package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.Padding;
import dev.counterfoil.crypto.asymmetric.PublicKey;
import dev.counterfoil.crypto.asymmetric.TestKeys;
import dev.counterfoil.crypto.keyblock.SealedMasterKey;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A terminal that draws its transport key itself and can lie about everything. */
final class OnlineDownloadTest {
    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000002");
    private final Random random = new Random(20260316);

    @BeforeEach
    void open_a_work_order() {
        bench.engine.hold("01", TestKeys.HOST.of(KeyAlgorithm.RSA));
        bench.engine.hold("02", TestKeys.HOST.of(KeyAlgorithm.SM2));
        bench.reception().setPermit("T2", true);
    }

    private void work(KeyAlgorithm algorithm) {
        bench.policies = bench.policies.with("online.algorithm", algorithm.name());
    }

    private static CipherKey transport(KeyAlgorithm algorithm) {
        return CipherKey.ofHex(algorithm.travelling(), "0123456789ABCDEFFEDCBA9876543210");
    }

    private TerminalEntry entry() {
        return Objects.requireNonNull(bench.books().terminal("10000002"));
    }

    private List<Tlv> tags(KeyAlgorithm algorithm) {
        IsoMessage answer = bench.ask(terminal.plain("0800", "000007", "352"));
        PublicKey host = PublicKey.of(
                algorithm,
                KeyDownload.valueOrNone(answer, OnlineDownload.KEY_VALUE),
                KeyDownload.valueOrNone(answer, OnlineDownload.KEY_EXPONENT));
        CipherKey transport = transport(algorithm);
        byte[] cipherText = Objects.requireNonNull(host).encipher(Padding.PKCS1, transport.clear(), random::nextBytes);
        return new ArrayList<>(List.of(
                Tlv.of(OnlineDownload.CHECK_VALUE, Hex.bytes(transport.kcv())),
                Tlv.of(OnlineDownload.RID, KeyDownload.valueOrNone(answer, OnlineDownload.RID)),
                Tlv.of(OnlineDownload.ENCIPHERED, cipherText),
                Tlv.of(OnlineDownload.KEY_INDEX, KeyDownload.valueOrNone(answer, OnlineDownload.KEY_INDEX))));
    }

    private IsoMessage send(String code, List<Tlv> tags) {
        return bench.ask(terminal.download(code, "000007", tags.toArray(Tlv[]::new)));
    }

    private static CipherKey key(KeyAlgorithm algorithm, IsoMessage answer) {
        OnlineDownload.Delivery delivery = Objects.requireNonNull(OnlineDownload.delivery(answer, false));
        CipherKey key = Objects.requireNonNull(SealedMasterKey.openPlain(transport(algorithm), delivery.key()));
        assertThat(Hex.of(delivery.checkValue())).isEqualTo(key.kcv());
        return key;
    }

    @ParameterizedTest
    @EnumSource
    void a_key_is_pending_until_the_terminal_has_it(KeyAlgorithm algorithm) {
        work(algorithm);
        CipherKey key = key(algorithm, send(OnlineDownload.TRANSPORT_KEY, tags(algorithm)));
        assertThat(entry().pending().checkValue()).isEqualTo(key.kcv());
        assertThat(entry().masterKey().present()).isFalse();
        List<Tlv> stored = List.of(Tlv.of(OnlineDownload.CHECK_VALUE, Hex.bytes(key.kcv())));
        List<Tlv> other = List.of(Tlv.of(OnlineDownload.CHECK_VALUE, new byte[4]));
        assertThat(send(OnlineDownload.STORED, other).text(39)).isEqualTo("D8");
        assertThat(send(OnlineDownload.STORED, stored).text(39)).isEqualTo("00");
        assertThat(entry().masterKey().checkValue()).isEqualTo(key.kcv());
        assertThat(send(OnlineDownload.STORED, stored).text(39)).isEqualTo("00");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_cipher_text_is_given_the_same_key_and_another_one_another(KeyAlgorithm algorithm) {
        work(algorithm);
        List<Tlv> tags = tags(algorithm);
        CipherKey first = key(algorithm, send(OnlineDownload.TRANSPORT_KEY, tags));
        assertThat(key(algorithm, send(OnlineDownload.TRANSPORT_KEY, tags)).kcv())
                .isEqualTo(first.kcv());
        assertThat(key(algorithm, send(OnlineDownload.TRANSPORT_KEY, tags(algorithm)))
                        .kcv())
                .isNotEqualTo(first.kcv());
    }

    @Test
    void no_bytes_in_f62_stop_the_host_or_change_the_key_in_use() {
        work(KeyAlgorithm.SM2);
        byte[] good = Tlv.encode(tags(KeyAlgorithm.SM2));
        for (int round = 0; round < 1_000; round++) {
            byte[] f62 = good.clone();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                f62[random.nextInt(round % 2 == 0 ? f62.length : 20)] = (byte) random.nextInt(256);
            }
            String code = List.of("350", "351", "352").get(random.nextInt(3));
            bench.policies = bench.policies.with(
                    "download.mode", List.of("LITERAL", "HARDENED").get(random.nextInt(2)));
            IsoMessage.Builder message = terminal.message("0800", "000007", "00000001" + code);
            byte[] frame = Bench.POS.pack(message.set(62, f62).build());
            assertThat(bench.ask(frame).text(39)).hasSize(2);
            assertThat(entry().masterKey().present()).isFalse();
        }
    }
}
