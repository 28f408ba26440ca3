package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.padlink.ComponentOutcome;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.PanelMessage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The components are those of a published zone key. */
final class ComponentTest {
    private static final String FIRST = "DA3DA723587662DF62DA4FD3858651C4";
    private static final String SECOND = "97E6ECEFD0B00D98B0C701DAEA94A764";
    private static final List<String> PASSWORDS = List.of("11111111", "22222222", "33333333");

    private final PadBench bench =
            new PadBench(PadPolicies.custody(new PadPolicy.Custody(2, PASSWORDS))).withMasterKey();

    @AfterEach
    void close() {
        bench.close();
    }

    private PadReply component(int number, String password, String digits, String checkValue) {
        assertThat(bench.ask(new PadCommand.StartComponent(number, 300)).good()).isTrue();
        bench.type(password);
        bench.type(digits);
        bench.type(checkValue);
        return bench.last();
    }

    private static PadReply said(ComponentOutcome outcome, String detail) {
        return new PadReply.ComponentSaid(outcome, detail);
    }

    private void oldKeyStays() {
        assertThat(bench.life("master key")).containsExactly("LOADED", "ACTIVE");
        assertThat(bench.witness.alive("key component", "T1")).isFalse();
    }

    @Test
    void two_components_and_a_confirmation_make_the_key() {
        assertThat(component(1, "22222222", FIRST, "A891")).isEqualTo(said(ComponentOutcome.TAKEN, "A89140E2"));
        assertThat(component(2, "11111111", SECOND, "DF29")).isEqualTo(said(ComponentOutcome.TAKEN, "DF292655"));
        oldKeyWaits();
        bench.press(PanelMessage.Key.ENTER);
        assertThat(bench.last()).isEqualTo(said(ComponentOutcome.STORED, "07B19860"));
        assertThat(bench.life("master key")).containsExactly("LOADED", "ACTIVE", "REVOKED", "LOADED");
        assertThat(bench.witness.hasEnded("key component", "T1")).isTrue();
    }

    private void oldKeyWaits() {
        assertThat(bench.life("master key")).containsExactly("LOADED", "ACTIVE");
        assertThat(bench.witness.alive("key component", "T1")).isTrue();
    }

    @Test
    void what_is_wrong_with_a_component_is_named_and_all_are_forgotten() {
        component(1, "11111111", FIRST, "A891");
        assertThat(component(2, "22222222", SECOND, "A891")).isEqualTo(said(ComponentOutcome.WRONG_CHECK_VALUE, ""));
        oldKeyStays();
        assertThat(bench.ask(new PadCommand.StartComponent(2, 300)).result()).isEqualTo(PadResult.ILLEGAL);
        assertThat(component(1, "11111111", FIRST, "A8")).isEqualTo(said(ComponentOutcome.WRONG_CHECK_VALUE, ""));
        assertThat(component(1, "11111111", FIRST.substring(1), "A891"))
                .isEqualTo(said(ComponentOutcome.WRONG_LENGTH, "31"));
        assertThat(component(1, "11111111", "DA3DA723587662DF62DA4FD3858651C5", "A891"))
                .isEqualTo(said(ComponentOutcome.WRONG_PARITY, "15"));
        component(1, "11111111", FIRST, "A891");
        assertThat(component(2, "22222222", FIRST, "A891")).isEqualTo(said(ComponentOutcome.WEAK_KEY, ""));
        oldKeyStays();
    }

    @Test
    void one_custodian_does_not_bring_two_components_and_a_stranger_brings_none() {
        component(1, "33333333", FIRST, "A891");
        bench.ask(new PadCommand.StartComponent(2, 300));
        bench.type("33333333");
        assertThat(bench.last()).isEqualTo(said(ComponentOutcome.SAME_CUSTODIAN, ""));
        bench.ask(new PadCommand.StartComponent(1, 300));
        bench.type("44444444");
        assertThat(bench.last()).isEqualTo(new PadReply.PasswordChecked(0x63C0));
        oldKeyStays();
    }

    @Test
    void an_end_a_reset_a_power_cut_and_a_loose_cable_forget_the_first_component() {
        for (Runnable end : List.<Runnable>of(
                () -> bench.ask(new PadCommand.EndDownload()), () -> bench.ask(new PadCommand.Reset()), () -> {
                    bench.tell(new PinPad.PowerCut());
                    bench.tell(new PinPad.PowerReturn());
                })) {
            component(1, "11111111", FIRST, "A891");
            end.run();
            assertThat(bench.witness.alive("key component", "T1")).isFalse();
            assertThat(bench.ask(new PadCommand.StartComponent(2, 300)).result())
                    .isEqualTo(PadResult.ILLEGAL);
        }
        assertThat(bench.life("master key")).doesNotContain("REVOKED");
    }

    @Test
    void guessed_custodian_passwords_lock_the_pad() {
        for (int i = 0; i < 5; i++) {
            bench.ask(new PadCommand.StartComponent(1, 300));
            bench.type("0000000" + i);
        }
        assertThat(bench.ask(new PadCommand.StartComponent(1, 300)).result()).isEqualTo(PadResult.LOCKED);
    }

    @Test
    void keys_pressed_at_random_bring_no_key_and_no_error() {
        Random random = new Random(20260316);
        List<String> keys = List.of(
                "0", "1", "2", "9", "A", "F", "G", "", "ENTER", "CLEAR", "CANCEL", "1", "1", "1", "1", "٣", "ENTER");
        for (int i = 0; i < 3_000; i++) {
            if (i % 30 == 0) {
                bench.ask(new PadCommand.StartComponent(1, 1 + random.nextInt(998)));
                bench.type(PASSWORDS.get(random.nextInt(3)));
            }
            bench.press(keys.get(random.nextInt(keys.size())));
        }
        assertThat(bench.life("master key")).containsExactly("LOADED", "ACTIVE");
        assertThat(bench.displays).contains("ENTER_COMPONENT");
    }
}
