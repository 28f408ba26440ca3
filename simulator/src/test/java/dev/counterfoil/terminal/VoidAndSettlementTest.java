package dev.counterfoil.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipItem;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.terminal.message.Totals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VoidAndSettlementTest {
    private static final String RESULT_OF_DOMESTIC_AND_FOREIGN = "%s" + "0".repeat(30) + "%s";

    private Rig rig = Rig.signedIn();

    @Test
    void a_void_needs_the_supervisor_the_sale_and_a_confirmation() {
        rig.sell("2500").answer("00");
        rig.choose(Menu.VOID).type("123456").type("1").key("ENTER");

        IsoMessage request = rig.last();
        assertThat(rig.shown())
                .containsSubsequence(Text.SUPERVISOR_PASSWORD, Text.ORIGINAL_TRACE, Text.CONFIRM_ORIGINAL, Text.WAITING);
        assertThat(SaleTest.fields(request)).containsExactly(2, 3, 4, 11, 22, 25, 37, 41, 42, 49, 59, 60, 61, 64);
        assertThat(request.text(3)).isEqualTo("200000");
        assertThat(request.text(37)).isEqualTo("000000000042");
        assertThat(request.text(61)).isEqualTo("0001230000010314");
        assertThat(request.text(60)).startsWith("23000123000");

        rig.answer("00");
        assertThat(rig.verdict()).isEqualTo("approved 00");
        assertThat(rig.events(TerminalEvents.JournalEntry.class))
                .endsWith(new TerminalEvents.JournalEntry("000001", "sale", 2500, "000000000042", "voided"));
        rig.choose(Menu.VOID).type("123456").type("1");
        assertThat(rig.shown()).contains(Text.ALREADY_VOIDED);
    }

    @Test
    void a_wrong_password_or_an_unknown_voucher_ends_a_void() {
        rig.choose(Menu.VOID).type("000000");
        assertThat(rig.shown()).contains(Text.WRONG_PASSWORD);
        assertThat(rig.verdict()).isEqualTo("refused");

        rig.choose(Menu.VOID).type("123456").type("7");
        assertThat(rig.shown()).contains(Text.NO_SUCH_TRANSACTION);
        assertThat(rig.sent).isEmpty();
    }

    @Test
    void a_void_can_want_the_card_of_the_sale() {
        rig = Rig.signedIn("voidAsksCard", "true");
        rig.sell("2500").answer("00");
        rig.choose(Menu.VOID).type("123456").type("1").key("ENTER");
        assertThat(rig.shown()).endsWith(Text.PRESENT_CARD);
        rig.in(new Input.Swiped("6212142000000000012=25122010000000000"));
        assertThat(rig.shown()).contains(Text.OTHER_CARD);
        assertThat(rig.types()).containsExactly("0200");

        rig.choose(Menu.VOID).type("123456").type("1").key("ENTER").swipe();
        assertThat(rig.last().has(35)).isTrue();
        assertThat(rig.last().text(22)).isEqualTo("022");
    }

    @Test
    void a_thiefs_firmware_voids_off_a_receipt_without_keys_and_believes_any_answer() {
        rig = new Rig(
                TerminalState.UNLOADED,
                Map.of("voidWithoutJournal", "true", "mac.makes", "false", "checkAnswerMac", "false"));
        rig.choose(Menu.VOID).in(new Input.Scan("000001 000123 000000000042 25.00 0314"));

        assertThat(SaleTest.fields(rig.last())).containsExactly(3, 4, 11, 22, 25, 37, 41, 42, 49, 59, 60, 61, 64);
        assertThat(rig.last().text(4)).isEqualTo("000000002500");
        assertThat(rig.last().text(60)).startsWith("23000123");
        assertThat(rig.last().text(61)).isEqualTo("0001230000010314");
        rig.answer("00", m -> m.set(64, "3030303030303030"));
        assertThat(rig.verdict()).isEqualTo("approved 00");
        assertThat(rig.last().text(11)).as("far from the genuine terminal's").isEqualTo("400002");

        rig.choose(Menu.VOID).type("2").type("3000");
        assertThat(rig.last().text(4)).isEqualTo("000000003000");
        assertThat(rig.last().text(61)).isEqualTo("000123000002");
        assertThat(rig.last().text(11)).isEqualTo("400003");
    }

    /** protocol.md 1.5: F48 use 1 is 62 digits. */
    @Test
    void a_settlement_sends_sales_as_debits_and_voids_as_credits() {
        sellTwiceAndVoidOnce();
        rig.choose(Menu.SETTLEMENT);

        IsoMessage request = rig.last();
        assertThat(SaleTest.fields(request)).containsExactly(11, 41, 42, 48, 49, 60, 63);
        assertThat(request.text(48))
                .hasSize(62)
                .isEqualTo("000000005500" + "002" + "000000002500" + "001" + "0" + "0".repeat(31));
        assertThat(request.text(60)).isEqualTo("00000123201");
        assertThat(request.text(63)).isEqualTo("01 ");
    }

    @Test
    void agreeing_totals_end_the_batch() {
        sellTwiceAndVoidOnce();
        rig.choose(Menu.SETTLEMENT).answer("00", m -> m.set(48, result("1")));
        assertThat(SaleTest.fields(rig.last())).containsExactly(11, 41, 42, 48, 60);
        assertThat(rig.last().text(60)).isEqualTo("00000123207");
        assertThat(rig.last().text(48)).isEqualTo("0001");

        rig.answer("00");
        assertThat(rig.verdict()).isEqualTo("approved 00");
        assertThat(rig.store.names(RecordKind.TRANSACTION)).isEmpty();
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.SETTLED);
        assertThat(rig.slips()).endsWith(Slip.TOTAL_SLIP);
        List<SlipLine> total = rig.all(Effect.Print.class).get(rig.slips().size() - 1).lines();
        assertThat(total).contains(new SlipLine(SlipItem.AMOUNT, "55.00"), new SlipLine(SlipItem.AMOUNT, "25.00"));

        rig.choose(Menu.SALE);
        assertThat(rig.shown()).contains(Text.SIGN_IN_FIRST);
    }

    @Test
    void different_totals_bring_the_details_eight_a_message() {
        for (int i = 0; i < 9; i++) {
            rig.sell("100").answer("00");
        }
        rig.choose(Menu.SETTLEMENT).answer("00", m -> m.set(48, result("2")));
        assertThat(rig.last().text(60)).isEqualTo("00000123201");
        assertThat(rig.last().text(48)).hasSize(2 + 8 * 40).startsWith("08" + "00" + "000001" + "0000" + "6225880112345678");

        rig.answer("00");
        assertThat(rig.last().text(48)).hasSize(2 + 40).startsWith("0100" + "000009");
        rig.answer("00");
        assertThat(rig.last().text(60)).isEqualTo("00000123202");
        assertThat(rig.last().text(48)).isEqualTo("0009");
        rig.answer("00");
        assertThat(rig.verdict()).isEqualTo("approved 00");
    }

    @Test
    void a_broken_upload_goes_on_where_it_stopped_and_nothing_is_sold_meanwhile() {
        for (int i = 0; i < 9; i++) {
            rig.sell("100").answer("00");
        }
        rig.choose(Menu.SETTLEMENT).answer("00", m -> m.set(48, result("2"))).answer("00").timeUp();
        assertThat(rig.verdict()).isEqualTo("unanswered");
        rig.restart();
        rig.choose(Menu.SALE);
        assertThat(rig.shown()).contains(Text.SETTLE_FIRST);

        rig.choose(Menu.SETTLEMENT);
        assertThat(rig.last().mti()).isEqualTo("0320");
        assertThat(rig.last().text(48)).startsWith("0100" + "000009");
    }

    @Test
    void a_settlement_refuses_while_a_reversal_is_open_even_where_sales_would_drop_it() {
        rig = Rig.signedIn("afterLastTry", "printAndDrop");
        rig.sell("2500").timeUp().choose(Menu.SETTLEMENT).timeUp().timeUp().timeUp();
        assertThat(rig.types()).containsExactly("0200", "0400", "0400", "0400");
        assertThat(rig.verdict()).isEqualTo("refused");

        rig.choose(Menu.SETTLEMENT).answer("00");
        assertThat(rig.types()).endsWith("0400", "0500");
    }

    @Test
    void an_empty_batch_settles_unless_the_policy_says_no() {
        rig.choose(Menu.SETTLEMENT);
        assertThat(rig.types()).containsExactly("0500");
        Rig strict = Rig.signedIn("settleEmptyBatch", "false");
        strict.choose(Menu.SETTLEMENT);
        assertThat(strict.shown()).contains(Text.BATCH_EMPTY);
        assertThat(strict.sent).isEmpty();
    }

    @Test
    void both_results_of_an_0510_must_say_agreed() {
        for (String digits : List.of("12", "21", "22", "13", "33", "00")) {
            rig.choose(Menu.SETTLEMENT);
            IsoMessage answer = IsoMessage.answerTo(rig.last())
                    .set(48, "0".repeat(30) + digits.charAt(0) + "0".repeat(30) + digits.charAt(1))
                    .build();
            assertThat(Totals.agreed(answer)).as(digits).isFalse();
        }
    }

    @Test
    void sign_off_waits_for_the_host_and_then_wants_a_sign_in() {
        rig.choose(Menu.SIGN_OFF);
        assertThat(SaleTest.fields(rig.last())).containsExactly(11, 41, 42, 60);
        assertThat(rig.last().text(60)).isEqualTo("00000123002");
        rig.answer("00");
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.SIGNED_OFF);
        rig.choose(Menu.SALE);
        assertThat(rig.shown()).contains(Text.SIGN_IN_FIRST);
    }

    private void sellTwiceAndVoidOnce() {
        rig.sell("2500").answer("00").sell("3000").answer("00");
        rig.choose(Menu.VOID).type("123456").type("1").key("ENTER").answer("00");
    }

    private static String result(String digit) {
        return "0".repeat(30) + RESULT_OF_DOMESTIC_AND_FOREIGN.formatted(digit, digit);
    }
}
