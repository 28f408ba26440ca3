package dev.counterfoil.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.protocol.apdu.CardBlock;
import dev.counterfoil.protocol.apdu.CardReader;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random and altered commands to a manager card, from a seed. */
final class ManagerCardFuzzTest {
    private static final String KEY = "0123456789ABCDEFFEDCBA9876543210";
    private static final List<CommandApdu> KNOWN = List.of(
            ManagerApplication.select(),
            ManagerApplication.readNumber(),
            ManagerApplication.readExpiry(),
            ManagerApplication.readKey(),
            ManagerApplication.verify("111111"));

    private final ManagerCardFile file =
            new ManagerCardFile("622588000000001", "20301231", CipherKey.ofHex(CipherKind.TDES, KEY));
    private final Random random = new Random(41);

    @Test
    void no_command_throws_and_none_gives_the_key_to_who_does_not_know_the_password() {
        file.personalise("246810", 3);
        int answered = 0;
        for (int round = 0; round < 50_000; round++) {
            Optional<CommandApdu> command = read(altered(pick().encode()));
            if (command.isPresent()) {
                byte[] answer = file.answer(command.get()).encode();
                answered++;
                assertThat(Hex.of(answer)).doesNotContain(KEY.substring(0, 16)).doesNotContain(KEY.substring(16));
            }
        }
        assertThat(answered).isGreaterThan(10_000);
        assertThat(file.triesLeft()).isZero();
    }

    @Test
    void whatever_the_contacts_carry_is_a_block_or_malformed_and_a_reset_begins_anew() {
        CardReader contacts = new CardReader();
        int blocks = 0;
        for (int round = 0; round < 50_000; round++) {
            for (byte[] piece : contacts.feed(altered(CardBlock.of(pick().encode(), random.nextBoolean())))) {
                blocks += isBlock(piece) ? 1 : 0;
            }
            contacts.reset();
        }
        assertThat(blocks).isGreaterThan(1_000);
        byte[] whole = CardBlock.of(ManagerApplication.select().encode(), false);
        assertThat(contacts.feed(whole)).containsExactly(whole);
    }

    private CommandApdu pick() {
        return KNOWN.get(random.nextInt(KNOWN.size()));
    }

    /** Up to two bytes changed, and up to two missing or too many. */
    private byte[] altered(byte[] bytes) {
        byte[] out = Arrays.copyOf(bytes, Math.max(1, bytes.length + random.nextInt(5) - 2));
        for (int i = random.nextInt(3); i > 0; i--) {
            out[random.nextInt(out.length)] = (byte) random.nextInt(256);
        }
        return out;
    }

    private static Optional<CommandApdu> read(byte[] bytes) {
        try {
            return Optional.of(CommandApdu.decode(bytes));
        } catch (Malformed expected) {
            return Optional.empty();
        }
    }

    private static boolean isBlock(byte[] piece) {
        try {
            ResponseApdu.decode(CardBlock.apdu(piece));
            return true;
        } catch (Malformed expected) {
            return false;
        }
    }
}
