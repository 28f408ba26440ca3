package dev.counterfoil.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ManagerCardFileTest {
    private static final String KEY = "0123456789ABCDEFFEDCBA9876543210";

    private final ManagerCardFile file =
            new ManagerCardFile("622588000000001", "20301231", CipherKey.ofHex(CipherKind.TDES, KEY));

    @BeforeEach
    void personalise() {
        file.personalise("246810", 3);
        assertThat(ask(ManagerApplication.select())).isEqualTo("019000");
    }

    @Test
    void number_and_expiry_are_free_and_the_key_is_not() {
        assertThat(ask(ManagerApplication.readNumber())).isEqualTo("622588000000001F9000");
        assertThat(ask(ManagerApplication.readExpiry())).isEqualTo("203012319000");
        assertThat(ask(ManagerApplication.readKey())).isEqualTo("6982");
    }

    @Test
    void the_right_password_opens_the_key() {
        assertThat(ask(ManagerApplication.verify("246810"))).isEqualTo("9000");
        assertThat(ask(ManagerApplication.readKey())).isEqualTo(KEY + "9000");
    }

    @Test
    void wrong_passwords_count_down_to_a_blocked_card() {
        assertThat(ask(ManagerApplication.verify("111111"))).isEqualTo("63C2");
        assertThat(ask(ManagerApplication.verify("111111"))).isEqualTo("63C1");
        assertThat(ask(ManagerApplication.verify("111111"))).isEqualTo("63C0");
        assertThat(ask(ManagerApplication.verify("246810"))).isEqualTo("6983");
        assertThat(ask(ManagerApplication.readKey())).isEqualTo("6982");
        assertThat(file.triesLeft()).isZero();
    }

    @Test
    void the_right_password_brings_all_tries_back() {
        ask(ManagerApplication.verify("111111"));
        ask(ManagerApplication.verify("246810"));
        assertThat(file.triesLeft()).isEqualTo(3);
    }

    @Test
    void the_counter_survives_a_reset_and_the_verified_state_does_not() {
        ask(ManagerApplication.verify("246810"));
        file.restart();
        assertThat(ask(ManagerApplication.readKey())).isEqualTo("6982");
        ask(ManagerApplication.select());
        assertThat(ask(ManagerApplication.readKey())).isEqualTo("6982");
        ask(ManagerApplication.verify("999999"));
        file.restart();
        assertThat(file.triesLeft()).isEqualTo(2);
    }

    @Test
    void a_wrong_password_after_the_right_one_closes_the_key_again() {
        ask(ManagerApplication.verify("246810"));
        ask(ManagerApplication.verify("111111"));
        assertThat(ask(ManagerApplication.readKey())).isEqualTo("6982");
    }

    @Test
    void other_commands_and_applications_are_refused() {
        assertThat(ask(new CommandApdu(0x00, 0xB0, 0, new byte[0], 16))).isEqualTo("6D00");
        assertThat(ask(new CommandApdu(0x00, 0x20, 0x0081, new byte[4], 0))).isEqualTo("6700");
        assertThat(ask(new CommandApdu(0x00, 0xA4, 0x0400, Hex.bytes("A000000333010101"), 256)))
                .isEqualTo("6A82");
        assertThat(ask(ManagerApplication.readNumber())).isEqualTo("6982");
    }

    private String ask(CommandApdu command) {
        ResponseApdu response = file.answer(CommandApdu.decode(command.encode()));
        return Hex.of(response.encode());
    }
}
