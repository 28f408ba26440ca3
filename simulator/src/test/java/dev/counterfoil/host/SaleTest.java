package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.store.Moment;
import dev.counterfoil.store.RecordKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SaleTest {
    private static final String MERCHANT = Ledger.merchant("898100000000001");

    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000001");

    @BeforeEach
    void sign_in() {
        terminal.take(bench.ask(terminal.signIn("000001")));
        bench.events.clear();
        bench.hsmCommands.clear();
    }

    @AfterEach
    void the_ledger_is_balanced() {
        assertThat(bench.books().ledger().sum()).isZero();
    }

    @Test
    void an_approved_sale_is_booked_once_and_answered_with_a_good_mac() {
        IsoMessage answer = bench.ask(terminal.sale("000002", 2500));
        assertThat(answer.mti()).isEqualTo("0210");
        assertThat(answer.text(39)).isEqualTo("00");
        assertThat(answer.text(38)).isEqualTo("123456");
        assertThat(answer.text(11)).isEqualTo("000002");
        assertThat(answer.text(12)).isEqualTo("083000");
        assertThat(answer.text(13)).isEqualTo("0314");
        assertThat(terminal.believes(answer)).isTrue();
        assertThat(bench.standing()).isEqualTo(Map.of("sale 000002", 1));
        assertThat(bench.books().ledger().owed(MERCHANT)).isEqualTo(2500);
        assertThat(bench.books().ledger().owed(Ledger.ISSUERS)).isEqualTo(-2500);
        assertThat(bench.hsmCommands).containsExactly("U2", "UC", "CA", "M6", "M8", "U0");
    }

    @Test
    void the_switch_is_told_card_and_translated_pin_under_numbers_of_the_hosts_own() {
        byte[] sale = terminal.sale("000002", 2500);
        bench.ask(sale);
        IsoMessage request = bench.toSwitch.get(0);
        assertThat(request.mti()).isEqualTo("0200");
        assertThat(request.text(2)).isEqualTo(TestTerminal.PAN);
        assertThat(request.text(14)).isEqualTo("3012");
        assertThat(request.has(35)).isFalse();
        assertThat(request.text(52)).isNotEqualTo(Bench.POS.unpack(sale).text(52));
        assertThat(request.text(64)).isNotEqualTo(Bench.POS.unpack(sale).text(64));
        assertThat(request.text(37)).startsWith("607308").endsWith(request.text(11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"51", "55", "75", "14", "41", "43", "54", "61", "62"})
    void a_decline_of_the_issuer_is_passed_on_with_a_mac_and_books_nothing(String code) {
        bench.network = request -> bench.answerWith(request, code);
        IsoMessage answer = bench.ask(terminal.sale("000002", 2500));
        assertThat(answer.text(39)).isEqualTo(code);
        assertThat(terminal.believes(answer)).isTrue();
        assertThat(bench.standing()).isEmpty();
        assertThat(bench.toSwitch).hasSize(1);
    }

    @Test
    void without_an_hsm_nothing_is_sent_and_96_is_answered_without_a_mac() {
        bench.hsmUp = false;
        assertThat(bench.send(terminal.sale("000002", 2500))).isEqualTo(1);
        bench.pass(5);
        IsoMessage answer = last();
        assertThat(answer.text(39)).isEqualTo("96");
        assertThat(answer.has(64)).isFalse();
        assertThat(bench.toSwitch).isEmpty();
        bench.hsmUp = true;
        assertThat(bench.ask(terminal.sale("000003", 1000)).text(39)).isEqualTo("00");
    }

    @Test
    void a_silent_switch_is_91_and_the_issuer_is_told_to_take_it_back_until_it_answers() {
        bench.network = request -> null;
        bench.send(terminal.sale("000002", 2500));
        bench.pass(20);
        assertThat(last().text(39)).isEqualTo("91");
        assertThat(bench.toSwitch).extracting(IsoMessage::mti).containsExactly("0200", "0400");
        bench.pass(20);
        bench.network = bench::approve;
        bench.pass(60);
        assertThat(bench.toSwitch).extracting(IsoMessage::mti).containsExactly("0200", "0400", "0400");
        assertThat(bench.toSwitch.get(2).text(37))
                .isEqualTo(bench.toSwitch.get(0).text(37));
        bench.pass(600);
        assertThat(bench.toSwitch).hasSize(3);
        assertThat(bench.standing()).isEmpty();
    }

    @Test
    void an_approval_of_the_switch_with_a_wrong_mac_is_not_believed() {
        bench.network = request -> request.mti().equals("0200")
                ? bench.approve(request).toBuilder().set(38, "999999").build()
                : bench.approve(request);
        IsoMessage answer = bench.ask(terminal.sale("000002", 2500));
        assertThat(answer.text(39)).isEqualTo("96");
        assertThat(bench.standing()).isEmpty();
        assertThat(bench.toSwitch).extracting(IsoMessage::mti).containsExactly("0200", "0400");
    }

    @Test
    void an_altered_amount_fails_the_mac_check() {
        byte[] sale = terminal.sale("000002", 2500);
        byte[] altered = Bench.POS.pack(
                Bench.POS.unpack(sale).toBuilder().set(4, "000000000001").build());
        IsoMessage answer = bench.ask(altered);
        assertThat(answer.text(39)).isEqualTo("A0");
        assertThat(answer.has(64)).isFalse();
        assertThat(bench.toSwitch).isEmpty();
        assertThat(bench.ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("00");
    }

    @Test
    void a_message_under_the_keys_before_the_last_sign_in_is_refused() {
        byte[] sale = terminal.sale("000002", 2500);
        bench.ask(terminal.signIn("000003"));
        assertThat(bench.ask(sale).text(39)).isEqualTo("A0");
    }

    @Test
    void a_good_mac_from_another_device_is_58() {
        terminal.serial = "SN999999";
        assertThat(bench.ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("58");
        bench.policies = bench.policies.with("checkSerialNumber", "false");
        assertThat(bench.ask(terminal.sale("000003", 2500)).text(39)).isEqualTo("00");
    }

    @Test
    void a_terminal_that_is_not_in_service_is_97() {
        bench.reception().register("T1", Registration.DISABLED);
        assertThat(bench.ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("97");
        bench.reception().register("T1", Registration.UNKNOWN);
        assertThat(bench.ask(terminal.sale("000003", 2500)).text(39)).isEqualTo("97");
        assertThat(bench.hsmCommands).isEmpty();
    }

    @Test
    void another_batch_is_77() {
        terminal.batch = "000009";
        assertThat(bench.ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("77");
    }

    @Test
    void a_used_trace_number_is_94_unless_the_host_is_weak() {
        bench.ask(terminal.sale("000002", 2500));
        assertThat(bench.ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("94");
        assertThat(bench.standing()).isEqualTo(Map.of("sale 000002", 1));
        bench.policies = bench.policies.with("checkTraceNumber", "false");
        assertThat(bench.ask(terminal.sale("000002", 2500)).text(39)).isEqualTo("00");
        assertThat(bench.books().ledger().owed(MERCHANT)).isEqualTo(5000);
    }

    @Test
    void a_request_that_comes_twice_while_it_is_worked_on_is_answered_once() {
        byte[] sale = terminal.sale("000002", 2500);
        bench.network = request -> null;
        bench.send(sale);
        bench.send(sale);
        bench.fromSwitch(bench.approve(bench.toSwitch.get(0)));
        assertThat(bench.answers).hasSize(2);
        assertThat(last().text(39)).isEqualTo("00");
    }

    @Test
    void missing_fields_are_30() {
        IsoMessage sale = Bench.POS.unpack(terminal.sale("000002", 2500));
        byte[] lacking = Bench.POS.pack(sale.toBuilder().clear(22).build());
        assertThat(bench.ask(lacking).text(39)).isEqualTo("30");
    }

    @Test
    void a_pin_block_under_another_key_is_99() {
        TestTerminal other = new TestTerminal("10000001");
        other.mak = terminal.mak;
        byte[] sale = terminal.sealed(Bench.POS.unpack(terminal.sale("000002", 2500)).toBuilder()
                .set(52, Bench.POS.unpack(other.sale("000002", 2500)).bytes(52)));
        assertThat(bench.ask(sale).text(39)).isEqualTo("99");
        assertThat(bench.toSwitch).isEmpty();
    }

    @Test
    void a_balance_inquiry_brings_f54_and_books_nothing() {
        bench.network = request -> bench.answerWith(request, "00", answer -> answer.set(54, "1002156C000000010000"));
        IsoMessage answer = bench.ask(terminal.balance("000002"));
        assertThat(answer.text(39)).isEqualTo("00");
        assertThat(answer.text(54)).isEqualTo("1002156C000000010000");
        assertThat(answer.has(4)).isFalse();
        assertThat(bench.standing()).isEmpty();
        assertThat(bench.books().ledger().owed(MERCHANT)).isZero();
    }

    @Test
    void what_is_not_supported_is_40_and_what_is_no_message_is_left_alone() {
        assertThat(bench.ask(terminal.plain("0820", "000002", "999")).text(39)).isEqualTo("40");
        int before = bench.answers.size();
        bench.send(new byte[] {0, 3, 1, 2, 3});
        assertThat(bench.answers).hasSize(before);
        assertThat(bench.events(HostEvents.Refused.class)).hasSize(2);
    }

    @Test
    void an_echo_is_answered_and_a_sign_off_voids_the_keys() {
        assertThat(bench.ask(terminal.plain("0820", "000002", "301")).text(39)).isEqualTo("00");
        assertThat(bench.ask(terminal.plain("0820", "000003", "002")).text(39)).isEqualTo("00");
        assertThat(bench.events(KeyLife.class)).extracting(KeyLife::state).containsOnly("REVOKED");
        assertThat(bench.ask(terminal.sale("000004", 2500)).text(39)).isEqualTo("77");
    }

    @Test
    void a_power_cut_between_ledger_and_answer_is_put_right_by_the_reversal() {
        bench.store.crashAt(RecordKind.LEDGER_ENTRY, Moment.WRITTEN, () -> {});
        bench.send(terminal.sale("000002", 2500));
        assertThat(bench.answers).hasSize(1);
        bench.restart();
        assertThat(bench.books().ledger().owed(MERCHANT)).isEqualTo(2500);
        assertThat(bench.ask(terminal.reversal("000002", 2500, "000000", "98")).text(39))
                .isEqualTo("00");
        assertThat(bench.books().ledger().owed(MERCHANT)).isZero();
        assertThat(bench.toSwitch).extracting(IsoMessage::mti).containsExactly("0200", "0400");
    }

    @Test
    void nothing_secret_is_printed() {
        assertThat(CipherKey.of(CipherKind.TDES, Bench.TMK).toString()).doesNotContain("2A4A");
        List<String> printed =
                bench.books().terminals().stream().map(TerminalEntry::toString).toList();
        assertThat(printed).noneMatch(text -> text.contains(bench.tmkUnderLmk()));
    }

    private IsoMessage last() {
        return Bench.POS.unpack(bench.answers.get(bench.answers.size() - 1));
    }
}
