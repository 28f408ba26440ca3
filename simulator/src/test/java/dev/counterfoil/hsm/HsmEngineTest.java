package dev.counterfoil.hsm;

import static dev.counterfoil.hsm.HsmVectors.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommandFrame;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.hostcommand.LayoutSettings;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import dev.counterfoil.protocol.hostcommand.WorkingKeyKind;
import dev.counterfoil.protocol.hostcommand.WorkingKeyWish;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class HsmEngineTest {
    private static final String PAN = "6225880112345678";
    private static final String ACCOUNT = HostCommands.account(PAN);
    private static final byte[] TPK = Hex.bytes("C1FEEF10233245546776899801ABBACD");
    private static final byte[] EVEN = Hex.bytes("0000000000000001" + "0123456789ABCDEF");
    private static final byte[] DATA = "0200 and the rest of a message ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BLOCKS = Arrays.copyOf(DATA, 24);

    private final Random random = new Random(20260101);
    private final HsmEngine engine = HsmVectors.engine(HsmPersonality.payShield10k(), random::nextBytes);
    private final String zmk = key("000");
    private final String zpk = key("001");
    private final String tmk = key("002");
    private final String tak = key("003");
    private final String tdk = key("30B");
    private final String cardMaster = key("10E");
    private final byte[] block =
            CipherKey.of(CipherKind.TDES, TPK).encryptEcb(PinBlocks.encode(PinFormat.ISO0, "123456", PAN));
    private final String tpk = engine.formKey("002", List.of(TPK));

    @Test
    void diagnostics_tell_firmware_and_lmk_check_value() {
        Fields fields = ok(HostCommands.diagnostics());
        assertThat(fields.text("firmware")).isEqualTo("1500-0023");
        assertThat(fields.text("lmkCheck")).isEqualTo(VariantLmk.testSet().checkValue());
        assertThat(engine.toString()).isEqualTo("HSM 1500-0023, LMK " + fields.text("lmkCheck"));
    }

    @Test
    void an_lmk_check_value_of_the_personality_is_reported_as_it_is() {
        HsmPersonality recorded = new HsmPersonality(
                "0007-E000",
                "F4EDC8DEB67F6E28",
                4,
                LayoutSettings.USUAL,
                false,
                new UnknownCommand(null, "68"),
                Set.of());
        assertThat(ask(HsmVectors.engine(recorded, HsmVectors.ONES), "NC", ""))
                .isEqualTo("00F4EDC8DEB67F6E280007-E000");
    }

    @Test
    void status_and_random_bytes_are_answered() {
        assertThat(ask(engine, "NO", "00")).isEqualTo("003164" + "1500-0023" + "0" + "0000");
        assertThat(ok(HostCommands.random(8)).raw("random")).hasSize(8);
        assertThat(ask(engine, "N0", "008")).hasSize(2 + 8);
        assertThat(ask(engine, "N0", "08")).isEqualTo("15");
    }

    @Test
    void header_and_trailer_come_back_with_answers_and_errors() {
        assertThat(ask(engine, "B2", "0003abc%00\31tail")).isEqualTo("00abc\31tail");
        assertThat(ask(engine, "B2", "0009abc\31tail")).isEqualTo("80\31tail");
        assertThat(ask(engine, "QQ", "\31tail")).isEqualTo("68\31tail");
    }

    @Test
    void a_frame_without_a_command_is_a_header_error() {
        byte[] answer = engine.execute(new byte[] {0, 3, 'a', 'b', 'c'});
        assertThat(answer).isEqualTo("\0\b0000ZZ51".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(engine.execute(new byte[0])).isEqualTo(answer);
    }

    @Test
    void an_unknown_command_is_answered_as_the_personality_says() {
        HsmEngine racal = HsmVectors.engine(HsmPersonality.racalCompatible(), HsmVectors.ONES);
        assertThat(ask(engine, "QQ", "whatever")).isEqualTo("68");
        assertThat(ask(racal, "QQ", "whatever")).isEqualTo("29");
        HsmPersonality other = new HsmPersonality(
                "0007-E000", null, 2, LayoutSettings.USUAL, false, new UnknownCommand("ZZ", "00"), Set.of());
        assertThat(HsmVectors.engine(other, HsmVectors.ONES).execute(new HostCommandFrame("ab", "QQ", "").encode()))
                .isEqualTo(new HostCommandFrame("ab", "ZZ", "00").encode());
    }

    @Test
    void a_disabled_command_answers_68() {
        HsmPersonality locked = HsmPersonality.payShield10k().withDisabled(Set.of("A0"));
        assertThat(ask(HsmVectors.engine(locked, HsmVectors.ONES), "A0", "0001U"))
                .isEqualTo("68");
    }

    @Test
    void keys_go_out_under_a_zmk_and_come_back_the_same() {
        HostCommand export = HostCommands.exportKey("001", zmk, zpk, "X");
        String exported = ok(export).text("exported");
        Fields imported = ok(HostCommands.importKey("001", zmk, exported, "U"));
        assertThat(imported.text("key")).isEqualTo(zpk);
        assertThat(imported.text("kcv"))
                .isEqualTo(ok(HostCommands.checkValue("001", zpk)).text("kcv"));
        assertThat(ok(HostCommands.exportZpk(zmk, zpk)).text("exported")).isEqualTo(exported);
        assertThat(ok(HostCommands.importZpk(zmk, exported)).text("key")).isEqualTo(zpk);
    }

    @Test
    void generated_keys_agree_in_both_their_forms() {
        String zmkType = "001";
        for (HostCommand command :
                List.of(HostCommands.generateKey(zmkType, "U", zmk, "X"), HostCommands.generateZpk(zmk))) {
            Fields made = ok(command);
            Fields back = ok(HostCommands.importKey(zmkType, zmk, made.text("exported"), "U"));
            assertThat(back.text("key")).isEqualTo(made.text("key"));
            assertThat(back.text("kcv")).isEqualTo(made.text("kcv"));
        }
        Fields zak = ok(HostCommands.generateZak(zmk));
        assertThat(ok(HostCommands.importZak(zmk, zak.text("exported"))).text("key"))
                .isEqualTo(zak.text("key"));
    }

    @Test
    void terminal_keys_are_made_under_a_tmk() {
        CipherKey clearTmk = working("002", tmk);
        for (HostCommand command : List.of(
                HostCommands.generateTerminalKey(tmk),
                HostCommands.generateTak(tmk),
                HostCommands.generateKeyForTmk("002", "U", tmk, "X"))) {
            Fields made = ok(command);
            CipherKey key = clearTmk.unwrap(CipherKind.TDES, made.hex("exported"));
            assertThat(made.text("kcv")).isEqualTo(key.kcv(3));
            String type = command.command().equals("HA") ? "003" : "002";
            assertThat(working(type, made.text("key")).kcv()).isEqualTo(key.kcv());
        }
        assertThat(ask(engine, "HC", tmk)).hasSize(2 + 33 + 33);
    }

    @Test
    void pin_keys_faults_are_told_apart() {
        String even = KeyText.write(
                KeyScheme.U, VariantLmk.testSet().wrapper(KeyType.ZPK).wrap(KeyScheme.U, EVEN));
        String body = "12" + Hex.of(block) + "0101" + ACCOUNT;
        assertThat(ask(engine, "CC", even + zpk + body)).isEqualTo("10");
        assertThat(ask(engine, "CC", zpk + even + body)).isEqualTo("11");
        assertThat(ask(engine, "CC", "Q" + zpk.substring(1) + zpk + body)).isEqualTo("26");
        assertThat(ask(engine, "CC", "S00072P0TB00N00FF" + "0".repeat(56) + zpk + body))
                .isEqualTo("A1");
        assertThat(ask(engine, "CA", tpk + zpk + "12" + Hex.of(block) + "9901" + ACCOUNT))
                .isEqualTo("23");
        assertThat(ask(engine, "CA", tpk + zpk + "04" + Hex.of(block) + "0101" + ACCOUNT))
                .isEqualTo("24");
        assertThat(ask(engine, "CA", tpk + zpk + "12" + "00".repeat(8) + "0101" + ACCOUNT))
                .isEqualTo("20");
        assertThat(ask(engine, "CA", tpk + zpk + "12" + Hex.of(block) + "0101" + "58801123456A"))
                .isEqualTo("22");
        assertThat(ask(engine, "CA", tpk + zpk + "12" + Hex.of(block) + "0101" + ACCOUNT + "1"))
                .isEqualTo("15");
    }

    @Test
    void key_faults_are_told_apart() {
        assertThat(ask(engine, "A0", "000FU")).isEqualTo("04");
        assertThat(ask(engine, "A0", "0A01U")).isEqualTo("04");
        assertThat(ask(engine, "A0", "0001R")).isEqualTo("26");
        assertThat(ask(engine, "A0", "9001U")).isEqualTo("15");
        assertThat(ask(engine, "A8", "001" + zmk + zpk + "T")).isEqualTo("27");
        assertThat(ask(engine, "A8", "001" + zpk + zpk + "U")).isEqualTo("10");
        assertThat(ask(engine, "A8", "001" + zmk + zmk + "U")).isEqualTo("11");
        assertThat(ask(engine, "BU", "010" + zpk)).isEqualTo("05");
        assertThat(ask(engine, "BU", "01Q" + zpk)).isEqualTo("05");
        assertThat(ask(engine, "A0", "0001U%0x")).isEqualTo("13");
    }

    @Test
    void mac_faults_have_codes_of_their_own() {
        String message = "0008" + "12345678";
        assertThat(ask(engine, "M6", "00111003" + tak + message))
                .startsWith("00")
                .hasSize(18);
        assertThat(ask(engine, "M6", "40111003" + tak + message)).isEqualTo("02");
        assertThat(ask(engine, "M6", "03111003" + tak + message)).isEqualTo("03");
        assertThat(ask(engine, "M6", "00121003" + tak + message)).isEqualTo("04");
        assertThat(ask(engine, "M6", "00111001" + zpk + message)).isEqualTo("05");
        assertThat(ask(engine, "M6", "00114003" + tak + message)).isEqualTo("09");
        assertThat(ask(engine, "M6", "00110003" + tak + "00071234567")).isEqualTo("80");
        assertThat(ask(engine, "M6", "00111003" + tak + "0009" + "12345678")).isEqualTo("80");
        assertThat(ask(engine, "M6", "01111003" + tak + "0003ABC")).isEqualTo("15");
        String single = engine.formKey("003", List.of(Hex.bytes("0123456789ABCDEF")));
        assertThat(ask(engine, "M6", "00131003" + single + message)).isEqualTo("27");
    }

    @Test
    void a_mac_that_was_made_is_verified_and_another_is_not() {
        byte[] mac = ok(HostCommands.generateMac("003", tak, 3, 1, DATA)).hex("mac");
        assertThat(answer(HostCommands.verifyMac("003", tak, 3, 1, DATA, mac)).errorCode())
                .isEqualTo("00");
        mac[7] ^= 1;
        assertThat(answer(HostCommands.verifyMac("003", tak, 3, 1, DATA, mac)).errorCode())
                .isEqualTo("01");
    }

    @Test
    void a_mac_in_parts_equals_the_mac_of_the_whole() {
        for (String algorithm : List.of("1", "3")) {
            String tail = algorithm + "1003" + tak;
            String first = ask(engine, "M6", "101" + tail + "0008" + "ABCDEFGH").substring(2);
            String middle = ask(engine, "M6", "201" + tail + first + "0008" + "IJKLMNOP")
                    .substring(2);
            String last = ask(engine, "M6", "301" + tail + middle + "0003" + "QRS");
            assertThat(last).isEqualTo(ask(engine, "M6", "001" + tail + "0013" + "ABCDEFGHIJKLMNOPQRS"));
        }
    }

    @Test
    void data_come_back_from_their_cryptogram() {
        Fields sealed = ok(HostCommands.encryptData("30B", tdk, BLOCKS));
        Fields opened = ok(HostCommands.decryptData("30B", tdk, Hex.bytes(sealed.text("message"))));
        assertThat(Hex.bytes(opened.text("message"))).isEqualTo(BLOCKS);
        String iv = "0102030405060708";
        String cbc = ask(engine, "M0", "010030B" + tdk + iv + "0018" + latin(BLOCKS));
        assertThat(cbc).hasSize(2 + 16 + 4 + 24);
        assertThat(ask(engine, "M2", "010030B" + tdk + iv + "0018" + cbc.substring(22)))
                .isEqualTo("00" + cbc.substring(2, 18) + "0018" + latin(BLOCKS));
        assertThat(ask(engine, "M0", "000030B" + tdk + "0007" + "1234567")).isEqualTo("80");
        assertThat(ask(engine, "M0", "000130B" + tdk + "FF00" + "x".repeat(0xFF00)))
                .isEqualTo("80");
    }

    @Test
    void a_pin_block_crosses_from_terminal_to_zone_and_verifies() {
        String pvk = key("002");
        String pin = ok(HostCommands.encryptClearPin("123456", ACCOUNT, LayoutSettings.USUAL))
                .text("pin");
        String pvv = ok(HostCommands.generatePvv(pvk, pin, ACCOUNT, "1")).text("pvv");
        Fields moved = ok(HostCommands.translatePinFromTerminal(tpk, zpk, block, "01", "01", ACCOUNT));
        assertThat(moved.text("pinLength")).isEqualTo("06");
        byte[] inZone = moved.hex("pinBlock");
        assertThat(code(HostCommands.verifyZonePin(zpk, pvk, inZone, "01", ACCOUNT, "1", pvv)))
                .isEqualTo("00");
        assertThat(code(HostCommands.verifyTerminalPin(tpk, pvk, block, "01", ACCOUNT, "1", pvv)))
                .isEqualTo("00");
        String wrong = String.valueOf((pvv.charAt(0) - '0' + 1) % 10) + pvv.substring(1);
        assertThat(code(HostCommands.verifyZonePin(zpk, pvk, inZone, "01", ACCOUNT, "1", wrong)))
                .isEqualTo("01");
    }

    @Test
    void pins_under_the_lmk_open_for_their_own_account_only() {
        LmkPin pins = new LmkPin(VariantLmk.testSet().pinKey(), 13);
        for (String pin : List.of("0000", "1234", "123456", "000000000000", "999999999999")) {
            String sealed = pins.seal(pin, ACCOUNT);
            assertThat(sealed).hasSize(13).containsOnlyDigits().doesNotContain(pin);
            assertThat(pins.open(sealed, ACCOUNT)).isEqualTo(pin);
            assertThat(pins.seal(pin, "000000000001")).isNotEqualTo(sealed);
        }
        assertThat(ask(engine, "BA", "123FFFFFFFFFF" + ACCOUNT)).isEqualTo("24");
        assertThat(ask(engine, "BA", "1234567890123" + ACCOUNT)).isEqualTo("24");
        assertThat(ask(engine, "DG", key("002") + "F".repeat(13) + ACCOUNT + "1"))
                .isEqualTo("14");
    }

    @Test
    void the_same_seed_gives_the_same_bytes() {
        HsmEngine again = HsmVectors.engine(HsmPersonality.payShield10k(), new Random(7)::nextBytes);
        HsmEngine twin = HsmVectors.engine(HsmPersonality.payShield10k(), new Random(7)::nextBytes);
        assertThat(ask(again, "A0", "0001U")).isEqualTo(ask(twin, "A0", "0001U"));
    }

    @TestFactory
    Stream<DynamicTest> every_truncation_is_answered_with_an_error() {
        return samples().stream()
                .map(command -> DynamicTest.dynamicTest(command.command(), () -> {
                    byte[] whole = command.frame(HsmVectors.HEADER);
                    assertThat(HsmAnswer.parse(engine.execute(whole), 4).errorCode())
                            .isIn("00", "01");
                    for (int end = 2; end < whole.length; end++) {
                        byte[] cut = Arrays.copyOf(whole, end);
                        cut[0] = (byte) ((end - 2) >> 8);
                        cut[1] = (byte) (end - 2);
                        HsmAnswer answer = HsmAnswer.parse(engine.execute(cut), 4);
                        // a command cut right before its optional tail is whole
                        assertThat(answer.ok() && !WITH_TAIL.contains(command.command()))
                                .isFalse();
                        assertThat(answer.errorCode()).hasSize(2);
                    }
                }));
    }

    @Test
    void no_bytes_make_the_engine_throw() {
        List<HostCommand> samples = samples();
        for (int i = 0; i < 20_000; i++) {
            byte[] frame = samples.get(i % samples.size()).frame(HsmVectors.HEADER);
            for (int change = random.nextInt(3); change >= 0; change--) {
                frame[6 + random.nextInt(frame.length - 6)] = (byte) random.nextInt(256);
            }
            byte[] answer = engine.execute(frame);
            assertThat(HsmAnswer.parse(answer, 4).errorCode()).matches("[0-9A-D][0-9A-F]");
        }
    }

    private static final Set<String> WITH_TAIL = Set.of("N0", "BU", "HC", "HA", "IA", "FA", "GC", "FI", "FK");

    private List<HostCommand> samples() {
        String pvk = key("002");
        byte[] mac = new byte[8];
        String exported = ok(HostCommands.exportZpk(zmk, zpk)).text("exported");
        return List.of(
                HostCommands.status(),
                HostCommands.random(8),
                HostCommands.echo(DATA),
                HostCommands.generateKey("001", "U", zmk, "X"),
                HostCommands.importKey("001", zmk, exported, "U"),
                HostCommands.exportKey("001", zmk, zpk, "X"),
                HostCommands.checkValue("001", zpk),
                HostCommands.generateTerminalKey(tmk),
                HostCommands.generateTak(tmk),
                HostCommands.generateZpk(zmk),
                HostCommands.importZpk(zmk, exported),
                HostCommands.exportZpk(zmk, zpk),
                HostCommands.generateZak(zmk),
                HostCommands.importZak(zmk, exported),
                HostCommands.translatePinFromTerminal(tpk, zpk, block, "01", "47", ACCOUNT),
                HostCommands.verifyTerminalPin(tpk, pvk, block, "01", ACCOUNT, "1", "1234"),
                HostCommands.encryptClearPin("123456", ACCOUNT, LayoutSettings.USUAL),
                HostCommands.generatePvv(
                        pvk, new LmkPin(VariantLmk.testSet().pinKey(), 13).seal("1234", ACCOUNT), ACCOUNT, "1"),
                HostCommands.generateMac("003", tak, 3, 1, DATA),
                HostCommands.verifyMac("003", tak, 3, 1, DATA, mac),
                HostCommands.encryptData("30B", tdk, BLOCKS),
                HostCommands.decryptData("30B", tdk, BLOCKS),
                HostCommands.generateUnionPayMac(tak, MacForm.UNIONPAY_ECB, DATA),
                HostCommands.verifyUnionPayMac(tak, MacForm.SM4, DATA, mac),
                HostCommands.generateWorkingKeys(
                        tmk, List.of(new WorkingKeyWish(WorkingKeyKind.TPK, WorkingKeyWish.Length.DOUBLE))),
                HostCommands.authenticateManagerCard(cardMaster, "9558800001", mac, mac, mac),
                HostCommands.generateTmkForCard(cardMaster, "9558800001"),
                HostCommands.exportTmkForCard(cardMaster, "9558800001", tmk),
                HostCommands.decryptTrack(tdk, TrackForm.LAST_EIGHT, "6225880112345678D2512101123456789"));
    }

    private String key(String type) {
        byte[] clear = new byte[16];
        random.nextBytes(clear);
        return engine.formKey(type, List.of(clear, Hex.bytes("0F".repeat(16))));
    }

    private CipherKey working(String type, String text) {
        return new KeyRing(VariantLmk.testSet(), HsmVectors.ONES).key(KeyType.of(type), text, "10");
    }

    private HsmAnswer answer(HostCommand command) {
        return HsmAnswer.parse(engine.execute(command.frame(HsmVectors.HEADER)), 4);
    }

    private String code(HostCommand command) {
        return answer(command).errorCode();
    }

    private Fields ok(HostCommand command) {
        HsmAnswer answer = answer(command);
        assertThat(answer.answers(command)).isTrue();
        assertThat(answer.errorCode()).as(command.command()).isEqualTo("00");
        return answer.fields(command);
    }

    private static String latin(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1);
    }
}
