package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.store.Moment;
import dev.counterfoil.store.RecordKind;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReversalTest {
    private static final String MERCHANT = Ledger.merchant("898100000000001");

    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000001");

    @BeforeEach
    void sign_in() {
        terminal.take(bench.ask(terminal.signIn("000001")));
        bench.events.clear();
    }

    @AfterEach
    void the_ledger_is_balanced() {
        assertThat(bench.books().ledger().sum()).isZero();
    }

    @Test
    void a_reversal_takes_the_sale_back_here_and_at_the_issuer() {
        bench.ask(terminal.sale("000002", 2500));
        IsoMessage answer = bench.ask(terminal.reversal("000002", 2500, "000000", "98"));
        assertThat(answer.mti()).isEqualTo("0410");
        assertThat(answer.text(39)).isEqualTo("00");
        assertThat(terminal.believes(answer)).isTrue();
        assertThat(bench.standing()).isEmpty();
        assertThat(owed()).isZero();
        assertThat(bench.toSwitch).extracting(IsoMessage::mti).containsExactly("0200", "0400");
        assertThat(bench.toSwitch.get(1).text(37))
                .isEqualTo(bench.toSwitch.get(0).text(37));
        assertThat(bench.events(HostEvents.Unposted.class))
                .singleElement()
                .extracting(HostEvents.Unposted::by)
                .isEqualTo("reversal 000002");
    }

    @Test
    void a_repeated_reversal_is_acknowledged_again_and_changes_nothing() {
        bench.ask(terminal.sale("000002", 2500));
        for (int i = 0; i < 3; i++) {
            IsoMessage answer = bench.ask(terminal.reversal("000002", 2500, "000000", "98"));
            assertThat(answer.text(39)).isEqualTo("00");
        }
        assertThat(bench.events(HostEvents.Unposted.class)).hasSize(1);
        assertThat(bench.toSwitch).hasSize(2);
        assertThat(owed()).isZero();
    }

    @Test
    void an_unknown_original_is_25_and_another_amount_is_64() {
        assertThat(code(terminal.reversal("000002", 2500, "000000", "98"))).isEqualTo("25");
        bench.ask(terminal.sale("000003", 2500));
        assertThat(code(terminal.reversal("000003", 2501, "000000", "98"))).isEqualTo("64");
        assertThat(owed()).isEqualTo(2500);
    }

    @Test
    void a_sale_that_comes_after_its_own_reversal_is_refused() {
        assertThat(code(terminal.reversal("000002", 2500, "000000", "98"))).isEqualTo("25");
        assertThat(code(terminal.sale("000002", 2500))).isEqualTo("94");
        assertThat(code(terminal.reversal("000002", 2500, "000000", "98"))).isEqualTo("25");
        assertThat(bench.toSwitch).isEmpty();
        assertThat(owed()).isZero();
    }

    @Test
    void a_declined_sale_can_be_reversed_without_a_word_to_the_issuer() {
        bench.network = request -> bench.answerWith(request, "51");
        bench.ask(terminal.sale("000002", 2500));
        assertThat(code(terminal.reversal("000002", 2500, "000000", "98"))).isEqualTo("00");
        assertThat(bench.toSwitch).hasSize(1);
    }

    @Test
    void a_sale_still_under_way_is_marked_and_undone_when_the_issuer_answers() {
        bench.network = request -> request.mti().equals("0200") ? null : bench.approve(request);
        bench.send(terminal.sale("000002", 2500));
        assertThat(code(terminal.reversal("000002", 2500, "000000", "98"))).isEqualTo("00");
        bench.fromSwitch(bench.approve(bench.toSwitch.get(0)));
        assertThat(bench.standing()).isEmpty();
        assertThat(bench.events(HostEvents.Posted.class)).isEmpty();
        assertThat(bench.toSwitch).extracting(IsoMessage::mti).containsExactly("0200", "0400");
        assertThat(bench.answers).hasSize(2);
    }

    @Test
    void when_the_issuer_cannot_be_reached_the_terminal_is_answered_and_the_host_goes_on_trying() {
        bench.ask(terminal.sale("000002", 2500));
        bench.network = request -> null;
        int before = bench.send(terminal.reversal("000002", 2500, "000000", "98"));
        bench.pass(20);
        assertThat(bench.answers).hasSize(before + 1);
        assertThat(owed()).isZero();
        bench.restart();
        bench.network = bench::approve;
        bench.pass(80);
        assertThat(bench.toSwitch).extracting(IsoMessage::mti).containsExactly("0200", "0400", "0400", "0400");
        bench.pass(1000);
        assertThat(bench.toSwitch).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void wherever_the_power_fails_in_booking_a_reversal_leaves_nothing(Moment moment) {
        int stan = 2;
        for (RecordKind kind : new RecordKind[] {RecordKind.TRANSACTION, RecordKind.LEDGER_ENTRY}) {
            String trace = String.format(Locale.ROOT, "%06d", ++stan);
            boolean[] cut = {false};
            bench.store.crashAt(kind, moment, () -> cut[0] = true);
            bench.send(terminal.sale(trace, 2500));
            assertThat(cut[0]).isTrue();
            bench.restart();
            assertThat(code(terminal.reversal(trace, 2500, "000000", "98"))).isIn("00", "25");
            assertThat(owed()).isZero();
        }
    }

    @Test
    void a_void_gives_the_money_back_once() {
        IsoMessage sale = bench.ask(terminal.sale("000002", 2500));
        IsoMessage answer = bench.ask(terminal.takeBack("000003", "000002", sale, 2500));
        assertThat(answer.text(39)).isEqualTo("00");
        assertThat(bench.standing()).isEqualTo(Map.of("void 000003", 1));
        assertThat(owed()).isZero();
        assertThat(bench.toSwitch.get(1).text(3)).isEqualTo("200000");
        assertThat(bench.toSwitch.get(1).text(61)).isEqualTo(sale.text(37));
        assertThat(code(terminal.takeBack("000004", "000002", sale, 2500))).isEqualTo("12");
        assertThat(owed()).isZero();
    }

    @Test
    void a_void_wants_the_same_batch_amount_and_reference() {
        IsoMessage sale = bench.ask(terminal.sale("000002", 2500));
        assertThat(code(terminal.takeBack("000003", "000009", sale, 2500))).isEqualTo("25");
        assertThat(code(terminal.takeBack("000004", "000002", sale, 2400))).isEqualTo("12");
        IsoMessage other = sale.toBuilder().set(37, "000000000000").build();
        assertThat(code(terminal.takeBack("000005", "000002", other, 2500))).isEqualTo("25");
        assertThat(bench.toSwitch).hasSize(1);
        assertThat(bench.standing()).isEqualTo(Map.of("sale 000002", 1));
    }

    @Test
    void a_reversed_void_lets_the_sale_stand_again() {
        IsoMessage sale = bench.ask(terminal.sale("000002", 2500));
        bench.ask(terminal.takeBack("000003", "000002", sale, 2500));
        assertThat(code(terminal.reversal("000003", 2500, "200000", "98"))).isEqualTo("00");
        assertThat(bench.standing()).isEqualTo(Map.of("sale 000002", 1));
        assertThat(owed()).isEqualTo(2500);
        assertThat(code(terminal.takeBack("000004", "000002", sale, 2500))).isEqualTo("00");
        assertThat(owed()).isZero();
    }

    @Test
    void a_host_without_mac_and_serial_checks_pays_a_clone() {
        IsoMessage sale = bench.ask(terminal.sale("000002", 2500));
        TestTerminal clone = new TestTerminal("10000001");
        clone.serial = "SN666666";
        byte[] theft = clone.takeBack("000100", "000002", sale, 2500);
        assertThat(code(theft)).isEqualTo("A0");
        assertThat(bench.standing()).isEqualTo(Map.of("sale 000002", 1));
        bench.policies = bench.policies.with("checkMac", "false").with("checkSerialNumber", "false");
        assertThat(code(theft)).isEqualTo("00");
        assertThat(owed()).isZero();
    }

    private String code(byte[] request) {
        return bench.ask(request).text(39);
    }

    private long owed() {
        return bench.books().ledger().owed(MERCHANT);
    }
}
