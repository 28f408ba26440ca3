package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.MakForm;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.protocol.padlink.CipherMode;
import dev.counterfoil.protocol.padlink.KeyReport;
import dev.counterfoil.protocol.padlink.KeyUse;
import dev.counterfoil.protocol.padlink.MacKind;
import dev.counterfoil.protocol.padlink.MakKind;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadKey;
import dev.counterfoil.protocol.padlink.PadProbe;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.PinBlockKind;
import dev.counterfoil.protocol.padlink.SlotState;
import dev.counterfoil.protocol.padlink.TrackKind;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.store.Moment;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PinPadTest {
    private static final String PAN_DIGITS = "588011234567";

    private final PadBench bench = new PadBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_published_download_vectors_pass_through_the_pad() {
        bench.withMasterKey();
        byte[] wrapped = Hex.bytes("7D2E2E8ABDA824BB31D74D46B8A707B3");
        assertThat(bench.ask(new PadCommand.LoadWorkingKey(0, PadSlot.PIN_KEY, KeyUse.PIN, wrapped, "7BAF7350"))
                        .good())
                .isTrue();
        assertThat(status(PadSlot.MASTER_KEY).checkValue()).isEqualTo("51E1FBFA");
        assertThat(status(PadSlot.PIN_KEY)).isEqualTo(new KeyReport(SlotState.ACTIVE, "7BAF7350"));
        enterPin("123456");
        assertThat(bench.hex(bench.ask(new PadCommand.ReadPinBlock(PadSlot.PIN_KEY, PinBlockKind.ISO0, PAN_DIGITS))))
                .isEqualTo("91BC86802664F3D6");
    }

    @Test
    void a_pin_is_asked_again_unless_it_has_six_digits() {
        bench.signedIn();
        assertThat(bench.ask(new PadCommand.StartPinEntry(false, 30)).good()).isTrue();
        bench.type("12345");
        assertThat(bench.last()).isEqualTo(new PadReply.Pressed(PadKey.CLEAR));
        bench.type("1234567");
        assertThat(bench.last()).isEqualTo(new PadReply.Pressed(PadKey.CLEAR));
        bench.type("123456");
        assertThat(bench.last()).isEqualTo(new PadReply.Pressed(PadKey.ENTER));
        assertThat(bench.displays).containsExactly("ENTER_PIN", "PIN_AGAIN", "PIN_AGAIN", "PAD_PROCESSING");
    }

    @Test
    void the_pad_tells_how_many_digits_and_never_which() {
        bench.signedIn();
        bench.ask(new PadCommand.StartPinEntry(false, 30));
        bench.heard.clear();
        bench.press("9");
        bench.press("1");
        bench.press(PanelMessage.Key.CLEAR);
        assertThat(bench.heard)
                .containsExactly(
                        new PadReply.Pressed(PadKey.DIGIT),
                        new PadReply.Pressed(PadKey.DIGIT),
                        new PadReply.Pressed(PadKey.CLEAR));
    }

    @Test
    void pin_lengths_of_4_to_12_can_be_allowed_and_others_cannot() {
        bench.signedIn();
        assertThat(bench.ask(new PadCommand.ShortestPin(3)).result()).isEqualTo(PadResult.ILLEGAL);
        assertThat(bench.ask(new PadCommand.LongestPin(13)).result()).isEqualTo(PadResult.ILLEGAL);
        assertThat(bench.ask(new PadCommand.LongestPin(12)).good()).isTrue();
        assertThat(bench.ask(new PadCommand.ShortestPin(4)).good()).isTrue();
        for (String pin : List.of("1234", "123456789012")) {
            enterPin(pin);
            byte[] block = bench.ask(new PadCommand.ReadPinBlock(PadSlot.PIN_KEY, PinBlockKind.ISO0, PAN_DIGITS))
                    .hex();
            assertThat(PinBlocks.decipher(PinFormat.ISO0, PadBench.TPK, block, PAN_DIGITS + "0")
                            .orThrow())
                    .isEqualTo(pin);
        }
    }

    @Test
    void enter_without_a_digit_passes_only_where_the_terminal_allows_it() {
        bench.signedIn();
        bench.ask(new PadCommand.StartPinEntry(false, 30));
        bench.press(PanelMessage.Key.ENTER);
        assertThat(bench.displays).endsWith("PIN_AGAIN");
        bench.ask(new PadCommand.StartPinEntry(true, 30));
        bench.press(PanelMessage.Key.ENTER);
        assertThat(bench.last()).isEqualTo(new PadReply.Bypassed());
    }

    @Test
    void a_pin_block_is_given_once() {
        bench.signedIn();
        enterPin("123456");
        PadCommand read = new PadCommand.ReadPinBlock(PadSlot.PIN_KEY, PinBlockKind.ISO0, PAN_DIGITS);
        assertThat(bench.ask(read).good()).isTrue();
        assertThat(bench.ask(read).result()).isEqualTo(PadResult.ILLEGAL);
        assertThat(bench.witness.hasEnded("PIN", "T1")).isTrue();
    }

    @Test
    void an_entry_times_out_from_key_to_key() {
        bench.signedIn();
        bench.ask(new PadCommand.StartPinEntry(false, 30));
        bench.seconds(29);
        bench.press("1");
        bench.seconds(29);
        assertThat(bench.heard).doesNotContain(new PadReply.TimedOut());
        bench.seconds(1);
        assertThat(bench.last()).isEqualTo(new PadReply.TimedOut());
        assertThat(bench.displays).endsWith("PAD_READY");
    }

    @Test
    void cancel_ends_an_entry_at_either_side() {
        bench.signedIn();
        bench.ask(new PadCommand.StartPinEntry(false, 30));
        bench.press(PanelMessage.Key.CANCEL);
        assertThat(bench.last()).isEqualTo(new PadReply.Pressed(PadKey.CANCEL));
        bench.seconds(3);
        assertThat(bench.displays).endsWith("PAD_CANCELLED", "PAD_READY");
        bench.ask(new PadCommand.StartPinEntry(false, 30));
        assertThat(bench.ask(new PadCommand.CancelInput()).good()).isTrue();
        bench.heard.clear();
        bench.type("123456");
        assertThat(bench.heard).isEmpty();
    }

    @Test
    void the_mac_is_that_of_the_published_vector() {
        bench.signedIn();
        // V:mac.json row 3: folded block B2B5FAEEE1A9E8A8 under key 7F52E3201FDF045E.
        byte[] folded = Hex.bytes("B2B5FAEEE1A9E8A8");
        assertThat(bench.hex(bench.ask(new PadCommand.Mac(PadSlot.MAC_KEY, MacKind.UNIONPAY, folded))))
                .isEqualTo("3238433741464235");
        assertThat(bench.ask(new PadCommand.Mac(PadSlot.PIN_KEY, MacKind.UNIONPAY, folded))
                        .result())
                .isEqualTo(PadResult.ILLEGAL);
    }

    @Test
    void a_track_is_encrypted_as_in_the_published_example() {
        bench.withMasterKey();
        String track = "6225880000000014D30122011234500001";
        assertThat(bench.ask(new PadCommand.EncryptTrack(PadSlot.TRACK_KEY, TrackKind.LAST_EIGHT, track))
                        .result())
                .isEqualTo(PadResult.NO_KEY);
        bench.signedIn();
        String sent = bench.ask(new PadCommand.EncryptTrack(PadSlot.TRACK_KEY, TrackKind.LAST_EIGHT, track))
                .text();
        byte[] block = PadBench.TDK.decryptEcb(Hex.bytes(sent.substring(16, 32)));
        assertThat(Hex.of(block)).isEqualTo(track.substring(16, 32));
        assertThat(sent).startsWith(track.substring(0, 16)).endsWith(track.substring(32));
        assertThat(bench.witness.scan(track.getBytes(StandardCharsets.US_ASCII)))
                .isNotEmpty();
        assertThat(bench.witness.scan(sent.getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    @Test
    void a_whole_key_set_is_taken_or_none_of_it() {
        bench.withMasterKey();
        byte[] set = PadBench.keySet();
        for (int key = 0; key < 3; key++) {
            byte[] bad = set.clone();
            bad[20 * key + 19] ^= 1;
            PadReply.Answer answer = bench.ask(new PadCommand.LoadKeySet(MakKind.EIGHT, bad));
            assertThat(answer.result()).isEqualTo(PadResult.KCV);
            assertThat(answer.text()).isEqualTo(List.of("PIK", "MAK", "TDK").get(key));
            assertThat(status(PadSlot.PIN_KEY).state()).isEqualTo(SlotState.EMPTY);
        }
        assertThat(bench.ask(new PadCommand.LoadKeySet(MakKind.EIGHT, Arrays.copyOf(set, 59)))
                        .result())
                .isEqualTo(PadResult.ILLEGAL);
        assertThat(bench.ask(new PadCommand.LoadKeySet(MakKind.EIGHT, set)).good())
                .isTrue();
        assertThat(status(PadSlot.TRACK_KEY).checkValue()).isEqualTo(PadBench.TDK.kcv());
    }

    @Test
    void a_bad_set_leaves_the_old_one_in_use() {
        bench.signedIn();
        byte[] bad = PadBench.keySet();
        bad[39] ^= 1;
        bench.ask(new PadCommand.LoadKeySet(MakKind.EIGHT, bad));
        assertThat(status(PadSlot.MAC_KEY)).isEqualTo(new KeyReport(SlotState.ACTIVE, PadBench.MAK.kcv()));
        assertThat(bench.life("MAC key")).containsExactly("ACTIVE");
    }

    @Test
    void a_new_set_revokes_the_old_one() {
        bench.signedIn();
        CipherKey other = PadBench.tdes("89898989898989890123012301230123");
        byte[] set = WorkingKeys.seal(PadBench.TMK, other, PadBench.MAK, null, MakForm.EIGHT);
        assertThat(bench.ask(new PadCommand.LoadKeySet(MakKind.EIGHT, set)).good())
                .isTrue();
        assertThat(bench.life("PIN key")).containsExactly("ACTIVE", "REVOKED", "ACTIVE");
        assertThat(bench.life("track key")).containsExactly("ACTIVE", "REVOKED", "EMPTY");
        assertThat(status(PadSlot.TRACK_KEY).state()).isEqualTo(SlotState.EMPTY);
    }

    @Test
    void without_a_master_key_nothing_can_be_loaded_or_used() {
        assertThat(bench.ask(new PadCommand.LoadKeySet(MakKind.EIGHT, PadBench.keySet()))
                        .result())
                .isEqualTo(PadResult.NO_TMK);
        assertThat(bench.ask(new PadCommand.StartPinEntry(false, 30)).result()).isEqualTo(PadResult.NO_TMK);
        assertThat(bench.ask(new PadCommand.LoadMasterKey(0, '0', new byte[16])).result())
                .isEqualTo(PadResult.AUTHENTICATION);
    }

    @Test
    void a_master_key_under_the_old_one_voids_the_working_keys() {
        bench.signedIn();
        CipherKey next = PadBench.tdes("CA5D92598DCA48CE8A4C76361A9269E9");
        assertThat(bench.ask(new PadCommand.LoadMasterKey(1, '1', PadBench.TMK.wrap(next)))
                        .good())
                .isTrue();
        assertThat(status(PadSlot.MASTER_KEY)).isEqualTo(new KeyReport(SlotState.LOADED, next.kcv()));
        assertThat(bench.life("master key")).containsExactly("LOADED", "ACTIVE", "REVOKED", "LOADED");
        assertThat(bench.life("MAC key")).containsExactly("ACTIVE", "REVOKED", "EMPTY");
        assertThat(bench.ask(new PadCommand.StartPinEntry(false, 30)).result()).isEqualTo(PadResult.NO_KEY);
    }

    @Test
    void keys_survive_a_power_cut_and_typed_digits_do_not() {
        bench.signedIn();
        bench.ask(new PadCommand.StartPinEntry(false, 30));
        bench.tell(new PinPad.PowerCut());
        assertThat(bench.displays).endsWith("dark");
        int answers = bench.answers().size();
        bench.say(new PadCommand.Reset().encode());
        assertThat(bench.answers()).hasSize(answers);
        bench.tell(new PinPad.PowerReturn());
        assertThat(status(PadSlot.MASTER_KEY)).isEqualTo(new KeyReport(SlotState.ACTIVE, "51E1FBFA"));
        assertThat(status(PadSlot.MAC_KEY).checkValue()).isEqualTo(PadBench.MAK.kcv());
        assertThat(bench.ask(new PadCommand.ReadPinBlock(PadSlot.PIN_KEY, PinBlockKind.ISO0, PAN_DIGITS))
                        .result())
                .isEqualTo(PadResult.ILLEGAL);
    }

    @Test
    void a_power_cut_at_any_moment_of_a_key_change_leaves_one_whole_state() {
        for (RecordKind kind : List.of(RecordKind.MASTER_KEY, RecordKind.WORKING_KEYS)) {
            for (Moment moment : Moment.values()) {
                try (PadBench other = new PadBench().signedIn()) {
                    other.store.crashAt(kind, moment, () -> other.pad.tell(new PinPad.PowerCut()));
                    CipherKey next = PadBench.tdes("CA5D92598DCA48CE8A4C76361A9269E9");
                    other.say(new PadCommand.LoadMasterKey(1, '1', PadBench.TMK.wrap(next)).encode());
                    other.tell(new PinPad.PowerReturn());
                    KeyReport master = report(other, PadSlot.MASTER_KEY);
                    KeyReport mac = report(other, PadSlot.MAC_KEY);
                    boolean isOld = master.checkValue().equals("51E1FBFA");
                    assertThat(isOld)
                            .isEqualTo(kind == RecordKind.MASTER_KEY && moment == Moment.BEFORE
                                    || kind == RecordKind.MASTER_KEY && moment == Moment.TORN);
                    assertThat(mac.state()).isEqualTo(isOld ? SlotState.ACTIVE : SlotState.EMPTY);
                }
            }
        }
    }

    @Test
    void a_loose_plug_freezes_the_keys_and_reactivation_at_the_own_terminal_brings_them_back() {
        bench.signedIn();
        bench.cable.tell(new Wire.Loosen());
        bench.cable.tell(new Wire.PushIn());
        bench.loop.drain();
        assertThat(status(PadSlot.MASTER_KEY)).isEqualTo(new KeyReport(SlotState.FROZEN, "51E1FBFA"));
        assertThat(bench.ask(new PadCommand.Mac(PadSlot.MAC_KEY, MacKind.UNIONPAY, new byte[8]))
                        .result())
                .isEqualTo(PadResult.LOCKED);
        assertThat(bench.ask(new PadCommand.Reactivate("T1")).good()).isTrue();
        assertThat(status(PadSlot.MASTER_KEY)).isEqualTo(new KeyReport(SlotState.ACTIVE, "51E1FBFA"));
        assertThat(bench.life("master key")).containsExactly("LOADED", "ACTIVE", "FROZEN", "ACTIVE");
    }

    @Test
    void reactivation_at_a_foreign_terminal_loses_the_keys_for_good() {
        bench.signedIn();
        assertThat(bench.ask(new PadCommand.Reactivate("T2")).result()).isEqualTo(PadResult.AUTHENTICATION);
        assertThat(status(PadSlot.MASTER_KEY)).isEqualTo(new KeyReport(SlotState.LOST, ""));
        assertThat(bench.life("track key")).endsWith("LOST");
        assertThat(bench.witness.hasEnded("master key", "T1")).isTrue();
        bench.tell(new PinPad.PowerCut());
        bench.tell(new PinPad.PowerReturn());
        assertThat(status(PadSlot.MASTER_KEY).state()).isEqualTo(SlotState.LOST);
    }

    @Test
    void a_mute_pad_answers_nothing_until_it_is_switched_off_and_on() {
        bench.signedIn();
        bench.tell(new PinPad.Mute());
        bench.say(new PadCommand.Reset().encode());
        assertThat(bench.heard).isEmpty();
        bench.tell(new PinPad.PowerCut());
        bench.tell(new PinPad.PowerReturn());
        assertThat(bench.ask(new PadCommand.Reset()).good()).isTrue();
    }

    @Test
    void a_damaged_frame_is_not_answered_and_an_unknown_command_is_refused() {
        byte[] frame = new PadCommand.Reset().encode();
        frame[5] ^= 1;
        bench.say(frame);
        assertThat(bench.heard).isEmpty();
        // "X99" in a good frame.
        assertThat(bench.askRaw(Hex.bytes("0230303358393903" + "3638")).result())
                .isEqualTo(PadResult.ILLEGAL);
    }

    @Test
    void a_command_may_come_byte_by_byte() {
        byte[] frame = new PadCommand.ReadSerialNumber().encode();
        for (int i = 0; i < frame.length - 1; i++) {
            bench.say(new byte[] {frame[i]});
        }
        assertThat(bench.askRaw(new byte[] {frame[frame.length - 1]}).text()).isEqualTo("PP000001");
    }

    @Test
    void no_command_gives_a_key_out_whatever_is_tried() {
        bench.signedIn();
        List<byte[]> secrets =
                List.of(PadBench.TMK.clear(), PadBench.TPK.clear(), PadBench.MAK.clear(), PadBench.TDK.clear());
        List<byte[]> wrapped = new ArrayList<>();
        for (byte[] secret : secrets) {
            wrapped.add(PadBench.TMK.encryptEcb(secret));
        }
        PadProbe.commands(wrapped).forEach(bench::ask);
        for (PadReply.Answer answer : bench.answers()) {
            String hex = Hex.of(answer.data());
            for (byte[] secret : secrets) {
                byte[] half = Arrays.copyOf(secret, 8);
                assertThat(hex).doesNotContain(Hex.of(half));
                assertThat(answer.text()).doesNotContain(Hex.of(half));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = PadSlot.class, names = "ANSWER_MAC_KEY", mode = EnumSource.Mode.EXCLUDE)
    void no_key_deciphers(PadSlot slot) {
        bench.signedIn();
        for (CipherMode mode : List.of(CipherMode.ECB_DECRYPT, CipherMode.CBC_DECRYPT)) {
            assertThat(bench.ask(new PadCommand.Cipher(slot, mode, new byte[8])).result())
                    .isEqualTo(PadResult.ILLEGAL);
        }
    }

    @Test
    void only_a_block_of_zeros_goes_through_a_key_that_is_not_for_data() {
        bench.signedIn();
        PadCommand zeros = new PadCommand.Cipher(PadSlot.MASTER_KEY, CipherMode.ECB_ENCRYPT, new byte[8]);
        assertThat(bench.hex(bench.ask(zeros))).isEqualTo("51E1FBFA8DEB8FFA");
        assertThat(bench.ask(new PadCommand.Cipher(
                                PadSlot.PIN_KEY, CipherMode.ECB_ENCRYPT, Hex.bytes("06126CD6EEDCBA98")))
                        .result())
                .isEqualTo(PadResult.ILLEGAL);
    }

    private void enterPin(String pin) {
        assertThat(bench.ask(new PadCommand.StartPinEntry(false, 30)).good()).isTrue();
        bench.type(pin);
    }

    private KeyReport status(PadSlot slot) {
        return report(bench, slot);
    }

    private static KeyReport report(PadBench bench, PadSlot slot) {
        return KeyReport.decode(bench.ask(new PadCommand.KeyStatus(slot)).data());
    }
}
