package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.Padding;
import dev.counterfoil.crypto.asymmetric.PublicKey;
import dev.counterfoil.crypto.asymmetric.TestKeys;
import dev.counterfoil.crypto.keyblock.KeyPurpose;
import dev.counterfoil.crypto.keyblock.SealedMasterKey;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A terminal that draws its transport key itself and can lie about everything. */
final class OnlineDeskTest {
    private static final String DEVICE = "PP000002";
    private static final CipherKey CHIP_KEY = CipherKey.ofHex(CipherKind.TDES, "97ABBF25E0C8D3F41902314358607B8C");

    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000002");
    private final Random random = new Random(20260316);
    private byte[] r3 = {};

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
        return tags(algorithm, query("000007"), Padding.PKCS1);
    }

    private IsoMessage query(String stan) {
        return bench.ask(terminal.plain("0800", stan, "352"));
    }

    private List<Tlv> tags(KeyAlgorithm algorithm, IsoMessage answer, Padding padding) {
        PublicKey host = PublicKey.of(
                algorithm,
                KeyDownload.valueOrNone(answer, OnlineDownload.KEY_VALUE),
                KeyDownload.valueOrNone(answer, OnlineDownload.KEY_EXPONENT));
        CipherKey transport = transport(algorithm);
        byte[] cipherText = Objects.requireNonNull(host).encipher(padding, transport.clear(), random::nextBytes);
        return new ArrayList<>(List.of(
                Tlv.of(OnlineDownload.CHECK_VALUE, Hex.bytes(transport.kcv())),
                Tlv.of(OnlineDownload.RID, KeyDownload.valueOrNone(answer, OnlineDownload.RID)),
                Tlv.of(OnlineDownload.ENCIPHERED, cipherText),
                Tlv.of(OnlineDownload.KEY_INDEX, KeyDownload.valueOrNone(answer, OnlineDownload.KEY_INDEX))));
    }

    private void harden() {
        bench.policies = bench.policies.with("download.mode", "HARDENED");
        String underLmk = bench.engine.formKey("002", List.of(CHIP_KEY.clear()));
        bench.reception().provision("10000002", DEVICE, new TerminalEntry.MasterKey(underLmk, CHIP_KEY.kcv()));
    }

    /** A 350 as the pad seals it, with the random number that the host has given for its trace number. */
    private byte[] sealed(KeyAlgorithm algorithm, String stan) {
        IsoMessage answer = query(stan);
        r3 = KeyDownload.valueOrNone(answer, KeyDownload.R3);
        List<Tlv> tags = tags(algorithm, answer, Padding.OAEP);
        tags.add(Tlv.of(KeyDownload.SERIAL_NUMBER, DEVICE.getBytes(StandardCharsets.US_ASCII)));
        return sealed("350", stan, CHIP_KEY, DEVICE, r3, tags);
    }

    private byte[] stored(String stan, CipherKey key) {
        List<Tlv> tags = List.of(Tlv.of(OnlineDownload.CHECK_VALUE, Hex.bytes(key.kcv())));
        return sealed("351", stan, key, terminal.serial, new byte[0], tags);
    }

    private byte[] sealed(String code, String stan, CipherKey key, String owner, byte[] withR3, List<Tlv> tags) {
        IsoMessage plain = Bench.POS.unpack(terminal.download(code, stan, tags.toArray(Tlv[]::new)));
        List<Tlv> all = new ArrayList<>(tags);
        all.add(Tlv.of(KeyDownload.MAC, KeyPurpose.REQUEST_MAC.mac(key, KeyDownload.covered(plain, owner, withR3))));
        return terminal.download(code, stan, all.toArray(Tlv[]::new));
    }

    /** The key in an answer that its MAC shows to be this host's, for this download. */
    private CipherKey sealedKey(KeyAlgorithm algorithm, IsoMessage answer) {
        assertThat(answer.text(39)).isEqualTo("00");
        assertThat(KeyDownload.mac(answer))
                .isEqualTo(KeyPurpose.ANSWER_MAC.mac(CHIP_KEY, KeyDownload.covered(answer, DEVICE, r3)));
        OnlineDownload.Delivery delivery = Objects.requireNonNull(OnlineDownload.delivery(answer, true));
        return Objects.requireNonNull(SealedMasterKey.open(transport(algorithm), delivery.key(), terminal.serial));
    }

    private IsoMessage last() {
        return Bench.POS.unpack(bench.answers.get(bench.answers.size() - 1));
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

    @ParameterizedTest
    @EnumSource
    void a_hardened_key_comes_to_its_own_pad_under_a_number_of_the_host(KeyAlgorithm algorithm) {
        work(algorithm);
        harden();
        byte[] request = sealed(algorithm, "000007");
        assertThat(r3).hasSize(8);
        CipherKey key = sealedKey(algorithm, bench.ask(request));
        assertThat(sealedKey(algorithm, bench.ask(request)).kcv()).isEqualTo(key.kcv());
        assertThat(entry().pending().checkValue()).isEqualTo(key.kcv());
        IsoMessage noted = bench.ask(stored("000007", key));
        assertThat(KeyDownload.mac(noted))
                .isEqualTo(KeyPurpose.ANSWER_MAC.mac(key, KeyDownload.covered(noted, terminal.serial, new byte[0])));
        assertThat(entry().masterKey().checkValue()).isEqualTo(key.kcv());
    }

    @Test
    void a_recorded_transport_key_is_worth_nothing_later() {
        harden();
        byte[] recorded = sealed(KeyAlgorithm.RSA, "000007");
        CipherKey key = sealedKey(KeyAlgorithm.RSA, bench.ask(recorded));
        bench.ask(stored("000007", key));
        assertThat(bench.ask(recorded).text(39)).isEqualTo("D1");
        bench.reception().setPermit("T2", true);
        assertThat(bench.ask(recorded).text(39)).isEqualTo("D7");
        query("000007");
        assertThat(bench.ask(recorded).text(39)).isEqualTo("D8");
        query("000008");
        assertThat(bench.ask(recorded).text(39)).isEqualTo("D7");
        assertThat(entry().pending().present()).isFalse();
        assertThat(bench.hsmCommands).containsOnlyOnce("UQ");
    }

    @Test
    void a_query_grows_too_old() {
        harden();
        byte[] request = sealed(KeyAlgorithm.RSA, "000007");
        bench.pass(201);
        assertThat(bench.ask(request).text(39)).isEqualTo("D7");
    }

    @Test
    void a_copy_that_comes_while_the_first_is_worked_on_is_given_the_same_key() {
        harden();
        byte[] request = sealed(KeyAlgorithm.RSA, "000007");
        bench.hand(request);
        bench.step();
        bench.hand(request);
        bench.settle();
        CipherKey key = sealedKey(KeyAlgorithm.RSA, last());
        assertThat(entry().pending().checkValue()).isEqualTo(key.kcv());
        assertThat(bench.answers.stream()
                        .map(Bench.POS::unpack)
                        .filter(answer -> KeyDownload.step(answer).equals("350"))
                        .map(answer -> sealedKey(KeyAlgorithm.RSA, answer).kcv()))
                .hasSize(2)
                .containsOnly(key.kcv());
    }

    @Test
    void a_copy_that_has_waited_until_the_order_was_closed_makes_no_key() {
        harden();
        byte[] request = sealed(KeyAlgorithm.RSA, "000007");
        CipherKey key = sealedKey(KeyAlgorithm.RSA, bench.ask(request));
        bench.hand(stored("000007", key));
        bench.hand(request);
        bench.settle();
        assertThat(entry().masterKey().checkValue()).isEqualTo(key.kcv());
        assertThat(entry().pending().present()).isFalse();
    }

    @Test
    void a_key_that_another_one_has_replaced_meanwhile_is_not_put_in_place() {
        harden();
        CipherKey key = sealedKey(KeyAlgorithm.RSA, bench.ask(sealed(KeyAlgorithm.RSA, "000007")));
        bench.hand(sealed(KeyAlgorithm.RSA, "000008"));
        bench.step();
        bench.hand(stored("000007", key));
        bench.settle();
        assertThat(entry().pending().checkValue()).isNotEqualTo(key.kcv());
        assertThat(entry().masterKey().present()).isFalse();
    }

    @Test
    void what_else_changes_in_the_table_meanwhile_stays() {
        harden();
        bench.hand(sealed(KeyAlgorithm.RSA, "000007"));
        bench.step();
        bench.reception().register("T2", TerminalEntry.Registration.DISABLED);
        bench.settle();
        assertThat(entry().registration()).isEqualTo(TerminalEntry.Registration.DISABLED);
        assertThat(entry().pending().present()).isTrue();
    }

    /** From every good message in turn, in both modes, with a key in use that must stay. */
    @ParameterizedTest
    @CsvSource({"LITERAL", "HARDENED"})
    void no_bytes_in_f62_stop_the_host_or_change_the_key_in_use(String mode) {
        work(KeyAlgorithm.SM2);
        harden();
        CipherKey inUse = sealedKey(KeyAlgorithm.SM2, bench.ask(sealed(KeyAlgorithm.SM2, "000006")));
        bench.ask(stored("000006", inUse));
        bench.policies = bench.policies.with("download.mode", mode);
        bench.reception().setPermit("T2", true);
        CipherKey other = CipherKey.ofHex(CipherKind.SM4, "00112233445566778899AABBCCDDEEFF");
        List<byte[]> good = List.of(
                mode.equals("HARDENED")
                        ? sealed(KeyAlgorithm.SM2, "000007")
                        : terminal.download(
                                "350", "000007", tags(KeyAlgorithm.SM2).toArray(Tlv[]::new)),
                stored("000007", other));
        for (int round = 0; round < 1_000; round++) {
            IsoMessage whole = Bench.POS.unpack(good.get(round % 2));
            byte[] f62 = whole.bytes(62).clone();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                f62[random.nextInt(f62.length)] ^= (byte) (1 + random.nextInt(255));
            }
            IsoMessage answer =
                    bench.ask(Bench.POS.pack(whole.toBuilder().set(62, f62).build()));
            assertThat(answer.text(39)).hasSize(2);
            assertThat(entry().masterKey().checkValue()).isEqualTo(inUse.kcv());
            if (mode.equals("HARDENED")) {
                assertThat(answer.text(39)).isNotEqualTo("00");
                assertThat(entry().pending().present()).isFalse();
            }
        }
    }
}
