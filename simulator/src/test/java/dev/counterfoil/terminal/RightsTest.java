package dev.counterfoil.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.store.MemoryStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RightsTest {
    /** Columns: operators 99, 00, 01; y may start it on a terminal that is signed in. */
    @ParameterizedTest
    @CsvSource({
        "LOG_IN,       y, y, y",
        "SIGN_IN,      n, n, y",
        "SIGN_OFF,     n, n, y",
        "SALE,         n, n, y",
        "VOID,         n, n, y",
        "BALANCE,      n, n, y",
        "SETTLEMENT,   n, n, y",
        "KEY_DOWNLOAD, y, y, y",
        "DECOMMISSION, y, y, y",
        "PARAMETERS,   y, n, n",
        "RE_ACTIVATE,  y, y, y"
    })
    void operators(Task task, String administrator, String supervisor, String cashier) {
        assertThat(allowed(task, "99", TerminalState.SIGNED_IN)).isEqualTo(administrator.equals("y"));
        assertThat(allowed(task, "00", TerminalState.SIGNED_IN)).isEqualTo(supervisor.equals("y"));
        assertThat(allowed(task, "01", TerminalState.SIGNED_IN)).isEqualTo(cashier.equals("y"));
    }

    /** Columns: unloaded, loaded, signed-in, signed-off, settled, frozen. */
    @ParameterizedTest
    @CsvSource({
        "LOG_IN,       y, y, y, y, y, y",
        "SIGN_IN,      n, y, y, y, y, n",
        "SALE,         n, n, y, n, n, n",
        "VOID,         n, n, y, n, n, n",
        "BALANCE,      n, n, y, n, n, n",
        "SETTLEMENT,   n, n, y, n, n, n",
        "SIGN_OFF,     n, n, y, n, n, n",
        "KEY_DOWNLOAD, y, y, y, y, y, n",
        "DECOMMISSION, n, n, y, n, n, n",
        "RE_ACTIVATE,  y, y, y, y, y, y"
    })
    void states(Task task, String unloaded, String loaded, String in, String off, String settled, String frozen) {
        assertThat(allowed(task, "01", TerminalState.UNLOADED)).isEqualTo(unloaded.equals("y"));
        assertThat(allowed(task, "01", TerminalState.LOADED)).isEqualTo(loaded.equals("y"));
        assertThat(allowed(task, "01", TerminalState.SIGNED_IN)).isEqualTo(in.equals("y"));
        assertThat(allowed(task, "01", TerminalState.SIGNED_OFF)).isEqualTo(off.equals("y"));
        assertThat(allowed(task, "01", TerminalState.SETTLED)).isEqualTo(settled.equals("y"));
        assertThat(allowed(task, "01", TerminalState.FROZEN)).isEqualTo(frozen.equals("y"));
    }

    @Test
    void nobody_logged_in_may_log_in_and_no_more() {
        Rig rig = Rig.signedIn("operatorAtStart", "none");
        rig.choose(Menu.SALE);
        assertThat(rig.shown()).contains(Text.NOT_ALLOWED);
        assertThat(rig.verdict()).isEqualTo("refused");

        rig.choose(Menu.LOG_IN).type("01").type("0000").choose(Menu.SALE);
        assertThat(rig.shown()).contains(Text.LOGGED_IN).endsWith(Text.ENTER_GOODS);
    }

    @Test
    void a_supervisor_who_has_logged_in_cannot_sell() {
        Rig rig = Rig.signedIn();
        rig.choose(Menu.LOG_IN).type("00").type("123456").choose(Menu.SALE);
        assertThat(rig.shown()).contains(Text.NOT_ALLOWED);
    }

    @Test
    void a_wrong_password_changes_nobody() {
        Rig rig = Rig.signedIn();
        rig.choose(Menu.LOG_IN).type("99").type("0000");
        assertThat(rig.shown()).contains(Text.WRONG_PASSWORD);
        rig.choose(Menu.SALE);
        assertThat(rig.shown()).endsWith(Text.ENTER_GOODS);
    }

    @Test
    void an_administrator_is_not_asked_for_the_password_again() {
        Rig rig = Rig.signedIn();
        rig.pad.personSilent = true;
        rig.choose(Menu.LOG_IN).type("99").type("12345678").choose(Menu.KEY_DOWNLOAD);
        assertThat(rig.shown()).endsWith(Text.INSERT_MANAGER_CARD);
    }

    @Test
    void what_the_menu_does_not_hold_is_not_offered() {
        Rig rig = Rig.signedIn();
        rig.choose(Menu.REMOTE_UPDATE);
        assertThat(rig.shown()).endsWith(Text.NOT_ALLOWED, Text.READY);
    }

    private static boolean allowed(Task task, String operator, TerminalState state) {
        MemoryStore store = new MemoryStore();
        Memory.prepare(store, state, "51E1FBFA", "000001", "000001");
        Memory memory = new Memory(store, new Numbers(), effect -> {});
        assertThat(memory.state()).isEqualTo(state);
        return Rights.refusal(task, operator, memory, TerminalPolicies.of(Map.of())) == null;
    }
}
