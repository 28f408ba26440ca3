package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ScriptTest {
    private static final Predicate<IsoMessage> SALES = request -> request.mti().equals("0200");

    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000001");

    @BeforeEach
    void sign_in() {
        terminal.take(bench.ask(terminal.signIn("000001")));
    }

    @Test
    void an_edited_answer_has_a_fresh_mac_and_the_sale_is_booked() {
        arm(new Script.With(answer -> answer.toBuilder().set(38, "ABCDEF").build(), 0));
        IsoMessage answer = bench.ask(terminal.sale("000002", 2500));
        assertThat(answer.text(38)).isEqualTo("ABCDEF");
        assertThat(terminal.believes(answer)).isTrue();
        assertThat(bench.standing()).isEqualTo(Map.of("sale 000002", 1));
        assertThat(bench.ask(terminal.sale("000003", 100)).text(38)).isEqualTo("123456");
    }

    @Test
    void an_ordered_decline_books_nothing_and_can_be_reversed() {
        arm(decline("51", 0));
        IsoMessage answer = bench.ask(terminal.sale("000002", 2500));
        assertThat(answer.text(39)).isEqualTo("51");
        assertThat(terminal.believes(answer)).isTrue();
        assertThat(bench.toSwitch).isEmpty();
        assertThat(bench.ask(terminal.reversal("000002", 2500, "000000", "98")).text(39))
                .isEqualTo("00");
    }

    @Test
    void a_delayed_answer_leaves_when_its_time_has_come() {
        arm(new Script.With(answer -> answer.toBuilder().set(39, "00").build(), 59_000_000_000L));
        bench.send(terminal.sale("000002", 2500));
        bench.pass(58);
        assertThat(bench.answers).hasSize(1);
        bench.pass(1);
        assertThat(bench.answers).hasSize(2);
    }

    @Test
    void a_slow_host_is_slow_with_every_answer() {
        bench.reception().slowDown(2_000_000_000L);
        bench.send(terminal.sale("000002", 2500));
        bench.pass(1);
        assertThat(bench.answers).hasSize(1);
        bench.pass(1);
        assertThat(bench.answers).hasSize(2);
    }

    @Test
    void no_answer_and_raw_bytes_process_nothing() {
        arm(new Script.Nothing());
        assertThat(bench.send(terminal.sale("000002", 2500))).isEqualTo(1);
        arm(new Script.Bytes(new byte[] {0, 1, 2}));
        assertThat(bench.send(terminal.sale("000002", 2500))).isEqualTo(2);
        assertThat(bench.answers.get(1)).containsExactly(0, 1, 2);
        assertThat(bench.toSwitch).isEmpty();
    }

    @Test
    void a_stranger_answers_without_a_good_mac() {
        arm(new Script.Stranger(answer -> answer.toBuilder().set(39, "00").build()));
        IsoMessage answer = bench.ask(terminal.sale("000002", 2500));
        assertThat(answer.text(39)).isEqualTo("00");
        assertThat(answer.has(64)).isTrue();
        assertThat(terminal.believes(answer)).isFalse();
        assertThat(bench.standing()).isEmpty();
    }

    @Test
    void every_armed_script_counts_every_request() {
        int[] seen = {0};
        bench.scripts.arm(new Script(request -> SALES.test(request) && ++seen[0] == 2, true, decline("61", 0)));
        arm(decline("51", 0));
        assertThat(bench.ask(terminal.sale("000002", 100)).text(39)).isEqualTo("51");
        assertThat(bench.ask(terminal.sale("000003", 100)).text(39)).isEqualTo("61");
        assertThat(bench.ask(terminal.sale("000004", 100)).text(39)).isEqualTo("00");
    }

    private static Script.With decline(String code, long delayNanos) {
        return new Script.With(answer -> answer.toBuilder().set(39, code).build(), delayNanos);
    }

    private void arm(Script.Reply reply) {
        bench.scripts.arm(new Script(SALES, true, reply));
    }
}
