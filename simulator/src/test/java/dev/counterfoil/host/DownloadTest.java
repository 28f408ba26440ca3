package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DownloadTest {
    private static final byte[] R1 = Hex.bytes("1122334455667788");
    private static final byte[] R2 = Hex.bytes("8877665544332211");

    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000002");
    private CipherKey cardKey =
            CipherKey.of(CipherKind.TDES, Bench.CARD_MASTER).diversify(CipherKey.cardData(Bench.CARD));

    @BeforeEach
    void open_a_work_order() {
        bench.reception().setPermit("T2", true);
        bench.events.clear();
    }

    @Test
    void four_messages_bring_an_active_key_and_close_the_work_order() {
        CipherKey tmk = key(deliver("000007"));
        assertThat(states()).containsExactly("PENDING");
        IsoMessage noted = conclude("000007", tmk);
        assertThat(noted.text(39)).isEqualTo("00");
        assertThat(states()).containsExactly("PENDING", "ACTIVE");
        assertThat(bench.events(HostEvents.PermitClosed.class)).hasSize(1);
        assertThat(entry().masterKey().checkValue()).isEqualTo(tmk.kcv());
        assertThat(begin("000008").text(39)).isEqualTo("D1");
        terminal.load(tmk);
        terminal.take(bench.ask(terminal.signIn("000009")));
    }

    @Test
    void a_repeated_key_request_of_the_same_download_is_given_the_same_key() {
        CipherKey first = key(deliver("000007"));
        bench.restart();
        CipherKey again = key(deliver("000007"));
        assertThat(again.kcv()).isEqualTo(first.kcv());
        assertThat(bench.hsmCommands).containsOnlyOnce("U8").contains("UA");
        conclude("000007", again);
        assertThat(conclude("000007", again).text(39)).isEqualTo("00");
        assertThat(states()).containsOnlyOnce("ACTIVE");
    }

    @Test
    void another_download_makes_another_key() {
        assertThat(key(deliver("000007")).kcv())
                .isNotEqualTo(key(deliver("000008")).kcv());
    }

    @Test
    void a_result_that_says_failed_leaves_the_key_pending() {
        CipherKey tmk = key(deliver("000007"));
        IsoMessage noted = result("000007", (byte) 1, tmk);
        assertThat(noted.text(39)).isEqualTo("00");
        assertThat(states()).containsExactly("PENDING");
        assertThat(bench.books().permits(entry())).isTrue();
    }

    @Test
    void a_new_master_key_voids_the_working_keys_of_the_old_one() {
        CipherKey tmk = key(deliver("000007"));
        conclude("000007", tmk);
        terminal.load(tmk);
        terminal.take(bench.ask(terminal.signIn("000008")));
        bench.reception().setPermit("T2", true);
        CipherKey next = key(deliver("000009"));
        assertThat(bench.ask(terminal.sale("000010", 100)).text(39)).isEqualTo("00");
        conclude("000009", next);
        assertThat(bench.ask(terminal.sale("000011", 100)).text(39)).isEqualTo("77");
    }

    @Test
    void without_confirmation_the_key_is_switched_at_delivery() {
        bench.policies = bench.policies.with("confirmBeforeSwitch", "false");
        CipherKey tmk = key(deliver("000007"));
        assertThat(entry().masterKey().checkValue()).isEqualTo(tmk.kcv());
        assertThat(conclude("000007", tmk).text(39)).isEqualTo("00");
        assertThat(bench.books().permits(entry())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN,D2", "LOST,D3", "REVOKED,D4", "EXPIRED,D5", "OUT_OF_REGION,D6"})
    void a_card_that_may_not_be_used_is_refused_by_its_cause(ManagerCard.State state, String code) {
        bench.reception()
                .register(ManagerCard.good("manager card M1", Bench.CARD).with(state));
        begin("000007");
        assertThat(authenticate("000007").text(39)).isEqualTo(code);
        assertThat(bench.hsmCommands).isEmpty();
    }

    @Test
    void a_card_with_another_key_is_found_out_and_suspended_at_the_fifth_time() {
        cardKey = CipherKey.of(CipherKind.TDES, Bench.TMK);
        for (int i = 1; i <= 5; i++) {
            begin("00000" + i);
            assertThat(authenticate("00000" + i).text(39)).isEqualTo("D8");
        }
        assertThat(bench.events(HostEvents.CardState.class))
                .containsExactly(new HostEvents.CardState("manager card M1", "suspended"));
        assertThat(authenticate("000006").text(39)).isEqualTo("D4");
        assertThat(request(KeyDownload.KEY_REQUEST, "000006").text(39)).isEqualTo("D7");
        assertThat(states()).isEmpty();
    }

    @Test
    void an_unknown_device_an_old_program_and_a_missing_field_are_told_apart() {
        terminal.serial = "SN666666";
        assertThat(begin("000007").text(39)).isEqualTo("97");
        terminal.serial = Bench.SERIAL;
        bench.policies = bench.policies.with("download.minimumVersion", "900000");
        assertThat(begin("000007").text(39)).isEqualTo("D0");
        bench.policies = HostPolicies.usual();
        begin("000007");
        Tlv[] three = {card(), Tlv.of(KeyDownload.R1, R1), Tlv.of(KeyDownload.R2, R2)};
        assertThat(request(KeyDownload.AUTHENTICATION, "000007", three).text(39))
                .isEqualTo("30");
        bench.reception().register("T2", TerminalEntry.Registration.WITHDRAWN);
        assertThat(begin("000007").text(39)).isEqualTo("58");
    }

    @ParameterizedTest
    @CsvSource({
        "898100000000001, 08:00-18:00, 00",
        "898100000000001, 18:00-08:30, D6",
        "898100000000001, 22:00-08:31, 00",
        "898100000000001, 09:00-18:00, D6",
        "898100000000002, '', D6",
        "898100000000001, '', 00"
    })
    void a_card_outside_its_merchants_or_hours_is_refused_and_suspended(String merchant, String hours, String code) {
        bench.reception()
                .register(ManagerCard.good("manager card M1", Bench.CARD)
                        .only(new ManagerCard.Limits(Set.of(merchant), hours, "")));
        begin("000007");
        assertThat(authenticate("000007").text(39)).isEqualTo(code);
        assertThat(authenticate("000007").text(39)).isEqualTo(code.equals("00") ? "00" : "D4");
        bench.restart();
        assertThat(authenticate("000007").text(39)).isEqualTo(code.equals("00") ? "00" : "D4");
    }

    @Test
    void a_card_that_a_terminal_reports_as_blocked_is_held_as_blocked() {
        assertThat(request(KeyDownload.CARD_REPORT, "000006", card()).text(39)).isEqualTo("00");
        assertThat(bench.events(HostEvents.CardState.class))
                .containsExactly(new HostEvents.CardState("manager card M1", "blocked"));
        begin("000007");
        assertThat(authenticate("000007").text(39)).isEqualTo("D4");
    }

    @Test
    void a_recorded_authentication_passes_a_literal_host() {
        key(deliver("000007"));
        assertThat(authenticate("000007").text(39)).isEqualTo("00");
    }

    @Test
    void a_request_that_comes_again_is_given_the_same_session() {
        byte[] session = value(begin("000007"), KeyDownload.SESSION_ID);
        assertThat(value(begin("000007"), KeyDownload.SESSION_ID)).isEqualTo(session);
        assertThat(value(begin("000008"), KeyDownload.SESSION_ID)).isNotEqualTo(session);
    }

    @Test
    void a_result_with_the_check_value_of_no_key_is_refused() {
        deliver("000007");
        assertThat(conclude("000007", cardKey).text(39)).isEqualTo("D8");
        assertThat(states()).containsExactly("PENDING");
    }

    @Test
    void what_is_no_ber_tlv_is_named_with_its_offset() {
        byte[] cut = {(byte) 0xDF, 0x49, 4, 1};
        IsoMessage request = Bench.POS.unpack(terminal.download(KeyDownload.AUTHENTICATION, "000007"));
        IsoMessage answer =
                bench.ask(Bench.POS.pack(request.toBuilder().set(62, cut).build()));
        assertThat(answer.text(39)).isEqualTo("30");
        assertThat(bench.events(HostEvents.Refused.class).get(0).toString()).contains("F62", "offset");
    }

    private IsoMessage begin(String stan) {
        return request(
                KeyDownload.DOWNLOAD_REQUEST,
                stan,
                Tlv.of(KeyDownload.PROGRAM_VERSION, "310001".getBytes(StandardCharsets.US_ASCII)),
                Tlv.of(KeyDownload.SERIAL_NUMBER, terminal.serial.getBytes(StandardCharsets.US_ASCII)));
    }

    private IsoMessage authenticate(String stan) {
        return request(
                KeyDownload.AUTHENTICATION,
                stan,
                card(),
                Tlv.of(KeyDownload.R1, R1),
                Tlv.of(KeyDownload.R2, R2),
                Tlv.of(KeyDownload.C1, cardKey.encryptEcb(R1)));
    }

    private static Tlv card() {
        return Tlv.of(KeyDownload.CARD_NUMBER, KeyDownload.cardNumber(Bench.CARD));
    }

    private IsoMessage deliver(String stan) {
        assertThat(begin(stan).text(39)).isEqualTo("00");
        IsoMessage second = authenticate(stan);
        assertThat(KeyDownload.value(second, KeyDownload.C2)).isEqualTo(cardKey.encryptEcb(R2));
        return request(KeyDownload.KEY_REQUEST, stan);
    }

    private CipherKey key(IsoMessage delivery) {
        CipherKey key = cardKey.unwrap(CipherKind.TDES, value(delivery, KeyDownload.WRAPPED_KEY));
        assertThat(Hex.of(value(delivery, KeyDownload.CHECK_VALUE))).isEqualTo(key.kcv());
        return key;
    }

    private IsoMessage conclude(String stan, CipherKey stored) {
        return result(stan, (byte) 0, stored);
    }

    private IsoMessage result(String stan, byte code, CipherKey stored) {
        return request(
                KeyDownload.RESULT,
                stan,
                Tlv.of(KeyDownload.RESULT_CODE, new byte[] {code}),
                Tlv.of(KeyDownload.CHECK_VALUE, Hex.bytes(stored.kcv())));
    }

    private IsoMessage request(String step, String stan, Tlv... tags) {
        return bench.ask(terminal.download(step, stan, tags));
    }

    private static byte[] value(IsoMessage message, int tag) {
        return Objects.requireNonNull(KeyDownload.value(message, tag));
    }

    private TerminalEntry entry() {
        return Objects.requireNonNull(bench.books().named("T2"));
    }

    private List<String> states() {
        return bench.events(KeyLife.class).stream()
                .filter(e -> e.owner().equals("T2") && e.key().equals("master key"))
                .map(KeyLife::state)
                .toList();
    }
}
