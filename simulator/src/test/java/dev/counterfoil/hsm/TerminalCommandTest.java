package dev.counterfoil.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.TrackCipher;
import dev.counterfoil.crypto.keyblock.KeyPurpose;
import dev.counterfoil.crypto.keyblock.MasterKeyBlock;
import dev.counterfoil.protocol.hostcommand.DownloadKey;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import dev.counterfoil.protocol.hostcommand.WorkingKeyForms;
import dev.counterfoil.protocol.hostcommand.WorkingKeyKind;
import dev.counterfoil.protocol.hostcommand.WorkingKeyWish;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The commands U0 to UM, compared with what a terminal computes from clear keys. */
final class TerminalCommandTest {
    private static final byte[] KEY = Hex.bytes("2A4A5D6D7F8F91A1B3C2D5E5F7071929");
    private static final byte[] MASTER = Hex.bytes("0123456789ABCDEFFEDCBA9876543210");
    private static final String CARD_NUMBER = "9558800012345678901";
    private static final byte[] MESSAGE = "0200 and what follows".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] R1 = Hex.bytes("1122334455667788");
    private static final byte[] R2 = Hex.bytes("8877665544332211");

    private final HsmEngine engine = HsmVectors.engine(HsmPersonality.payShield10k(), new Random(42)::nextBytes);
    private final CipherKey terminalKey = CipherKey.of(CipherKind.TDES, OddParity.set(KEY.clone()));
    private final String master = engine.formKey("10E", List.of(MASTER));
    private final CipherKey cardKey = CipherKey.of(CipherKind.TDES, MASTER).diversify(CipherKey.cardData(CARD_NUMBER));

    @Test
    void every_form_of_f64_is_generated_and_verified() {
        for (MacForm form : MacForm.values()) {
            byte[] clear = form == MacForm.X9_9 ? Arrays.copyOf(KEY, 8) : KEY;
            String tak = engine.formKey("003", List.of(clear));
            byte[] mac =
                    ok(HostCommands.generateUnionPayMac(tak, form, MESSAGE)).hex("mac");
            assertThat(mac).isEqualTo(expected(form));
            assertThat(code(HostCommands.verifyUnionPayMac(tak, form, MESSAGE, mac)))
                    .isEqualTo("00");
            mac[0] ^= 1;
            assertThat(code(HostCommands.verifyUnionPayMac(tak, form, MESSAGE, mac)))
                    .isEqualTo("01");
        }
    }

    private byte[] expected(MacForm form) {
        CipherKey sm4 = CipherKey.of(CipherKind.SM4, terminalKey.clear());
        return switch (form) {
            case UNIONPAY_ECB -> Macs.compute(MacAlgorithm.UNIONPAY_ECB, terminalKey, MESSAGE);
            case X9_9 ->
                Macs.compute(
                        MacAlgorithm.X9_9,
                        CipherKey.of(CipherKind.DES, Arrays.copyOf(terminalKey.clear(), 8)),
                        MESSAGE);
            case X9_19 -> Macs.compute(MacAlgorithm.X9_19, terminalKey, MESSAGE);
            case CMAC -> Macs.compute(MacAlgorithm.CMAC, terminalKey, MESSAGE);
            case SM4 -> Macs.compute(MacAlgorithm.UNIONPAY_ECB, sm4, MESSAGE);
        };
    }

    @Test
    void a_single_length_tak_serves_the_unionpay_form_only() {
        byte[] half = Hex.bytes("0123456789ABCDEF");
        String tak = engine.formKey("003", List.of(half));
        assertThat(ok(HostCommands.generateUnionPayMac(tak, MacForm.UNIONPAY_ECB, MESSAGE))
                        .hex("mac"))
                .isEqualTo(Macs.compute(MacAlgorithm.UNIONPAY_ECB, CipherKey.of(CipherKind.DES, half), MESSAGE));
        assertThat(code(HostCommands.generateUnionPayMac(tak, MacForm.X9_19, MESSAGE)))
                .isEqualTo("27");
        assertThat(code(HostCommands.generateUnionPayMac(tak, MacForm.CMAC, MESSAGE)))
                .isEqualTo("27");
        assertThat(code(HostCommands.generateUnionPayMac(tak, MacForm.SM4, MESSAGE)))
                .isEqualTo("27");
    }

    @Test
    void each_working_key_comes_in_a_pos_form_and_a_sys_form_of_one_value() {
        HostCommand command = HostCommands.generateWorkingKeys(
                engine.formKey("002", List.of(KEY)),
                List.of(
                        new WorkingKeyWish(WorkingKeyKind.TPK, WorkingKeyWish.Length.DOUBLE),
                        new WorkingKeyWish(WorkingKeyKind.TAK, WorkingKeyWish.Length.SINGLE),
                        new WorkingKeyWish(WorkingKeyKind.TDK, WorkingKeyWish.Length.DOUBLE)));
        List<WorkingKeyForms> keys = HostCommands.workingKeys(answer(command), command);
        List<String> types = List.of("002", "003", "30B");
        assertThat(keys).hasSize(3);
        for (int i = 0; i < keys.size(); i++) {
            byte[] posForm = Hex.bytes(keys.get(i).posForm());
            CipherKey atTerminal = terminalKey.unwrap(CipherKind.desOf(posForm.length), posForm);
            CipherKey atHost = new KeyRing(VariantLmk.testSet(), HsmVectors.ONES)
                    .key(KeyType.of(types.get(i)), keys.get(i).sysForm(), "10");
            assertThat(atTerminal.clear()).isEqualTo(atHost.clear());
            assertThat(keys.get(i).kcv()).isEqualTo(atTerminal.kcv());
        }
        assertThat(Hex.bytes(keys.get(1).posForm())).hasSize(8);
    }

    @Test
    void a_manager_card_is_known_by_its_cipher_of_r1() {
        byte[] c1 = cardKey.encryptEcb(R1);
        Fields answer = ok(HostCommands.authenticateManagerCard(master, CARD_NUMBER, R1, c1, R2));
        assertThat(cardKey.decryptEcb(answer.hex("c2"))).isEqualTo(R2);
        assertThat(code(HostCommands.authenticateManagerCard(master, CARD_NUMBER, R2, c1, R2)))
                .isEqualTo("01");
        assertThat(code(HostCommands.authenticateManagerCard(master, "9558800012345678902", R1, c1, R2)))
                .isEqualTo("01");
    }

    @Test
    void a_new_tmk_reaches_the_holder_of_the_card_key_and_can_be_sent_again() {
        Fields made = ok(HostCommands.generateTmkForCard(master, CARD_NUMBER));
        CipherKey tmk = cardKey.unwrap(CipherKind.TDES, made.hex("underCard"));
        assertThat(tmk.kcv()).isEqualTo(made.text("kcv"));
        assertThat(ok(HostCommands.checkValue("002", made.text("tmk"))).text("kcv"))
                .isEqualTo(tmk.kcv(3));
        Fields again = ok(HostCommands.exportTmkForCard(master, CARD_NUMBER, made.text("tmk")));
        assertThat(again.text("underCard")).isEqualTo(made.text("underCard"));
        assertThat(again.text("kcv")).isEqualTo(made.text("kcv"));
    }

    @Test
    void a_bound_card_is_known_by_its_key_for_authentication() {
        CipherKey proof = KeyPurpose.AUTHENTICATION.of(cardKey);
        byte[] c1 = proof.encryptEcb(R1);
        Fields answer = ok(HostCommands.authenticateBoundCard(master, CARD_NUMBER, R1, c1, R2));
        assertThat(proof.decryptEcb(answer.hex("c2"))).isEqualTo(R2);
        byte[] literal = cardKey.encryptEcb(R1);
        assertThat(code(HostCommands.authenticateBoundCard(master, CARD_NUMBER, R1, literal, R2)))
                .isEqualTo("01");
    }

    @Test
    void a_tmk_block_opens_at_one_terminal_and_can_be_made_again() {
        Fields made = ok(HostCommands.generateTmkBlock(master, CARD_NUMBER, "SN000001"));
        CipherKey tmk = MasterKeyBlock.open(cardKey, made.text("keyBlock"), "SN000001");
        assertThat(tmk).isNotNull();
        assertThat(tmk.kcv()).isEqualTo(made.text("kcv"));
        assertThat(MasterKeyBlock.open(cardKey, made.text("keyBlock"), "SN000002"))
                .isNull();
        Fields again = ok(HostCommands.exportTmkBlock(master, CARD_NUMBER, "SN000001", made.text("tmk")));
        CipherKey same = MasterKeyBlock.open(cardKey, again.text("keyBlock"), "SN000001");
        assertThat(same).isNotNull();
        assertThat(same.clear()).isEqualTo(tmk.clear());
        assertThat(code(HostCommands.generateTmkBlock(master, CARD_NUMBER, ""))).isEqualTo("80");
    }

    @Test
    void the_hsm_checks_requests_and_seals_answers_and_does_neither_for_the_other_way() {
        String tmk = engine.formKey("002", List.of(KEY));
        for (DownloadKey key : List.of(new DownloadKey.OfCard(master, CARD_NUMBER), new DownloadKey.OfTerminal(tmk))) {
            CipherKey parent = key instanceof DownloadKey.OfCard ? cardKey : terminalKey;
            byte[] request = KeyPurpose.REQUEST_MAC.mac(parent, MESSAGE);
            byte[] answer = KeyPurpose.ANSWER_MAC.mac(parent, MESSAGE);
            assertThat(code(HostCommands.checkRequest(key, request, MESSAGE))).isEqualTo("00");
            assertThat(code(HostCommands.checkRequest(key, answer, MESSAGE))).isEqualTo("01");
            assertThat(ok(HostCommands.sealAnswer(key, MESSAGE)).hex("mac")).isEqualTo(answer);
        }
    }

    @Test
    void a_track_is_opened_under_its_tdk_only() {
        String track = "6225880112345678D25121011234567890";
        String sealed = TrackCipher.LAST_EIGHT.encrypt(terminalKey, track);
        String tdk = engine.formKey("30B", List.of(KEY));
        assertThat(ok(HostCommands.decryptTrack(tdk, TrackForm.LAST_EIGHT, sealed))
                        .text("track"))
                .isEqualTo(track);
        String other = engine.formKey("30B", List.of(MASTER));
        assertThat(code(HostCommands.decryptTrack(other, TrackForm.LAST_EIGHT, sealed)))
                .isEqualTo("01");
        assertThat(code(HostCommands.decryptTrack(tdk, TrackForm.LAST_EIGHT, "12345678901234567")))
                .isEqualTo("80");
        String tpk = engine.formKey("002", List.of(KEY));
        assertThat(code(HostCommands.decryptTrack(tpk, TrackForm.LAST_EIGHT, sealed)))
                .isEqualTo("10");
    }

    @Test
    void every_track_form_is_opened_under_sm4() {
        String track = "6225880112345678D25121011234567890";
        CipherKey sm4 = CipherKey.of(CipherKind.SM4, terminalKey.clear());
        String tdk = engine.formKey("30B", List.of(KEY));
        for (TrackForm form : TrackForm.values()) {
            String sealed = TrackCipher.valueOf(form.name()).encrypt(sm4, track);
            assertThat(ok(HostCommands.decryptSm4Track(tdk, form, sealed)).text("track"))
                    .isEqualTo(track);
            assertThat(code(HostCommands.decryptTrack(tdk, form, sealed))).isEqualTo("01");
        }
        String single = engine.formKey("30B", List.of(Arrays.copyOf(KEY, 8)));
        assertThat(code(HostCommands.decryptSm4Track(single, TrackForm.LAST_EIGHT, track)))
                .isEqualTo("27");
    }

    @Test
    void a_pin_under_sm4_goes_to_the_zone_key() {
        CipherKey sm4 = CipherKey.of(CipherKind.SM4, terminalKey.clear());
        CipherKey zone = CipherKey.of(CipherKind.TDES, MASTER);
        String tpk = engine.formKey("002", List.of(KEY));
        String zpk = engine.formKey("001", List.of(MASTER));
        String pan = "6225880112345678";
        byte[] block = PinBlocks.encipher(PinFormat.ISO0, sm4, "1234", pan, NonceSource.NONE);
        Fields moved = ok(HostCommands.translatePinFromSm4(tpk, zpk, block, "01", "01", HostCommands.account(pan)));
        assertThat(PinBlocks.decipher(PinFormat.ISO0, zone, moved.hex("pinBlock"), pan)
                        .orThrow())
                .isEqualTo("1234");
        byte[] notZero = Arrays.copyOf(PinBlocks.encode(PinFormat.ISO0, "1234", pan), 16);
        notZero[15] = 1;
        byte[] filled = sm4.encryptEcb(notZero);
        assertThat(code(HostCommands.translatePinFromSm4(tpk, zpk, filled, "01", "01", HostCommands.account(pan))))
                .isEqualTo("20");
        String single = engine.formKey("002", List.of(Arrays.copyOf(KEY, 8)));
        assertThat(code(HostCommands.translatePinFromSm4(single, zpk, block, "01", "01", HostCommands.account(pan))))
                .isEqualTo("27");
    }

    private HsmAnswer answer(HostCommand command) {
        return HsmAnswer.parse(engine.execute(command.frame(HsmVectors.HEADER)), 4);
    }

    private String code(HostCommand command) {
        return answer(command).errorCode();
    }

    private Fields ok(HostCommand command) {
        HsmAnswer answer = answer(command);
        assertThat(answer.errorCode()).as(command.command()).isEqualTo("00");
        return answer.fields(command);
    }
}
