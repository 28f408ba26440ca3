package dev.counterfoil.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipItem;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.store.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SaleTest {
    private final Rig rig = Rig.signedIn();

    @Test
    void a_sale_is_asked_for_read_slipped_sent_booked_and_printed_in_this_order() {
        rig.sell("2500").answer("00");

        assertThat(rig.verdict()).isEqualTo("approved 00");
        assertThat(rig.shown())
                .containsSubsequence(
                        Text.READY,
                        Text.ENTER_GOODS,
                        Text.ENTER_AMOUNT,
                        Text.PRESENT_CARD,
                        Text.USE_PAD,
                        Text.CONNECTING,
                        Text.WAITING,
                        Text.APPROVED,
                        Text.READY);
        assertThat(rig.tones()).containsExactly(Tone.DU, Tone.DING);
        assertThat(rig.slips()).containsExactly(Slip.SHOPPING_SLIP, Slip.MERCHANT_COPY, Slip.CARDHOLDER_COPY);
        assertThat(index(Effect.Print.class)).isLessThan(index(Effect.LineSend.class));
        assertThat(rig.store.names(RecordKind.TRANSACTION)).containsExactly("000001");
        assertThat(rig.store.names(RecordKind.REVERSAL)).isEmpty();
    }

    /** protocol.md 1.4: sale; F59 binds the serial number. */
    @Test
    void a_sale_has_the_fields_of_its_list() {
        rig.sell("2500");

        IsoMessage sale = rig.last();
        assertThat(fields(sale)).containsExactly(3, 4, 11, 22, 25, 26, 35, 41, 42, 49, 52, 53, 59, 60, 64);
        assertThat(sale.mti()).isEqualTo("0200");
        assertThat(sale.text(4)).isEqualTo("000000002500");
        assertThat(sale.text(22)).isEqualTo("021");
        assertThat(sale.text(26)).isEqualTo("06");
        assertThat(sale.text(53)).isEqualTo("2610000000000000");
        assertThat(sale.text(59)).isEqualTo("A2020" + "01002" + "04" + "02008" + "SN000001");
        assertThat(sale.text(60)).isEqualTo("2200012300050");
        assertThat(sale.text(35)).hasSize(37).isNotEqualTo(Rig.TRACK.replace('=', 'D'));
        assertThat(sale.bytes(64)).isEqualTo(BytePad.mac(rig.dialect.macInput(rig.frames.get(0))));
    }

    @Test
    void the_reversal_record_is_written_before_the_request_and_nothing_stands_between_that_moves_money() {
        rig.sell("2500");

        int written = IntStream.range(0, rig.effects.size())
                .filter(i -> rig.effects.get(i) instanceof Effect.Write w && w.kind() == RecordKind.REVERSAL)
                .findFirst()
                .orElseThrow();
        assertThat(written).isLessThan(index(Effect.LineSend.class));
        assertThat(rig.events(TerminalEvents.ReversalOpen.class))
                .containsExactly(new TerminalEvents.ReversalOpen("000001", "98", 0, false));
    }

    @Test
    void the_answer_has_sixty_seconds() {
        rig.sell("2500");
        assertThat(rig.timerMillis).isEqualTo(60_000);
    }

    @Test
    void an_answer_at_59_9_seconds_counts_and_one_behind_the_sixtieth_does_not() {
        rig.sell("2500").answer("00");
        assertThat(rig.verdict()).isEqualTo("approved 00");

        rig.sell("1000").timeUp().answer("00");
        assertThat(rig.verdict()).isEqualTo("unanswered");
        assertThat(rig.shown()).contains(Text.TIMED_OUT);
        assertThat(rig.tones()).containsExactly(Tone.DU, Tone.DING, Tone.DU);
        assertThat(rig.events(TerminalEvents.LineTrouble.class)).hasSize(1);
        assertThat(rig.store.names(RecordKind.REVERSAL)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"51", "55", "A0", "96"})
    void a_decline_closes_the_reversal_record_in_silence(String code) {
        rig.sell("2500").answer(code);

        assertThat(rig.verdict()).isEqualTo("declined " + code);
        assertThat(rig.tones()).containsExactly(Tone.DU);
        assertThat(rig.store.names(RecordKind.REVERSAL)).isEmpty();
        assertThat(rig.store.names(RecordKind.TRANSACTION)).isEmpty();
    }

    @Test
    void a_host_that_got_another_amount_and_says_a0_is_understood() {
        rig.sell("2500").answer("A0", m -> m.set(4, "000000000001"));
        assertThat(rig.verdict()).isEqualTo("declined A0");

        rig.sell("2500").answer("51", m -> m.set(4, "000000000001"));
        assertThat(rig.verdict()).isEqualTo("refused");
    }

    @Test
    void a_receipt_says_what_was_sold_and_masks_the_card() {
        rig.sell("2500").answer("00");

        List<SlipLine> lines = rig.all(Effect.Print.class).get(2).lines();
        assertThat(lines)
                .contains(
                        new SlipLine(SlipItem.MERCHANT, "Corner Shop"),
                        new SlipLine(SlipItem.PRODUCT, "tea"),
                        new SlipLine(SlipItem.AMOUNT, "25.00"),
                        new SlipLine(SlipItem.CARD_NUMBER, "622588******5678"),
                        new SlipLine(SlipItem.BATCH, "000123"),
                        new SlipLine(SlipItem.VOUCHER, "000001"),
                        new SlipLine(SlipItem.REFERENCE, "000000000042"),
                        new SlipLine(SlipItem.TIME, "2026/03/14 08:30:06"));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void cancel_at_a_prompt_sends_nothing(int promptsDone) {
        rig.choose(Menu.SALE);
        if (promptsDone > 0) {
            rig.key("ENTER");
        }
        if (promptsDone > 1) {
            rig.type("2500");
        }
        rig.key("CANCEL");
        cancelledInSilence();
        assertThat(rig.tones()).isEmpty();
    }

    @Test
    void cancel_on_the_pad_sends_nothing() {
        rig.pad.personCancels = true;
        rig.sell("2500");
        cancelledInSilence();
    }

    @Test
    void cancel_on_the_terminal_ends_the_entry_on_the_pad() {
        rig.pad.personSilent = true;
        rig.sell("2500").key("CANCEL");
        cancelledInSilence();
        assertThat(rig.pad.heard.get(rig.pad.heard.size() - 1).getClass().getSimpleName())
                .isEqualTo("CancelInput");

        rig.pad.personSilent = false;
        rig.sell("2500").answer("00");
        assertThat(rig.verdict()).isEqualTo("approved 00");
    }

    @Test
    void a_prompt_that_nobody_answers_is_cancelled() {
        rig.choose(Menu.SALE);
        assertThat(rig.timerMillis).isEqualTo(60_000);
        rig.timeUp();
        cancelledInSilence();
    }

    @Test
    void no_connection_leaves_no_reversal() {
        rig.lineWorks = false;
        rig.sell("2500");

        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.shown()).contains(Text.NO_CONNECTION);
        assertThat(rig.store.names(RecordKind.REVERSAL)).isEmpty();
    }

    @Test
    void a_card_read_badly_is_silent_and_asked_again() {
        rig.choose(Menu.SALE).key("ENTER").type("100").in(new Input.Swiped(""));

        assertThat(rig.tones()).isEmpty();
        assertThat(rig.shown()).contains(Text.READ_AGAIN).endsWith(Text.PRESENT_CARD);
        rig.swipe();
        assertThat(rig.tones()).containsExactly(Tone.DU);
    }

    @Test
    void nothing_and_zero_are_no_amounts_and_clear_forgets() {
        rig.choose(Menu.SALE)
                .key("ENTER")
                .key("ENTER")
                .type("0")
                .key("9")
                .key("CLEAR")
                .type("100")
                .swipe();
        assertThat(rig.last().text(4)).isEqualTo("000000000100");
    }

    @Test
    void goods_are_not_asked_for_where_the_policy_says_so() {
        Rig plain = Rig.signedIn("askGoods", "false");
        plain.choose(Menu.SALE);
        assertThat(plain.shown()).endsWith(Text.ENTER_AMOUNT);
    }

    @Test
    void a_full_journal_wants_settlement_first() {
        Rig small = Rig.signedIn("batchLimit", "1");
        small.sell("100").answer("00").choose(Menu.SALE);
        assertThat(small.verdict()).isEqualTo("refused");
        assertThat(small.shown()).contains(Text.SETTLE_FIRST);
    }

    @Test
    void trace_numbers_roll_over() {
        Memory.prepare(rig.store, TerminalState.SIGNED_IN, BytePad.TMK.kcv(), "000123", "999999");
        rig.restart();
        rig.sell("100").answer("00").sell("100");
        assertThat(rig.sent).extracting(m -> m.text(11)).containsExactly("999999", "000001");
    }

    @Test
    void a_balance_has_no_amount_and_no_reversal_record_and_shows_what_f54_says() {
        rig.choose(Menu.BALANCE).swipe();
        assertThat(fields(rig.last())).containsExactly(3, 11, 22, 25, 26, 35, 41, 42, 49, 52, 53, 59, 60, 64);
        assertThat(rig.last().text(3)).isEqualTo("310000");
        assertThat(rig.store.names(RecordKind.REVERSAL)).isEmpty();

        rig.answer("00", m -> m.set(54, "1002156C000000010000"));
        assertThat(rig.all(Effect.Show.class)).contains(new Effect.Show(Text.BALANCE_IS, List.of("100.00"), ""));
        assertThat(rig.tones()).containsExactly(Tone.DU);
    }

    @Test
    void a_demand_in_the_header_brings_a_sign_in_before_the_next_sale() {
        rig.sell("100").answer("00", m -> m.header("603103311003")).choose(Menu.SALE);
        assertThat(rig.types()).containsExactly("0200", "0800");
        assertThat(rig.events(TerminalEvents.Began.class)).contains(new TerminalEvents.Began(2, "sign-in", true));
    }

    @Test
    void pin_lengths_of_the_policy_reach_pad_and_f26() {
        Rig longer = new Rig(TerminalState.SIGNED_IN, Map.of("pinLength", "4-12"));
        longer.sell("100");
        assertThat(longer.last().text(26)).isEqualTo("12");
        assertThat(longer.pad.heard.toString()).contains("ShortestPin[digits=4], LongestPin[digits=12]");
    }

    private void cancelledInSilence() {
        assertThat(rig.verdict()).isEqualTo("cancelled");
        assertThat(rig.sent).isEmpty();
        assertThat(rig.shown()).contains(Text.CANCELLED).endsWith(Text.READY);
        assertThat(rig.store.names(RecordKind.REVERSAL)).isEmpty();
    }

    private int index(Class<? extends Effect> type) {
        return IntStream.range(0, rig.effects.size())
                .filter(i -> type.isInstance(rig.effects.get(i)))
                .findFirst()
                .orElseThrow();
    }

    static List<Integer> fields(IsoMessage message) {
        return IntStream.rangeClosed(2, 64).filter(message::has).boxed().toList();
    }
}
