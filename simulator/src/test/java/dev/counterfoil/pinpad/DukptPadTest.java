package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.TrackCipher;
import dev.counterfoil.crypto.dukpt.Dukpt;
import dev.counterfoil.crypto.dukpt.DukptUsage;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.crypto.dukpt.TransactionKey;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.injection.InjectionOrder;
import dev.counterfoil.protocol.injection.InjectionResult;
import dev.counterfoil.protocol.padlink.KeyReport;
import dev.counterfoil.protocol.padlink.MacKind;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadReply.SlotReading;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.PinBlockKind;
import dev.counterfoil.protocol.padlink.SlotState;
import dev.counterfoil.protocol.padlink.TrackKind;
import dev.counterfoil.store.Moment;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.wire.Wire;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pad's side against what a host derives; keys and numbers of the published TDES and AES sequences. */
final class DukptPadTest {
    private static final String TDES = "FFFF9876543210E00000";
    private static final String AES = "123456789012345600000000";
    private static final CipherKey TDES_BDK = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");
    private static final CipherKey AES_BDK = CipherKey.ofHex(CipherKind.AES, "FEDCBA9876543210F1F1F1F1F1F1F1F1");
    private static final byte[] MESSAGE = "0200 and what follows".getBytes(StandardCharsets.US_ASCII);
    private static final String PAN = "4012345678909";
    private static final String TRACK = "6225880112345678D25121011234567890";

    private final PadBench bench = new PadBench().withLoader();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void under_tdes_the_pin_block_is_the_published_one() {
        provision(TDES, 1);
        assertThat(draw()).isEqualTo("FFFF9876543210E00001");
        bench.ask(new PadCommand.ShortestPin(4));
        bench.ask(new PadCommand.StartPinEntry(false, 30));
        bench.type("1234");
        PadReply.Answer block =
                bench.ask(new PadCommand.ReadPinBlock(PadSlot.PIN_KEY, PinBlockKind.ISO0, "401234567890"));
        assertThat(bench.hex(block)).isEqualTo("1B9C1845EB993A7A");
    }

    @Test
    void under_aes_the_pin_block_has_format_4_and_the_whole_card_number() {
        provision(AES, 1);
        String ksn = draw();
        bench.ask(new PadCommand.ShortestPin(4));
        bench.ask(new PadCommand.StartPinEntry(false, 30));
        bench.type("1234");
        PadReply.Answer block = bench.ask(new PadCommand.ReadLongPinBlock(PadSlot.PIN_KEY, PAN));
        assertThat(block.hex()).hasSize(16);
        assertThat(host(ksn).decipherPin(block.hex(), PAN).orThrow()).isEqualTo("1234");
        assertThat(bench.ask(new PadCommand.ReadLongPinBlock(PadSlot.PIN_KEY, PAN))
                        .result())
                .as("a PIN is given once")
                .isEqualTo(PadResult.ILLEGAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {TDES, AES})
    void request_answer_and_track_have_keys_of_their_own_which_the_host_derives(String ksn) {
        provision(ksn, 1);
        String last = "";
        for (int i = 0; i < 40; i++) {
            String drawn = draw();
            TransactionKey key = host(drawn);
            assertThat(drawn).isGreaterThan(last);
            assertThat(mac(PadSlot.MAC_KEY)).isEqualTo(expected(key.working(DukptUsage.MAC_REQUEST)));
            assertThat(mac(PadSlot.ANSWER_MAC_KEY)).isEqualTo(expected(key.working(DukptUsage.MAC_RESPONSE)));
            PadCommand track = new PadCommand.EncryptTrack(PadSlot.TRACK_KEY, TrackKind.LAST_EIGHT, TRACK);
            assertThat(TrackCipher.LAST_EIGHT.decrypt(
                            key.trackKey(), bench.ask(track).text()))
                    .isEqualTo(TRACK);
            last = drawn;
        }
    }

    @Test
    void nothing_is_made_before_a_key_is_drawn_or_after_a_power_cut() {
        provision(TDES, 1);
        assertThat(status(PadSlot.MAC_KEY)).isEqualTo(PadResult.NO_KEY);
        assertThat(masterState()).isEqualTo(SlotState.ACTIVE);
        draw();
        assertThat(status(PadSlot.MAC_KEY)).isEqualTo(PadResult.GOOD);
        powerCut();
        assertThat(status(PadSlot.MAC_KEY)).isEqualTo(PadResult.NO_KEY);
        assertThat(draw()).isEqualTo("FFFF9876543210E00002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEFORE", "TORN", "WRITTEN", "ACKNOWLEDGED"})
    void no_ksn_leaves_before_the_store_is_behind_it(String moment) {
        provision(TDES, 1);
        bench.store.crashAt(
                RecordKind.WORKING_KEYS, Moment.valueOf(moment), () -> bench.pad.tell(new PinPad.PowerCut()));
        bench.say(new PadCommand.DrawKey().encode());
        boolean heard = !bench.answers().isEmpty();
        bench.tell(new PinPad.PowerReturn());
        boolean stored = Moment.valueOf(moment).compareTo(Moment.WRITTEN) >= 0;
        assertThat(heard && !stored).isFalse();
        assertThat(draw()).isEqualTo(stored ? "FFFF9876543210E00002" : "FFFF9876543210E00001");
    }

    @ParameterizedTest
    @ValueSource(strings = {TDES, AES})
    void behind_the_last_counter_there_is_no_key_until_a_new_one_is_loaded(String ksn) {
        provision(ksn, ksn.equals(TDES) ? 0x1FF800 : 0xFFFF0000L);
        draw();
        for (int i = 0; i < 2; i++) {
            assertThat(bench.ask(new PadCommand.DrawKey()).result()).isEqualTo(PadResult.EXHAUSTED);
            assertThat(status(PadSlot.MAC_KEY)).isEqualTo(PadResult.NO_KEY);
            powerCut();
        }
        provision(ksn, 1);
        assertThat(draw()).endsWith("00001");
        assertThat(bench.life("DUKPT key")).startsWith("ACTIVE", "EXHAUSTED").endsWith("ACTIVE");
    }

    @Test
    void the_slot_of_a_device_that_is_used_up_reads_empty_and_stays_so_over_a_loose_plug() {
        provision(TDES, 0x1FF800);
        draw();
        assertThat(masterState()).as("its last keys are in use").isEqualTo(SlotState.ACTIVE);
        loosePlug();
        bench.ask(new PadCommand.Reactivate("T1"));
        assertThat(masterState()).isEqualTo(SlotState.EMPTY);
        assertThat(bench.life("DUKPT key")).containsExactly("ACTIVE", "FROZEN", "EXHAUSTED");
    }

    @Test
    void with_something_over_the_card_slot_no_pin_block_is_given() {
        provision(AES, 1);
        draw();
        bench.ask(new PadCommand.ShortestPin(4));
        bench.ask(new PadCommand.StartPinEntry(false, 30));
        bench.type("1234");
        bench.tell(new PinPad.CoverSlot(new SlotReading(128)));
        bench.ask(new PadCommand.TestSlot());
        PadCommand block = new PadCommand.ReadLongPinBlock(PadSlot.PIN_KEY, PAN);
        assertThat(bench.ask(block).result()).isEqualTo(PadResult.LOCKED);
        bench.tell(new PinPad.CoverSlot(SlotReading.FREE));
        bench.ask(new PadCommand.TestSlot());
        assertThat(bench.ask(block).result()).isEqualTo(PadResult.GOOD);
    }

    private void loosePlug() {
        bench.cable.tell(new Wire.Loosen());
        bench.cable.tell(new Wire.PushIn());
        bench.loop.drain();
    }

    @Test
    void a_pad_whose_plug_was_loose_draws_nothing_until_it_is_at_its_own_terminal_again() {
        provision(TDES, 1);
        draw();
        loosePlug();
        assertThat(bench.ask(new PadCommand.DrawKey()).result()).isEqualTo(PadResult.LOCKED);
        assertThat(status(PadSlot.MAC_KEY)).isEqualTo(PadResult.LOCKED);
        assertThat(masterState()).isEqualTo(SlotState.FROZEN);
        bench.ask(new PadCommand.Reactivate("T1"));
        assertThat(status(PadSlot.MAC_KEY)).as("keys of the transaction before").isEqualTo(PadResult.NO_KEY);
        assertThat(draw()).isEqualTo("FFFF9876543210E00002");
        assertThat(bench.life("DUKPT key")).containsExactly("ACTIVE", "FROZEN", "ACTIVE");
    }

    @Test
    void an_attacked_pad_has_nothing_to_draw() {
        provision(TDES, 1);
        draw();
        bench.ask(new PadCommand.EraseKeys(PadCommand.Erasure.ATTACK));
        assertThat(bench.ask(new PadCommand.DrawKey()).result()).isEqualTo(PadResult.NO_TMK);
        powerCut();
        assertThat(bench.ask(new PadCommand.DrawKey()).result()).isEqualTo(PadResult.NO_TMK);
        assertThat(bench.life("DUKPT key")).containsExactly("ACTIVE", "LOST");
    }

    @Test
    void a_master_key_and_an_initial_key_replace_each_other() {
        bench.signedIn();
        assertThat(bench.ask(new PadCommand.DrawKey()).result()).isEqualTo(PadResult.NO_KEY);
        provision(TDES, 1);
        assertThat(status(PadSlot.MAC_KEY)).isEqualTo(PadResult.NO_KEY);
        draw();
        bench.withMasterKey();
        assertThat(bench.ask(new PadCommand.DrawKey()).result()).isEqualTo(PadResult.NO_KEY);
        assertThat(status(PadSlot.MAC_KEY)).isEqualTo(PadResult.NO_KEY);
        powerCut();
        assertThat(bench.ask(new PadCommand.DrawKey()).result()).isEqualTo(PadResult.NO_KEY);
        assertThat(bench.life("DUKPT key")).containsExactly("ACTIVE", "REVOKED");
    }

    @Test
    void an_initial_key_comes_over_the_injection_cable_with_its_ksn() {
        bench.ask(new PadCommand.StartInjection(30));
        bench.type(PadPolicy.DOMESTIC_SIX.injectionPassword());
        assertThat(inject(InjectionOrder.DUKPT_TDES, TDES, initial(TDES))).isEqualTo(InjectionResult.GOOD);
        assertThat(draw()).isEqualTo("FFFF9876543210E00001");
        assertThat(mac(PadSlot.MAC_KEY))
                .isEqualTo(expected(host("FFFF9876543210E00001").working(DukptUsage.MAC_REQUEST)));
        assertThat(inject(InjectionOrder.DUKPT_AES, AES.substring(0, 20), initial(AES)))
                .isEqualTo(InjectionResult.GOOD);
        assertThat(draw()).isEqualTo("123456789012345600000001");
        assertThat(inject(InjectionOrder.DUKPT_TDES, "0".repeat(20), initial(TDES)))
                .isEqualTo(InjectionResult.INVALID_KSN);
        assertThat(inject(0x23, TDES, initial(TDES))).isEqualTo(InjectionResult.INVALID_KEY_TYPE);
        CipherKey single = CipherKey.ofHex(CipherKind.DES, "0123456789ABCDEF");
        assertThat(inject(InjectionOrder.DUKPT_TDES, TDES, single)).isEqualTo(InjectionResult.INVALID_KEY_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {TDES, AES})
    void a_device_that_has_drawn_is_not_loaded_again(String ksn) {
        int keyType = ksn.equals(TDES) ? InjectionOrder.DUKPT_TDES : InjectionOrder.DUKPT_AES;
        bench.ask(new PadCommand.StartInjection(30));
        bench.type(PadPolicy.DOMESTIC_SIX.injectionPassword());
        inject(keyType, ksn.substring(0, 20), initial(ksn));
        assertThat(inject(keyType, ksn.substring(0, 20), initial(ksn)))
                .as("the answer was lost")
                .isEqualTo(InjectionResult.GOOD);
        draw();
        assertThat(inject(keyType, ksn.substring(0, 20), initial(ksn))).isEqualTo(InjectionResult.DUPLICATE_KSN);
        assertThat(draw()).endsWith("00002");
    }

    private InjectionResult inject(int keyType, String ksn, CipherKey key) {
        InjectionOrder order = new InjectionOrder.Load(
                0,
                keyType,
                InjectionOrder.IN_CLEAR,
                key.kcv().substring(0, 4),
                new InjectionOrder.Above(0, "0000", ksn),
                key.clear());
        bench.load(Framing.FUTUREX.encode(order));
        return Framing.FUTUREX
                .answer(bench.loaderHeard.get(bench.loaderHeard.size() - 1))
                .result();
    }

    private void provision(String ksn, long counter) {
        bench.tell(new PinPad.ProvisionDukpt(initial(ksn), Ksn.ofHex(ksn).withCounter(counter)));
    }

    private static CipherKey initial(String ksn) {
        return Dukpt.initialKey(bdk(ksn), Ksn.ofHex(ksn));
    }

    private static CipherKey bdk(String ksn) {
        return ksn.length() == TDES.length() ? TDES_BDK : AES_BDK;
    }

    private static TransactionKey host(String ksn) {
        return ((Dukpt.Derived) Dukpt.transaction(bdk(ksn), Ksn.ofHex(ksn))).key();
    }

    private String draw() {
        PadReply.Answer answer = bench.ask(new PadCommand.DrawKey());
        assertThat(answer.result()).isEqualTo(PadResult.GOOD);
        return answer.text();
    }

    private void powerCut() {
        bench.tell(new PinPad.PowerCut());
        bench.tell(new PinPad.PowerReturn());
    }

    private PadResult status(PadSlot slot) {
        return bench.ask(new PadCommand.Mac(slot, MacKind.UNIONPAY, MESSAGE)).result();
    }

    private SlotState masterState() {
        return KeyReport.decode(
                        bench.ask(new PadCommand.KeyStatus(PadSlot.MASTER_KEY)).data())
                .state();
    }

    private String mac(PadSlot slot) {
        return bench.ask(new PadCommand.Mac(slot, MacKind.UNIONPAY, MESSAGE)).text();
    }

    private static String expected(CipherKey key) {
        return Hex.of(Macs.compute(MacAlgorithm.UNIONPAY_ECB, key, MESSAGE));
    }
}
