package dev.counterfoil.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MacAlgorithm;
import dev.counterfoil.crypto.Macs;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.crypto.PinBlocks;
import dev.counterfoil.crypto.PinFormat;
import dev.counterfoil.crypto.TrackCipher;
import dev.counterfoil.crypto.dukpt.Dukpt;
import dev.counterfoil.crypto.dukpt.DukptUsage;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.crypto.dukpt.TransactionKey;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HostCommands;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.hostcommand.MacForm;
import dev.counterfoil.protocol.hostcommand.TrackForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G0, US, UU and UW, compared with what a device makes; keys and numbers of the published sequences. */
final class DukptCommandTest {
    private static final String TDES_KSN = "FFFF9876543210E00001";
    private static final String AES_KSN = "123456789012345600000002";
    private static final String TDES_BDK = "0123456789ABCDEFFEDCBA9876543210";
    private static final String AES_BDK = "FEDCBA9876543210F1F1F1F1F1F1F1F1";
    private static final byte[] ZPK = Hex.bytes("2A4A5D6D7F8F91A1B3C2D5E5F7071929");
    private static final byte[] MESSAGE = "0200 and what follows".getBytes(StandardCharsets.US_ASCII);
    private static final String TRACK = "6225880112345678D25121011234567890";

    private final HsmEngine engine = HsmVectors.engine(HsmPersonality.payShield10k(), new Random(42)::nextBytes);
    private final String zpk = engine.formKey("001", List.of(ZPK));

    @Test
    void the_published_pin_block_of_tdes_comes_out_under_the_zone_key() {
        HostCommand ask = HostCommands.translatePinFromDukpt(
                bdk(TDES_KSN), TDES_KSN, zpk, Hex.bytes("1B9C1845EB993A7A"), "01", "01", "4012345678909");
        assertThat(pin(ask, "4012345678909")).isEqualTo("1234");
    }

    @Test
    void a_long_pin_block_of_aes_comes_out_under_the_zone_key() {
        byte[] block = key(AES_KSN).encipherPin("1234", "4111111111111111", new Random(1)::nextBytes);
        HostCommand ask =
                HostCommands.translatePinFromDukpt(bdk(AES_KSN), AES_KSN, zpk, block, "01", "01", "4111111111111111");
        assertThat(pin(ask, "4111111111111111")).isEqualTo("1234");
        HostCommand otherCard =
                HostCommands.translatePinFromDukpt(bdk(AES_KSN), AES_KSN, zpk, block, "01", "01", "4111111111111112");
        assertThat(code(otherCard)).isEqualTo("20");
    }

    @Test
    void a_pin_block_under_another_transaction_is_none() {
        HostCommand ask = HostCommands.translatePinFromDukpt(
                bdk(TDES_KSN), "FFFF9876543210E00002", zpk, Hex.bytes("1B9C1845EB993A7A"), "01", "01", "4012345678909");
        assertThat(code(ask)).isIn("20", "24");
    }

    @ParameterizedTest
    @ValueSource(strings = {TDES_KSN, AES_KSN})
    void requests_are_verified_and_answers_made_each_under_its_own_key(String ksn) {
        for (MacForm form : List.of(MacForm.UNIONPAY_ECB, MacForm.CMAC)) {
            MacAlgorithm algorithm = MacAlgorithm.valueOf(form.name());
            byte[] request = Macs.compute(algorithm, key(ksn).working(DukptUsage.MAC_REQUEST), MESSAGE);
            byte[] answer = Macs.compute(algorithm, key(ksn).working(DukptUsage.MAC_RESPONSE), MESSAGE);
            assertThat(code(HostCommands.verifyDukptMac(bdk(ksn), ksn, form, MESSAGE, request)))
                    .isEqualTo("00");
            assertThat(code(HostCommands.verifyDukptMac(bdk(ksn), ksn, form, MESSAGE, answer)))
                    .isEqualTo("01");
            HostCommand make = HostCommands.generateDukptMac(bdk(ksn), ksn, form, MESSAGE);
            assertThat(answer(make).fields(make).hex("mac")).isEqualTo(answer);
        }
    }

    @Test
    void a_form_that_does_not_fit_the_key_is_error_27() {
        assertThat(code(HostCommands.generateDukptMac(bdk(TDES_KSN), TDES_KSN, MacForm.X9_19, MESSAGE)))
                .isEqualTo("00");
        assertThat(code(HostCommands.generateDukptMac(bdk(AES_KSN), AES_KSN, MacForm.X9_19, MESSAGE)))
                .isEqualTo("27");
        assertThat(code(HostCommands.generateDukptMac(bdk(TDES_KSN), TDES_KSN, MacForm.X9_9, MESSAGE)))
                .isEqualTo("27");
    }

    @ParameterizedTest
    @ValueSource(strings = {TDES_KSN, AES_KSN})
    void a_track_is_opened_under_its_transaction_only(String ksn) {
        String sealed = TrackCipher.LAST_EIGHT.encrypt(key(ksn).trackKey(), TRACK);
        HostCommand ask = HostCommands.decryptDukptTrack(bdk(ksn), ksn, TrackForm.LAST_EIGHT, sealed);
        assertThat(answer(ask).fields(ask).text("track")).isEqualTo(TRACK);
        String other = ksn.substring(0, ksn.length() - 1) + "4";
        assertThat(code(HostCommands.decryptDukptTrack(bdk(ksn), other, TrackForm.LAST_EIGHT, sealed)))
                .isEqualTo("01");
    }

    @Test
    void counters_that_no_device_uses_and_keys_that_are_no_bdk_are_refused() {
        String never = "FFFF9876543210E00000";
        assertThat(code(HostCommands.generateDukptMac(bdk(TDES_KSN), never, MacForm.CMAC, MESSAGE)))
                .isEqualTo("15");
        String single = engine.formKey("009", List.of(Hex.bytes("0123456789ABCDEF")));
        assertThat(code(HostCommands.generateDukptMac(single, TDES_KSN, MacForm.CMAC, MESSAGE)))
                .isEqualTo("27");
        String tak = engine.formKey("003", List.of(ZPK));
        assertThat(code(HostCommands.generateDukptMac(tak, TDES_KSN, MacForm.CMAC, MESSAGE)))
                .isEqualTo("10");
    }

    private String pin(HostCommand ask, String pan) {
        byte[] block = answer(ask).fields(ask).hex("pinBlock");
        CipherKey zone = CipherKey.of(CipherKind.TDES, odd(ZPK));
        return PinBlocks.decipher(PinFormat.ISO0, zone, block, pan).orThrow();
    }

    /** Forming a key has made its parity odd. */
    private static byte[] odd(byte[] clear) {
        return OddParity.set(clear.clone());
    }

    private String bdk(String ksn) {
        return engine.formKey("009", List.of(Hex.bytes(ksn.length() == 20 ? TDES_BDK : AES_BDK)));
    }

    private static TransactionKey key(String ksn) {
        boolean tdes = ksn.length() == 20;
        CipherKey bdk = CipherKey.ofHex(tdes ? CipherKind.TDES : CipherKind.AES, tdes ? TDES_BDK : AES_BDK);
        return ((Dukpt.Derived) Dukpt.transaction(bdk, Ksn.ofHex(ksn))).key();
    }

    private HsmAnswer answer(HostCommand command) {
        return HsmAnswer.parse(engine.execute(command.frame(HsmVectors.HEADER)), 4);
    }

    private String code(HostCommand command) {
        return answer(command).errorCode();
    }
}
