package dev.counterfoil.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.MakForm;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.padlink.CardKind;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeysTest {
    private static final String CT = "81DD9FFC387210D174CB38A91098B5B1";
    private static final String SESSION = "01020304";
    static final byte[] F62 = WorkingKeys.seal(BytePad.TMK, BytePad.PIK, BytePad.MAK, BytePad.TDK, MakForm.EIGHT);

    private Rig rig = new Rig(TerminalState.LOADED, Map.of());

    @Test
    void a_sign_in_brings_batch_and_keys() {
        rig.choose(Menu.SIGN_IN);
        assertThat(SaleTest.fields(rig.last())).containsExactly(11, 41, 42, 60, 62, 63);
        assertThat(rig.last().text(60)).isEqualTo("00000123004");
        assertThat(new String(rig.last().bytes(62), StandardCharsets.US_ASCII)).isEqualTo("Sequence No120001SN000001");

        rig.answer("00", m -> m.set(60, "00000124004").set(62, F62));
        assertThat(rig.verdict()).isEqualTo("approved 00");
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.SIGNED_IN);
        assertThat(rig.events(TerminalEvents.Counters.class)).endsWith(new TerminalEvents.Counters("000124", "000002"));
    }

    @Test
    void one_wrong_check_value_drops_the_set_and_the_sign_in() {
        byte[] wrong = F62.clone();
        wrong[19] ^= 1;
        rig.choose(Menu.SIGN_IN).answer("00", m -> m.set(62, wrong));
        assertThat(rig.shown()).contains(Text.WORKING_KEYS_FAILED);
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.LOADED);
    }

    @Test
    void a_declined_sign_in_leaves_everything_as_it_was() {
        rig.choose(Menu.SIGN_IN).answer("97");
        assertThat(rig.verdict()).isEqualTo("declined 97");
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.LOADED);
    }

    @Test
    void an_unanswered_sign_in_is_sent_again_under_a_new_trace_number_three_times_in_all() {
        rig.choose(Menu.SIGN_IN).timeUp().timeUp();
        assertThat(rig.sent).extracting(m -> m.text(11)).containsExactly("000001", "000002", "000003");
        rig.timeUp();
        assertThat(rig.verdict()).isEqualTo("unanswered");
        assertThat(rig.sent).hasSize(3);
    }

    @Test
    void without_a_master_key_nothing_is_sent() {
        rig = new Rig(TerminalState.UNLOADED, Map.of());
        rig.choose(Menu.SIGN_IN);
        assertThat(rig.shown()).contains(Text.KEY_NOT_LOADED).endsWith(Text.NO_MASTER_KEY);
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.sent).isEmpty();
    }

    @Test
    void a_pad_that_does_not_answer_is_an_encryption_module_error() {
        rig.pad.mute = true;
        rig.choose(Menu.SIGN_IN).timeUp();
        assertThat(rig.shown()).contains(Text.ENCRYPTION_MODULE_ERROR);
        assertThat(rig.sent).isEmpty();
    }

    @Test
    void another_key_in_the_pad_is_a_lost_key() {
        rig.pad.tmk = BytePad.CARD_KEY;
        rig.choose(Menu.SIGN_IN);
        assertThat(rig.all(Effect.Show.class)).contains(new Effect.Show(Text.MASTER_KEY_ERROR, List.of(), "LOST"));
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.UNLOADED);
        rig.choose(Menu.SIGN_IN);
        assertThat(rig.sent).isEmpty();
    }

    @Test
    void a_loose_plug_freezes_and_re_activation_proves_the_old_key() {
        rig = Rig.signedIn();
        rig.in(new Input.PadGone());
        rig.choose(Menu.SIGN_IN);
        assertThat(rig.all(Effect.Show.class)).contains(new Effect.Show(Text.MASTER_KEY_ERROR, List.of(), "FROZEN"));
        assertThat(rig.sent).isEmpty();

        rig.pad.locked = true;
        rig.in(new Input.PadBack()).choose(Menu.RE_ACTIVATE).type("12345678");
        assertThat(rig.shown()).contains(Text.RE_ACTIVATED);
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.SIGNED_IN);
        assertThat(rig.events(TerminalEvents.Began.class)).hasSize(1);
    }

    @Test
    void a_foreign_pad_loses_the_key() {
        rig = Rig.signedIn();
        rig.in(new Input.PadGone()).in(new Input.PadBack());
        rig.pad.foreign = true;
        rig.choose(Menu.RE_ACTIVATE).type("12345678");
        assertThat(rig.all(Effect.Show.class)).contains(new Effect.Show(Text.MASTER_KEY_ERROR, List.of(), "LOST"));
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.UNLOADED);
    }

    @Test
    void a_frozen_terminal_is_frozen_after_a_power_cut_too() {
        rig = Rig.signedIn();
        rig.in(new Input.PadGone());
        rig.restart();
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.FROZEN);
    }

    @Test
    void a_loaded_terminal_signs_in_by_itself_when_power_returns_and_a_signed_in_one_does_not() {
        rig.restart();
        assertThat(rig.types()).containsExactly("0800");
        assertThat(rig.events(TerminalEvents.Began.class))
                .containsExactly(new TerminalEvents.Began(1, "sign-in", true));

        Rig other = Rig.signedIn();
        other.restart();
        assertThat(other.sent).isEmpty();
        Rig never = new Rig(TerminalState.LOADED, Map.of("autoSignIn", "false"));
        never.restart();
        assertThat(never.sent).isEmpty();
    }

    /** behaviours.md 2.1.5: the vector of embodiment 2 goes up and comes down. */
    @Test
    void a_download_is_four_messages_under_one_trace_number() {
        rig = new Rig(TerminalState.UNLOADED, Map.of());
        rig.choose(Menu.KEY_DOWNLOAD).type("12345678");
        assertThat(rig.shown()).containsSubsequence(Text.OPERATOR_PASSWORD, Text.INSERT_MANAGER_CARD, Text.USE_PAD);
        step("440");
        assertThat(value(KeyDownload.SERIAL_NUMBER)).isEqualTo(Hex.of("SN000001".getBytes(StandardCharsets.US_ASCII)));
        rig.answer("00", m -> m.set(62, session()));

        step("441");
        assertThat(value(KeyDownload.CARD_NUMBER)).isEqualTo("6225880000000017");
        assertThat(value(KeyDownload.R1)).isEqualTo(BytePad.R1);
        assertThat(value(KeyDownload.R2)).isEqualTo(BytePad.R2);
        assertThat(value(KeyDownload.C1)).isEqualTo(BytePad.C1);
        rig.answer("00", m -> m.set(62, proof(BytePad.C2)));

        step("442");
        rig.answer("00", m -> m.set(62, delivery(CT, "51E1FBFA")));
        step("443");
        assertThat(value(KeyDownload.RESULT_CODE)).isEqualTo("00");
        assertThat(value(KeyDownload.CHECK_VALUE)).isEqualTo("51E1FBFA");
        rig.answer("00", m -> m.set(62, session()));

        assertThat(rig.verdict()).isEqualTo("approved 00");
        assertThat(rig.sent).extracting(m -> m.text(11)).containsOnly("000001");
        assertThat(rig.sent).noneMatch(m -> m.has(64));
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.LOADED);
        assertThat(rig.pad.heard.get(rig.pad.heard.size() - 1)).isEqualTo(new PadCommand.EndDownload());
        rig.choose(Menu.SIGN_IN).answer("00", m -> m.set(62, F62));
        assertThat(rig.verdict()).isEqualTo("approved 00");
    }

    @Test
    void a_host_that_cannot_prove_itself_gets_nothing_more() {
        upToAuthentication();
        rig.answer("00", m -> m.set(62, proof("0000000000000000")));
        assertThat(rig.shown()).contains(Text.HOST_NOT_AUTHENTIC);
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.sent).hasSize(2);
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.UNLOADED);
    }

    @ParameterizedTest
    @CsvSource({"80DD9FFC387210D174CB38A91098B5B1, 51E1FBFA", CT + ", 51E1FBFB"})
    void an_altered_delivery_is_not_stored_and_the_failure_is_reported(String wrapped, String checkValue) {
        upToAuthentication();
        rig.answer("00", m -> m.set(62, proof(BytePad.C2))).answer("00", m -> m.set(62, delivery(wrapped, checkValue)));
        failureReported();
    }

    @Test
    void an_f62_that_is_no_tlv_is_a_failed_download() {
        upToAuthentication();
        rig.answer("00", m -> m.set(62, proof(BytePad.C2)))
                .answer("00", m -> m.set(62, new byte[] {(byte) 0xDF, 0x46, 40}));
        failureReported();
    }

    @ParameterizedTest
    @CsvSource({"01020305, 0", SESSION + ", 1"})
    void a_delivery_of_another_session_or_for_another_slot_is_a_failed_download(String session, int index) {
        upToAuthentication();
        rig.answer("00", m -> m.set(62, proof(BytePad.C2)))
                .answer("00", m -> m.set(62, delivery(CT, "51E1FBFA", session, index)));
        failureReported();
    }

    @Test
    void a_lost_delivery_begins_again_with_the_same_authentication_message() {
        upToAuthentication();
        rig.answer("00", m -> m.set(62, proof(BytePad.C2))).timeUp();
        assertThat(rig.frames.get(3)).isEqualTo(rig.frames.get(1));
        rig.answer("00", m -> m.set(62, proof(BytePad.C2)))
                .answer("00", m -> m.set(62, delivery(CT, "51E1FBFA")))
                .answer("00");
        assertThat(rig.verdict()).isEqualTo("approved 00");
    }

    @Test
    void an_open_result_goes_before_the_next_sign_in() {
        upToAuthentication();
        rig.answer("00", m -> m.set(62, proof(BytePad.C2))).answer("00", m -> m.set(62, delivery(CT, "51E1FBFA")));
        rig.restart();
        step("443");
        assertThat(rig.last().text(11)).isEqualTo("000001");
        rig.answer("00");
        assertThat(rig.last().text(60)).endsWith("004");
        assertThat(rig.last().text(11)).isEqualTo("000002");
    }

    @ParameterizedTest
    @CsvSource({"D2", "D3", "D6", "D8"})
    void a_declined_authentication_ends_the_download(String code) {
        upToAuthentication();
        rig.answer(code);
        assertThat(rig.verdict()).isEqualTo("declined " + code);
    }

    @ParameterizedTest
    @CsvSource({"25538, WRONG_CARD_PASSWORD", "27011, CARD_BLOCKED", "25536, CARD_BLOCKED"})
    void a_wrong_card_password_sends_nothing(int statusWord, Text shown) {
        rig = new Rig(TerminalState.UNLOADED, Map.of());
        rig.pad.passwordStatus = statusWord;
        rig.choose(Menu.KEY_DOWNLOAD).type("12345678");
        assertThat(rig.shown()).contains(shown);
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.sent).isEmpty();
    }

    @Test
    void a_blocked_card_is_told_to_the_host_until_it_answers() {
        rig = new Rig(TerminalState.UNLOADED, Map.of());
        rig.pad.passwordStatus = 0x6983;
        rig.choose(Menu.KEY_DOWNLOAD).type("12345678");
        rig.restart();
        rig.pad.passwordStatus = 0x9000;
        rig.choose(Menu.KEY_DOWNLOAD).type("12345678");
        step("449");
        assertThat(value(KeyDownload.CARD_NUMBER)).isEqualTo("6225880000000017");
        rig.timeUp();
        step("440");
        rig.answer("97").choose(Menu.KEY_DOWNLOAD).type("12345678");
        step("449");
        rig.answer("00");
        step("440");
        rig.answer("97").choose(Menu.KEY_DOWNLOAD).type("12345678");
        step("440");
    }

    @Test
    void a_card_that_is_pulled_ends_the_download() {
        upToAuthentication();
        rig.in(new Input.Pad(new PadReply.CardOut()));
        assertThat(rig.shown()).contains(Text.CARD_REMOVED);
        assertThat(rig.verdict()).isEqualTo("cancelled");
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.UNLOADED);
    }

    @Test
    void only_an_ic_managers_card_will_do() {
        rig = new Rig(TerminalState.UNLOADED, Map.of());
        rig.pad.card = CardKind.OTHER;
        rig.choose(Menu.KEY_DOWNLOAD).type("12345678");
        assertThat(rig.shown()).contains(Text.NOT_A_MANAGER_CARD);
        rig.pad.personSilent = true;
        rig.choose(Menu.KEY_DOWNLOAD).type("12345678").swipe();
        assertThat(rig.shown()).contains(Text.IC_CARD_NEEDED);
        assertThat(rig.sent).isEmpty();
    }

    @Test
    void a_card_that_nobody_inserts_ends_the_download() {
        rig = new Rig(TerminalState.UNLOADED, Map.of());
        rig.pad.personSilent = true;
        rig.choose(Menu.KEY_DOWNLOAD).type("12345678").in(new Input.Pad(new PadReply.TimedOut()));
        assertThat(rig.shown())
                .contains(Text.INSERT_MANAGER_CARD, Text.NO_MANAGER_CARD)
                .endsWith(Text.NO_MASTER_KEY);
        assertThat(rig.verdict()).isEqualTo("cancelled");
        assertThat(rig.sent).isEmpty();
    }

    private void failureReported() {
        step("443");
        assertThat(value(KeyDownload.RESULT_CODE)).isEqualTo("01");
        rig.answer("00");
        assertThat(rig.shown()).contains(Text.DOWNLOAD_FAILED);
        assertThat(rig.verdict()).isEqualTo("refused");
        assertThat(rig.firmware.state()).isEqualTo(TerminalState.UNLOADED);
    }

    private void upToAuthentication() {
        rig = new Rig(TerminalState.UNLOADED, Map.of());
        rig.choose(Menu.KEY_DOWNLOAD).type("12345678").answer("00", m -> m.set(62, session()));
        step("441");
    }

    private void step(String code) {
        assertThat(rig.last().text(60)).isEqualTo("00000123" + code);
    }

    private String value(int tag) {
        byte[] value = KeyDownload.value(rig.last(), tag);
        return value == null ? "" : Hex.of(value);
    }

    private static byte[] session() {
        return tlv(Tlv.of(KeyDownload.SESSION_ID, Hex.bytes(SESSION)));
    }

    private static byte[] proof(String c2) {
        return tlv(Tlv.of(KeyDownload.SESSION_ID, Hex.bytes(SESSION)), Tlv.of(KeyDownload.C2, Hex.bytes(c2)));
    }

    private static byte[] delivery(String wrapped, String checkValue) {
        return delivery(wrapped, checkValue, SESSION, 0);
    }

    private static byte[] delivery(String wrapped, String checkValue, String session, int index) {
        return tlv(
                Tlv.of(KeyDownload.SESSION_ID, Hex.bytes(session)),
                Tlv.of(KeyDownload.WRAPPED_KEY, Hex.bytes(wrapped)),
                Tlv.of(KeyDownload.CHECK_VALUE, Hex.bytes(checkValue)),
                Tlv.of(KeyDownload.KEY_INDEX, new byte[] {(byte) index}));
    }

    private static byte[] tlv(Tlv... tags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Tlv tag : tags) {
            out.writeBytes(tag.encode());
        }
        return out.toByteArray();
    }
}
