package dev.counterfoil.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.guard.Lock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers and passwords that are set by hand, and the end of a terminal at its shop. */
final class SettingsTest {
    @Test
    void other_numbers_lock_the_terminal_over_a_restart_and_go_out_with_its_messages() {
        Rig rig = administered();
        rig.choose(Menu.PARAMETERS).type("10000003").type("898000000000003");
        rig.restart();
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.LOCKED);
        rig.choose(Menu.SALE);
        assertThat(rig.shown()).contains(Text.LOCKED);
        assertThat(rig.sent).isEmpty();

        rig.pad.personSilent = false;
        rig.choose(Menu.KEY_DOWNLOAD).type("12345678");
        assertThat(rig.last().text(41)).isEqualTo("10000003");
        assertThat(rig.last().text(42)).isEqualTo("898000000000003");
        rig.answer("97");
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.LOCKED);
    }

    @Test
    void numbers_that_are_no_numbers_are_asked_again_and_the_same_ones_lock_nothing() {
        Rig rig = administered();
        rig.choose(Menu.PARAMETERS).type("1");
        assertThat(rig.shown()).endsWith(Text.TERMINAL_NUMBER);
        rig.type("10000001").type("8980");
        assertThat(rig.shown()).endsWith(Text.MERCHANT_NUMBER);
        rig.type("898000000000001");
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.SIGNED_IN);
    }

    @Test
    void an_opened_case_is_not_covered_up_by_other_numbers() {
        Rig rig = Rig.signedIn();
        rig.openCase().answer("00");
        rig.choose(Menu.LOG_IN).type("99").type("12345678").choose(Menu.PARAMETERS);
        assertThat(rig.all(Effect.Show.class))
                .contains(new Effect.Show(Text.LOCKED, List.of(), Lock.CASE_OPENED.cause()));
        assertThat(rig.shown()).doesNotContain(Text.TERMINAL_NUMBER);
    }

    @Test
    void a_password_of_delivery_may_stay_where_nobody_minds() {
        Rig rig = Rig.signedIn();
        rig.choose(Menu.LOG_IN).type("00").type("123456");
        assertThat(rig.events(TerminalEvents.LoggedIn.class)).containsExactly(new TerminalEvents.LoggedIn("00", true));
    }

    @Test
    void a_new_password_is_typed_twice_has_4_digits_and_is_not_the_old_one() {
        Rig rig = Rig.signedIn("factoryPasswords", "change");
        rig.choose(Menu.LOG_IN).type("99").type("12345678");
        for (String[] pair : new String[][] {{"12345678", "12345678"}, {"123", "123"}, {"24680", "24681"}}) {
            rig.type(pair[0]).type(pair[1]);
            assertThat(rig.shown()).endsWith(Text.PASSWORD_NOT_TAKEN, Text.NEW_PASSWORD);
        }
        rig.type("24680").type("24680");
        assertThat(rig.events(TerminalEvents.LoggedIn.class)).containsExactly(new TerminalEvents.LoggedIn("99", false));

        rig.restart();
        rig.choose(Menu.LOG_IN).type("99").type("12345678");
        assertThat(rig.shown()).contains(Text.WRONG_PASSWORD);
        rig.choose(Menu.KEY_DOWNLOAD).type("24680");
        assertThat(rig.shown()).contains(Text.INSERT_MANAGER_CARD);
    }

    @Test
    void a_cashier_keeps_the_password_of_delivery() {
        Rig rig = Rig.signedIn("factoryPasswords", "change");
        rig.choose(Menu.LOG_IN).type("02").type("0000");
        assertThat(rig.shown()).contains(Text.LOGGED_IN).doesNotContain(Text.NEW_PASSWORD);
    }

    @Test
    void keys_are_erased_only_when_the_host_has_taken_leave_too() {
        for (String refused : new String[] {"A0", "58", "96"}) {
            Rig rig = Rig.signedIn();
            rig.choose(Menu.DECOMMISSION).type("12345678").answer(refused);
            assertThat(rig.pad.heard).doesNotHaveAnyElementsOfTypes(PadCommand.EraseKeys.class);
            assertThat(rig.firmware.state()).isEqualTo(TerminalState.SIGNED_IN);
        }
        for (String gone : new String[] {"00", "97"}) {
            Rig rig = Rig.signedIn();
            rig.choose(Menu.DECOMMISSION).type("12345678");
            assertThat(rig.last().has(64)).isTrue();
            rig.answer(gone);
            assertThat(rig.pad.heard).contains(new PadCommand.EraseKeys(PadCommand.Erasure.WITHDRAWAL));
            assertThat(rig.firmware.state()).isEqualTo(TerminalState.UNLOADED);
        }
    }

    private static Rig administered() {
        Rig rig = Rig.signedIn();
        rig.pad.personSilent = true;
        return rig.choose(Menu.LOG_IN).type("99").type("12345678");
    }
}
