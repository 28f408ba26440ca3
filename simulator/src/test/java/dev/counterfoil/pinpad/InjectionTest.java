package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.injection.InjectionAnswer;
import dev.counterfoil.protocol.injection.InjectionOrder;
import dev.counterfoil.protocol.injection.InjectionResult;
import dev.counterfoil.protocol.padlink.InjectionOutcome;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InjectionTest {
    private static final byte[] KEY = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");
    private static final String CHECK_VALUE = "08D7B4FB";
    private static final InjectionOrder GOOD_KEY = new InjectionOrder.Load(0, "08D7", KEY);

    private PadBench bench = new PadBench().withLoader();
    private Framing framing = Framing.FUTUREX;

    @AfterEach
    void close() {
        bench.close();
    }

    private void speaking(Framing other) {
        bench.close();
        framing = other;
        bench = new PadBench(PadPolicies.injection(other, "246810")).withLoader();
    }

    private void open(String password) {
        bench.ask(new PadCommand.StartInjection(30));
        bench.type(password);
    }

    private InjectionAnswer order(InjectionOrder order) {
        return answerTo(framing.encode(order));
    }

    private InjectionAnswer answerTo(byte[] frame) {
        int before = bench.loaderHeard.size();
        bench.load(frame);
        assertThat(bench.loaderHeard).hasSize(before + 1);
        return framing.answer(bench.loaderHeard.get(before));
    }

    @Test
    void a_key_is_taken_between_the_password_and_the_end_only() {
        assertThat(order(GOOD_KEY).result()).isEqualTo(InjectionResult.NOT_IN_INJECTION_MODE);
        open("000000");
        assertThat(bench.last()).isEqualTo(new PadReply.PasswordChecked(0x63C0));
        assertThat(order(GOOD_KEY).result()).isEqualTo(InjectionResult.NOT_IN_INJECTION_MODE);
        assertThat(bench.life("master key")).isEmpty();

        open("13572468");
        assertThat(bench.last()).isEqualTo(new PadReply.PasswordChecked(0x9000));
        assertThat(order(GOOD_KEY)).isEqualTo(new InjectionAnswer.Loaded(InjectionResult.GOOD, "08D7"));
        assertThat(bench.last()).isEqualTo(new PadReply.InjectionSaid(InjectionOutcome.LOADED, CHECK_VALUE));

        bench.ask(new PadCommand.EndDownload());
        assertThat(order(GOOD_KEY).result()).isEqualTo(InjectionResult.NOT_IN_INJECTION_MODE);
        assertThat(bench.life("master key")).containsExactly("LOADED", "ACTIVE");
    }

    @Test
    void a_power_cut_ends_the_injection() {
        open("13572468");
        bench.tell(new PinPad.PowerCut());
        bench.tell(new PinPad.PowerReturn());
        assertThat(order(GOOD_KEY).result()).isEqualTo(InjectionResult.NOT_IN_INJECTION_MODE);
    }

    @Test
    void what_is_wrong_with_a_key_is_told_by_its_code_and_nothing_is_stored() {
        open("13572468");
        InjectionOrder.Above nothing = InjectionOrder.Above.NOTHING;
        assertThat(order(new InjectionOrder.Load(0, "0000", KEY)).result())
                .isEqualTo(InjectionResult.INVALID_CHECK_VALUE);
        assertThat(order(new InjectionOrder.Load(100, 1, 0, "08D7", nothing, KEY))
                        .result())
                .isEqualTo(InjectionResult.INVALID_SLOT);
        assertThat(order(new InjectionOrder.Load(0, 5, 0, "08D7", nothing, KEY)).result())
                .isEqualTo(InjectionResult.INVALID_KEY_TYPE);
        assertThat(order(new InjectionOrder.Load(0, 1, 1, "08D7", nothing, KEY)).result())
                .isEqualTo(InjectionResult.MISSING_KTK);
        assertThat(order(new InjectionOrder.Load(0, 1, 2, "08D7", nothing, KEY)).result())
                .isEqualTo(InjectionResult.INVALID_ENCRYPTION);
        assertThat(order(new InjectionOrder.Load(0, "08D7", new byte[7])).result())
                .isEqualTo(InjectionResult.INVALID_KEY_LENGTH);
        assertThat(order(new InjectionOrder.DeleteAllKeys()).result()).isEqualTo(InjectionResult.INVALID_COMMAND);
        assertThat(bench.last()).isEqualTo(new PadReply.InjectionSaid(InjectionOutcome.REFUSED, "01"));
        assertThat(bench.life("master key")).isEmpty();
    }

    @Test
    void a_wrong_check_byte_is_answered_and_told() {
        open("13572468");
        byte[] frame = framing.encode(GOOD_KEY);
        frame[frame.length - 1] ^= 0x10;
        assertThat(answerTo(frame).result()).isEqualTo(InjectionResult.BAD_CHECK_BYTE);
        assertThat(bench.last()).isEqualTo(new PadReply.InjectionSaid(InjectionOutcome.DAMAGED, "08"));
    }

    @Test
    void an_xgd_key_comes_in_clear_or_under_the_key_that_all_share() {
        speaking(Framing.XGD);
        open("246810");
        assertThat(order(new InjectionOrder.Mode(InjectionOrder.MODE_CLEAR, new byte[8]))
                        .good())
                .isTrue();
        assertThat(order(new InjectionOrder.Load(0, "", KEY)).good()).isTrue();
        assertThat(bench.last()).isEqualTo(new PadReply.InjectionSaid(InjectionOutcome.LOADED, CHECK_VALUE));

        CipherKey shared = CipherKey.ofHex(CipherKind.DES, "3638343832353639");
        assertThat(order(new InjectionOrder.Mode(InjectionOrder.MODE_FIXED_KEY, new byte[8]))
                        .good())
                .isTrue();
        assertThat(order(new InjectionOrder.Load(0, "", shared.encryptEcb(KEY))).good())
                .isTrue();
        assertThat(bench.last()).isEqualTo(new PadReply.InjectionSaid(InjectionOutcome.LOADED, CHECK_VALUE));
    }

    @Test
    void polls_and_serial_numbers_are_answered_at_any_time() {
        assertThat(order(new InjectionOrder.Poll())).isEqualTo(new InjectionAnswer.Here());
        assertThat(order(new InjectionOrder.ReadSerialNumber()))
                .isEqualTo(new InjectionAnswer.SerialNumber(InjectionResult.GOOD, "PP000001"));
        speaking(Framing.XGD);
        assertThat(order(new InjectionOrder.ReadSerialNumber()))
                .isEqualTo(new InjectionAnswer.SerialNumber(InjectionResult.GOOD, "PP000001"));
    }
}
