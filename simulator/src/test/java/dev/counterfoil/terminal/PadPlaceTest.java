package dev.counterfoil.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.guard.Lock;
import dev.counterfoil.terminal.guard.Plug;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which pad a terminal takes, and what an opened case leaves of it. */
final class PadPlaceTest {
    @Test
    void a_pad_that_was_never_missed_is_not_asked_whose_it_is() {
        Rig rig = Rig.signedIn();
        rig.in(new Input.PadBack());
        assertThat(rig.pad.heard).isEmpty();
    }

    @Test
    void its_own_pad_stays_frozen_until_somebody_reactivates_it() {
        Rig rig = Rig.signedIn();
        rig.in(new Input.PadGone()).in(new Input.PadBack());
        assertThat(rig.pad.heard).containsExactly(new PadCommand.ReadPairing());
        assertThat(rig.shown()).doesNotContain(Text.FOREIGN_PAD);
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.FROZEN);
    }

    @Test
    void a_foreign_pad_is_only_blocked_while_the_power_is_on() {
        Rig rig = Rig.signedIn();
        rig.pad.foreign = true;
        rig.in(new Input.PadGone()).in(new Input.PadBack());
        assertThat(rig.shown()).contains(Text.FOREIGN_PAD);
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.FROZEN);
        assertThat(rig.pad.heard).doesNotHaveAnyElementsOfTypes(PadCommand.Reactivate.class);
    }

    @Test
    void a_foreign_pad_at_power_on_is_told_where_it_is_and_the_key_is_lost() {
        Rig rig = Rig.signedIn();
        rig.pad.foreign = true;
        rig.restart();
        assertThat(rig.pad.heard).contains(new PadCommand.Reactivate("SN000001"));
        assertThat(rig.shown()).contains(Text.FOREIGN_PAD, Text.MASTER_KEY_ERROR);
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.UNLOADED);
    }

    @Test
    void an_answer_to_a_command_from_before_the_power_cut_is_not_taken_for_the_name_of_another_terminal() {
        Rig rig = Rig.signedIn();
        rig.boot();
        rig.in(new Input.Pad(new PadReply.Answer("FFFF9876540000200001".getBytes(StandardCharsets.US_ASCII))));
        assertThat(rig.pad.heard).containsExactly(new PadCommand.Reset());
        rig.timeUp();
        assertThat(rig.pad.heard).startsWith(new PadCommand.Reset(), new PadCommand.ReadPairing());
        assertThat(rig.shown()).doesNotContain(Text.FOREIGN_PAD);
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.SIGNED_IN);
    }

    @Test
    void a_terminal_without_a_key_has_none_to_lose() {
        Rig rig = new Rig(TerminalState.UNLOADED, Map.of());
        rig.pad.foreign = true;
        rig.restart();
        assertThat(rig.shown()).contains(Text.FOREIGN_PAD).doesNotContain(Text.MASTER_KEY_ERROR);
    }

    @Test
    void a_pad_that_cannot_say_whose_it_is_is_left_to_the_proof_of_the_key() {
        Rig rig = new Rig(TerminalState.LOADED, Map.of());
        rig.pad.mute = true;
        rig.restart();
        rig.pad.mute = false;
        rig.timeUp();
        assertThat(rig.types()).containsExactly("0800");
    }

    @Test
    void an_answer_of_the_pad_that_cannot_be_read_is_no_answer() {
        Rig rig = Rig.signedIn();
        rig.pad.garbled = true;
        rig.choose(Menu.SIGN_IN);
        assertThat(rig.shown()).contains(Text.ENCRYPTION_MODULE_ERROR);
        assertThat(rig.types()).isEmpty();
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.SIGNED_IN);
    }

    @Test
    void a_pad_beside_its_port_hears_another_name_at_power_on() {
        Rig rig = Rig.signedIn();
        Firmware anew = new Firmware(rig.setup, rig.store, rig.numbers);
        assertThat(anew.boot(Plug.WRONG_PORT, true))
                .contains(new Effect.OtherPortSend(new PadCommand.Reactivate("SN000001 AUX")));
        assertThat(anew.state()).isEqualTo(TerminalState.UNLOADED);
    }

    @Test
    void an_opened_case_is_told_until_somebody_answers() {
        Rig rig = Rig.signedIn();
        rig.openCase();
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.LOCKED);
        assertThat(rig.pad.heard).contains(new PadCommand.EraseKeys(PadCommand.Erasure.ATTACK));
        assertThat(rig.last().part("F60.3")).isEqualTo("448");

        rig.timeUp();
        rig.choose(Menu.SALE);
        assertThat(rig.types()).containsExactly("0800", "0800");
        rig.answer("00");
        assertThat(rig.shown()).endsWith(Text.LOCKED, Text.LOCKED);

        rig.choose(Menu.SALE);
        assertThat(rig.types()).hasSize(2);
    }

    @Test
    void an_opened_pad_locks_its_terminal_at_the_proof_of_the_key() {
        Rig rig = Rig.signedIn();
        rig.pad.opened = true;
        rig.choose(Menu.SIGN_IN);
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.LOCKED);
        rig.choose(Menu.SIGN_IN);
        assertThat(rig.last().part("F60.3")).isEqualTo("448");
    }

    @Test
    void no_menu_entry_but_a_log_in_and_a_load_is_open_on_a_locked_terminal() {
        Rig rig = Rig.signedIn();
        rig.openCase().answer("00");
        for (Menu entry :
                new Menu[] {Menu.SIGN_IN, Menu.SALE, Menu.KEY_DOWNLOAD, Menu.KEY_INJECTION, Menu.RE_ACTIVATE}) {
            rig.choose(entry);
            assertThat(rig.all(Effect.Show.class).get(rig.shown().size() - 2))
                    .extracting(Effect.Show::text, Effect.Show::cause)
                    .containsExactly(Text.LOCKED, Lock.CASE_OPENED.cause());
        }
    }
}
