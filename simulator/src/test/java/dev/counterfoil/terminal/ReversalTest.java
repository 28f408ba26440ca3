package dev.counterfoil.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.store.RecordKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReversalTest {
    private Rig rig = Rig.signedIn();

    @Test
    void a_reversal_goes_before_the_next_transaction_and_has_the_fields_of_its_list() {
        rig.sell("2500").timeUp().sell("1000");

        IsoMessage reversal = rig.last();
        assertThat(rig.types()).containsExactly("0200", "0400");
        assertThat(SaleTest.fields(reversal)).containsExactly(2, 3, 4, 11, 22, 25, 39, 41, 42, 49, 59, 60, 61, 64);
        assertThat(reversal.text(11)).isEqualTo("000001");
        assertThat(reversal.text(39)).isEqualTo("98");
        assertThat(reversal.text(61)).isEqualTo("0001230000010314");
        assertThat(reversal.text(60)).isEqualTo(rig.sent.get(0).text(60));

        rig.answer("00");
        assertThat(rig.types()).containsExactly("0200", "0400", "0200");
        assertThat(rig.last().text(11)).isEqualTo("000002");
        assertThat(rig.events(TerminalEvents.Reversed.class)).containsExactly(new TerminalEvents.Reversed(1, "000001"));
        rig.answer("00");
        assertThat(rig.store.names(RecordKind.REVERSAL)).isEmpty();
        assertThat(rig.store.names(RecordKind.TRANSACTION)).containsExactly("000002");
    }

    @Test
    void a_reversal_is_repeated_with_the_same_bytes_and_blocks_after_three_tries() {
        rig.sell("2500").timeUp().sell("1000").timeUp().timeUp().timeUp();

        assertThat(rig.types()).containsExactly("0200", "0400", "0400", "0400");
        assertThat(rig.frames.get(2)).isEqualTo(rig.frames.get(1));
        assertThat(rig.frames.get(3)).isEqualTo(rig.frames.get(1));
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.shown()).contains(Text.REVERSAL_OPEN);
        assertThat(rig.store.names(RecordKind.REVERSAL)).hasSize(1);
    }

    @Test
    void a_blocked_terminal_sends_nothing_for_a_sale_not_even_after_a_power_cut() {
        rig.sell("2500").timeUp().sell("1000").timeUp().timeUp().timeUp();

        rig.sell("1000");
        assertThat(rig.verdict()).isEqualTo("refused");
        rig.restart();
        rig.choose(Menu.BALANCE);
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.shown()).endsWith(Text.REVERSAL_OPEN, Text.READY);
        assertThat(rig.types()).containsExactly("0200", "0400", "0400", "0400");
    }

    @Test
    void a_blocked_terminal_tries_again_at_a_settlement_and_after_a_sign_in() {
        rig.sell("2500").timeUp().sell("1000").timeUp().timeUp().timeUp();

        rig.choose(Menu.SETTLEMENT);
        assertThat(rig.types()).hasSize(5).endsWith("0400");
        rig.answer("00");
        assertThat(rig.types()).endsWith("0500");
        assertThat(rig.store.names(RecordKind.REVERSAL)).isEmpty();

        rig = Rig.signedIn();
        rig.sell("2500").timeUp().sell("1000").timeUp().timeUp().timeUp();
        rig.choose(Menu.SIGN_IN).answer("00", m -> m.set(62, KeysTest.F62));
        rig.sell("1000");
        assertThat(rig.types()).endsWith("0800", "0400");
        assertThat(open().tries()).isEqualTo(1);
    }

    @Test
    void after_the_last_try_it_is_dropped_with_a_notice_where_the_policy_says_so() {
        rig = Rig.signedIn("afterLastTry", "printAndDrop");
        rig.sell("2500").timeUp().sell("1000").timeUp().timeUp().timeUp();

        assertThat(rig.types()).containsExactly("0200", "0400", "0400", "0400", "0200");
        assertThat(rig.slips()).contains(Slip.REVERSAL_NOTICE);
        assertThat(rig.events(TerminalEvents.ReversalClosed.class))
                .contains(new TerminalEvents.ReversalClosed("000001", "dropped"));
    }

    @Test
    void a_wrong_mac_on_the_answer_sets_the_reason_a0() {
        rig.sell("2500").answer("00", m -> m.set(64, "3030303030303030"));

        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.shown()).contains(Text.MAC_ERROR);
        assertThat(rig.tones()).hasSize(1);
        rig.choose(Menu.BALANCE).swipe();
        assertThat(rig.last().text(39)).isEqualTo("A0");
    }

    @Test
    void an_approval_without_a_mac_is_a_wrong_mac() {
        rig.sell("2500");
        IsoMessage bare = rig.dialect.unpack(rig.frame(rig.last(), "00", m -> m)).toBuilder()
                .clear(64)
                .build();
        rig.in(new Input.Frame(rig.dialect.pack(bare)));
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(open().reason()).isEqualTo("A0");
    }

    @Test
    void a_decline_that_may_lack_its_mac_is_believed_without() {
        rig.sell("2500");
        IsoMessage bare = rig.dialect.unpack(rig.frame(rig.last(), "96", m -> m)).toBuilder()
                .clear(64)
                .build();
        rig.in(new Input.Frame(rig.dialect.pack(bare)));
        assertThat(rig.verdict()).isEqualTo("declined 96");
    }

    @Test
    void a_wrong_mac_on_the_0410_leaves_the_reason_and_the_bytes() {
        rig.sell("2500").timeUp().sell("1000").answer("00", m -> m.set(64, "3030303030303030"));

        assertThat(rig.types()).containsExactly("0200", "0400", "0400");
        assertThat(rig.frames.get(2)).isEqualTo(rig.frames.get(1));
        assertThat(open().reason()).isEqualTo("98");
    }

    @Test
    void a_pad_that_fails_while_the_answer_is_checked_gives_reason_06() {
        rig.sell("2500");
        rig.pad.mute = true;
        rig.answer("00").timeUp();

        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(open().reason()).isEqualTo("06");
    }

    @Test
    void a_pad_that_makes_no_mac_means_that_nothing_was_sent_and_nothing_is_reversed() {
        rig.pad.macFails = true;
        rig.sell("2500").timeUp();
        assertThat(rig.sent).isEmpty();
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.events(TerminalEvents.ReversalOpen.class)).hasSize(1);
        assertThat(rig.store.names(RecordKind.REVERSAL)).isEmpty();
    }

    @Test
    void the_code_25_closes_a_reversal_and_96_does_not() {
        rig.sell("2500").timeUp().sell("1000").answer("96");
        assertThat(rig.types()).containsExactly("0200", "0400", "0400");
        rig.answer("25");
        assertThat(rig.types()).endsWith("0200");
    }

    @Test
    void an_answer_to_another_request_keeps_or_deletes_the_record_as_the_dialect_says() {
        rig.sell("2500").answer("00", m -> m.set(11, "000077"));
        assertThat(rig.shown()).contains(Text.ANSWER_ERROR);
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(open().reason()).isEqualTo("98");

        Rig strict = new Rig(TerminalState.SIGNED_IN, Map.of(), Map.of("unmatchedAnswer", "delete"));
        strict.sell("2500").answer("00", m -> m.set(4, "000000000001"));
        assertThat(strict.verdict()).isEqualTo("refused");
        assertThat(strict.store.names(RecordKind.REVERSAL)).isEmpty();
    }

    @Test
    void a_late_0210_does_not_end_the_wait_for_the_0410() {
        rig.sell("2500").timeUp();
        byte[] late = rig.frame(rig.last(), "00", m -> m);
        rig.sell("1000").in(new Input.Frame(late));
        assertThat(rig.types()).endsWith("0400");
        rig.answer("00");
        assertThat(rig.types()).endsWith("0200");
    }

    @Test
    void noise_is_no_answer() {
        rig.sell("2500").in(new Input.Frame(new byte[] {0, 3, 1, 2, 3})).answer("00");
        assertThat(rig.verdict()).isEqualTo("approved 00");
    }

    @Test
    void a_line_that_breaks_leaves_the_reversal() {
        rig.sell("2500").in(new Input.LineDown("carrier lost"));
        assertThat(rig.verdict()).isEqualTo("unanswered");
        assertThat(open().reason()).isEqualTo("98");
    }

    @Test
    void a_power_cut_keeps_the_record_and_does_not_send_it_at_once() {
        rig.sell("2500");
        rig.restart();

        assertThat(rig.sent).hasSize(1);
        assertThat(rig.events(TerminalEvents.ReversalOpen.class))
                .endsWith(new TerminalEvents.ReversalOpen("000001", "98", 0, true));
        rig.sell("1000");
        assertThat(rig.types()).containsExactly("0200", "0400");
    }

    @Test
    void a_sale_in_the_journal_wins_over_its_reversal_record() {
        rig.sell("2500");
        byte[] record = rig.store.read(RecordKind.REVERSAL, "1");
        rig.answer("00");
        rig.store.write(RecordKind.REVERSAL, "1", record, () -> {});
        rig.restart();

        assertThat(rig.store.names(RecordKind.REVERSAL)).isEmpty();
        assertThat(rig.store.names(RecordKind.TRANSACTION)).containsExactly("000001");
    }

    private Reversal open() {
        return Reversal.decode(rig.store.read(RecordKind.REVERSAL, "1"));
    }
}
