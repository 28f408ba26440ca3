package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.keyblock.KeyPurpose;
import dev.counterfoil.crypto.keyblock.MasterKeyBlock;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A terminal that holds the card key itself and can lie about everything. */
final class HardenedDownloadTest {
    private static final byte[] R2 = Hex.bytes("8877665544332211");

    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000002");
    private final CipherKey cardKey =
            CipherKey.of(CipherKind.TDES, Bench.CARD_MASTER).diversify(CipherKey.cardData(Bench.CARD));
    private byte[] r1 = Hex.bytes("1122334455667788");
    private byte[] session = {};
    private byte[] r3 = {};

    @BeforeEach
    void open_a_work_order() {
        bench.policies = bench.policies.with("download.mode", "HARDENED");
        bench.reception().setPermit("T2", true);
        bench.events.clear();
    }

    @ParameterizedTest
    @CsvSource({"44", "45"})
    void every_message_and_answer_is_sealed_and_the_key_is_bound_to_the_terminal(String flow) {
        begin(flow, "000007");
        IsoMessage proof = sealed(cardKey, authenticate(flow, "000007"));
        assertThat(KeyDownload.value(proof, KeyDownload.C2))
                .isEqualTo(KeyPurpose.AUTHENTICATION.of(cardKey).encryptEcb(R2));
        IsoMessage delivery = flow.equals("45") ? proof : sealed(cardKey, keyRequest("000007"));
        CipherKey tmk = key(delivery);
        assertThat(Hex.of(value(delivery, KeyDownload.CHECK_VALUE))).isEqualTo(tmk.kcv());
        sealed(tmk, result(flow, "000007", tmk, tmk));
        assertThat(entry().masterKey().checkValue()).isEqualTo(tmk.kcv());
        assertThat(bench.books().permits(entry())).isFalse();
        assertThat(bench.hsmCommands).doesNotContain("U6", "U8", "UA");
    }

    @Test
    void a_repeated_message_of_the_same_download_is_given_the_same_key() {
        begin("44", "000007");
        authenticate("44", "000007");
        CipherKey first = key(keyRequest("000007"));
        assertThat(authenticate("44", "000007").text(39)).isEqualTo("00");
        assertThat(key(keyRequest("000007")).kcv()).isEqualTo(first.kcv());
        assertThat(bench.hsmCommands).containsOnlyOnce("UG").contains("UI");
    }

    @Test
    void a_recorded_message_is_worth_nothing_later() {
        begin("44", "000007");
        byte[] recorded = authentication("44", "000007", r3);
        assertThat(bench.ask(recorded).text(39)).isEqualTo("00");
        begin("44", "000008");
        assertThat(bench.ask(recorded).text(39)).isEqualTo("D7");
        assertThat(authenticate("44", "000008").text(39)).isEqualTo("D7");
        r1 = Hex.bytes("0102030405060708");
        assertThat(authenticate("44", "000008").text(39)).isEqualTo("00");
    }

    @Test
    void a_session_grows_too_old() {
        bench.policies = bench.policies.with("download.sessionLife", "60s");
        begin("44", "000007");
        bench.pass(61);
        assertThat(authenticate("44", "000007").text(39)).isEqualTo("D7");
    }

    @Test
    void another_random_number_of_the_host_is_a_wrong_mac() {
        begin("44", "000007");
        assertThat(bench.ask(authentication("44", "000007", new byte[8])).text(39))
                .isEqualTo("D8");
        assertThat(bench.hsmCommands).doesNotContain("UE", "UG");
    }

    @Test
    void without_a_mac_nothing_goes_on() {
        begin("44", "000007");
        assertThat(ask("441", "000007", proof()).text(39)).isEqualTo("30");
        authenticate("44", "000007");
        assertThat(ask("442", "000007", List.of(sessionTag())).text(39)).isEqualTo("30");
    }

    @Test
    void a_result_is_believed_only_under_the_key_that_it_speaks_of() {
        begin("44", "000007");
        authenticate("44", "000007");
        CipherKey tmk = key(keyRequest("000007"));
        assertThat(result("44", "000007", tmk, cardKey).text(39)).isEqualTo("D8");
        assertThat(entry().masterKey().present()).isFalse();
        bench.restart();
        assertThat(result("44", "000007", tmk, tmk).text(39)).isEqualTo("00");
        assertThat(entry().masterKey().checkValue()).isEqualTo(tmk.kcv());
    }

    /** Every bit of F62 of both sealed requests: refused, by whatever code, and no key is made. */
    @Test
    void no_changed_bit_of_f62_gets_a_key() {
        begin("44", "000007");
        IsoMessage whole = Bench.POS.unpack(authentication("44", "000007", r3));
        byte[] f62 = whole.bytes(62);
        for (int bit = 0; bit < 8 * f62.length; bit++) {
            byte[] changed = f62.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(bench.ask(Bench.POS.pack(
                                    whole.toBuilder().set(62, changed).build()))
                            .text(39))
                    .as("bit " + bit)
                    .isNotEqualTo("00");
            bench.reception().register(ManagerCard.good("manager card M1", Bench.CARD));
        }
        assertThat(bench.hsmCommands).doesNotContain("UG");
    }

    /** What is random is answered with a code, and changes no key. */
    @ParameterizedTest
    @CsvSource({"LITERAL", "HARDENED"})
    void any_bytes_in_f62_are_answered_and_leave_the_keys_alone(String mode) {
        bench.policies = bench.policies.with("download.mode", mode);
        Random random = new Random(20260314);
        TerminalEntry before = entry();
        String[] codes = {"440", "441", "442", "443", "450", "451", "453"};
        for (int i = 0; i < 5_000; i++) {
            List<Tlv> tags = new ArrayList<>();
            for (int tag = 0; tag < random.nextInt(8); tag++) {
                byte[] value = new byte[random.nextInt(20)];
                random.nextBytes(value);
                tags.add(Tlv.of(0xDF41 + random.nextInt(14), value));
            }
            byte[] f62 = Tlv.encode(tags);
            for (int spoilt = 0; f62.length > 0 && spoilt < random.nextInt(3); spoilt++) {
                f62[random.nextInt(f62.length)] = (byte) random.nextInt();
            }
            IsoMessage request = Bench.POS.unpack(terminal.download(codes[random.nextInt(7)], "000007"));
            IsoMessage answer =
                    bench.ask(Bench.POS.pack(request.toBuilder().set(62, f62).build()));
            assertThat(answer.has(39)).isTrue();
        }
        assertThat(entry()).isEqualTo(before);
    }

    private void begin(String flow, String stan) {
        IsoMessage accepted = ask(
                flow + "0",
                stan,
                List.of(
                        Tlv.of(KeyDownload.PROGRAM_VERSION, "310001".getBytes(StandardCharsets.US_ASCII)),
                        Tlv.of(KeyDownload.SERIAL_NUMBER, terminal.serial.getBytes(StandardCharsets.US_ASCII))));
        session = value(accepted, KeyDownload.SESSION_ID);
        r3 = value(accepted, KeyDownload.R3);
        assertThat(r3).hasSize(8);
    }

    private List<Tlv> proof() {
        return List.of(
                sessionTag(),
                Tlv.of(KeyDownload.CARD_NUMBER, KeyDownload.cardNumber(Bench.CARD)),
                Tlv.of(KeyDownload.R1, r1),
                Tlv.of(KeyDownload.R2, R2),
                Tlv.of(KeyDownload.C1, KeyPurpose.AUTHENTICATION.of(cardKey).encryptEcb(r1)));
    }

    private Tlv sessionTag() {
        return Tlv.of(KeyDownload.SESSION_ID, session);
    }

    private IsoMessage authenticate(String flow, String stan) {
        return bench.ask(authentication(flow, stan, r3));
    }

    private byte[] authentication(String flow, String stan, byte[] withR3) {
        return seal(flow + "1", stan, cardKey, withR3, proof());
    }

    private IsoMessage keyRequest(String stan) {
        return bench.ask(seal("442", stan, cardKey, r3, List.of(sessionTag())));
    }

    private IsoMessage result(String flow, String stan, CipherKey stored, CipherKey sealer) {
        return bench.ask(seal(
                flow + "3",
                stan,
                sealer,
                new byte[0],
                List.of(
                        sessionTag(),
                        Tlv.of(KeyDownload.RESULT_CODE, new byte[1]),
                        Tlv.of(KeyDownload.CHECK_VALUE, Hex.bytes(stored.kcv())))));
    }

    private byte[] seal(String code, String stan, CipherKey key, byte[] withR3, List<Tlv> tags) {
        IsoMessage plain = Bench.POS.unpack(terminal.download(code, stan, tags.toArray(new Tlv[0])));
        byte[] mac = KeyPurpose.REQUEST_MAC.mac(key, KeyDownload.covered(plain, terminal.serial, withR3));
        List<Tlv> sealed = new ArrayList<>(tags);
        sealed.add(Tlv.of(KeyDownload.MAC, mac));
        return terminal.download(code, stan, sealed.toArray(new Tlv[0]));
    }

    private IsoMessage ask(String code, String stan, List<Tlv> tags) {
        return bench.ask(terminal.download(code, stan, tags.toArray(new Tlv[0])));
    }

    /** The answer, whose MAC is good. */
    private IsoMessage sealed(CipherKey key, IsoMessage answer) {
        assertThat(answer.text(39)).isEqualTo("00");
        byte[] covered = KeyDownload.covered(answer, terminal.serial, key == cardKey ? r3 : new byte[0]);
        assertThat(KeyDownload.mac(answer)).isEqualTo(KeyPurpose.ANSWER_MAC.mac(key, covered));
        return answer;
    }

    private CipherKey key(IsoMessage delivery) {
        String block = new String(value(delivery, KeyDownload.WRAPPED_KEY), StandardCharsets.US_ASCII);
        return Objects.requireNonNull(MasterKeyBlock.open(cardKey, block, terminal.serial));
    }

    private static byte[] value(IsoMessage message, int tag) {
        return Objects.requireNonNull(KeyDownload.value(message, tag));
    }

    private TerminalEntry entry() {
        return Objects.requireNonNull(bench.books().named("T2"));
    }
}
