package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SettlementTest {
    private static final String NOTHING = "0".repeat(31);

    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000001");

    @BeforeEach
    void sell_two_and_void_one() {
        terminal.take(bench.ask(terminal.signIn("000001")));
        IsoMessage first = bench.ask(terminal.sale("000002", 2500));
        bench.ask(terminal.sale("000003", 3000));
        bench.ask(terminal.takeBack("000004", "000002", first, 2500));
    }

    @Test
    void agreeing_totals_are_answered_1_and_the_end_closes_the_batch() {
        String totals = half(5500, 2, 2500, 1) + NOTHING;
        IsoMessage answer = bench.ask(terminal.settlement("000005", totals));
        assertThat(answer.mti()).isEqualTo("0510");
        assertThat(answer.text(48)).isEqualTo(half(5500, 2, 2500, 1).substring(0, 30) + "1" + "0".repeat(30) + "1");
        assertThat(bench.events(HostEvents.TotalsCompared.class))
                .containsExactly(new HostEvents.TotalsCompared("T1", true, 0));
        assertThat(bench.ask(terminal.upload("000006", "207", "0003")).text(39)).isEqualTo("00");
        assertThat(bench.ask(terminal.sale("000007", 100)).text(39)).isEqualTo("77");
        assertThat(bench.ask(terminal.upload("000006", "207", "0003")).text(39)).isEqualTo("00");
    }

    @Test
    void the_next_sign_in_opens_the_next_batch_with_an_empty_journal() {
        bench.ask(terminal.upload("000006", "207", "0003"));
        bench.restart();
        assertThat(bench.ask(terminal.signIn("000007")).text(60)).isEqualTo("00000002004");
        terminal.batch = "000002";
        IsoMessage answer = bench.ask(terminal.settlement("000008", NOTHING + NOTHING));
        assertThat(answer.text(48)).endsWith("1").hasSize(62);
    }

    @Test
    void differing_totals_are_answered_2_with_the_difference_and_the_details_are_kept() {
        IsoMessage answer = bench.ask(terminal.settlement("000005", half(3000, 1, 0, 0) + NOTHING));
        assertThat(answer.text(48).charAt(30)).isEqualTo('2');
        assertThat(answer.text(48).charAt(61)).isEqualTo('1');
        assertThat(bench.events(HostEvents.TotalsCompared.class))
                .containsExactly(new HostEvents.TotalsCompared("T1", false, 0));
        String detail = "01" + "00" + "000003" + "00006225880112345678" + "000000003000";
        assertThat(bench.ask(terminal.upload("000006", "201", detail)).text(39)).isEqualTo("00");
        assertThat(bench.books().uploads("10000001", "000001")).containsExactly(detail);
        assertThat(bench.ask(terminal.upload("000007", "202", "0001")).text(39)).isEqualTo("00");
    }

    @Test
    void a_forgotten_sale_makes_the_totals_differ_by_its_amount() {
        bench.reception().forget("T1", "000001", "000003");
        bench.ask(terminal.settlement("000005", half(5500, 2, 2500, 1) + NOTHING));
        assertThat(bench.events(HostEvents.TotalsCompared.class))
                .containsExactly(new HostEvents.TotalsCompared("T1", false, -3000));
    }

    @Test
    void another_batch_is_77_and_totals_of_another_length_are_30() {
        assertThat(bench.ask(terminal.settlement("000005", "0".repeat(61))).text(39))
                .isEqualTo("30");
        terminal.batch = "000009";
        assertThat(bench.ask(terminal.settlement("000005", NOTHING + NOTHING)).text(39))
                .isEqualTo("77");
        assertThat(bench.ask(terminal.upload("000006", "207", "0003")).text(39)).isEqualTo("77");
    }

    private static String half(long debit, int debits, long credit, int credits) {
        return String.format(Locale.ROOT, "%012d%03d%012d%03d0", debit, debits, credit, credits);
    }
}
