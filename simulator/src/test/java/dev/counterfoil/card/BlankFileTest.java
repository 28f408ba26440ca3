package dev.counterfoil.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.keyblock.CardChannel;
import dev.counterfoil.hsm.HsmEngine;
import dev.counterfoil.hsm.HsmPersonality;
import dev.counterfoil.hsm.VariantLmk;
import dev.counterfoil.protocol.apdu.BlankApplication;
import dev.counterfoil.protocol.apdu.BlankApplication.Item;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import dev.counterfoil.protocol.hostcommand.BlankCardCommands;
import dev.counterfoil.protocol.hostcommand.HostCommand;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The issuer's part is played here with an HSM and the commands of the card issuer. */
final class BlankFileTest {
    private static final String NUMBER = "8600000000000015";
    private static final byte[] CHIP = Hex.bytes("0011223344556677");
    private static final byte[] CHALLENGE = Hex.bytes("0102030405060708");

    private final Random random = new Random(20260316);
    private final HsmEngine engine =
            new HsmEngine(HsmPersonality.payShield10k(), VariantLmk.testSet(), random::nextBytes);
    private final CipherKey cardMaster = CipherKey.ofHex(CipherKind.TDES, "0123456789ABCDEFFEDCBA9876543210");
    private final CipherKey transportMaster = CipherKey.ofHex(CipherKind.TDES, "2A4A5D6D7F8F91A1B3C2D5E5F7071929");
    private final String cardMasterUnderLmk = engine.formKey("10E", List.of(cardMaster.clear()));
    private final String transportUnderLmk = engine.formKey("20E", List.of(transportMaster.clear()));
    private final CipherKey transport = transportMaster.diversify(CHIP);
    private final BlankFile card = new BlankFile(CHIP, transport);

    private ResponseApdu ask(CommandApdu command) {
        return card.answer(CommandApdu.decode(command.encode()));
    }

    private int word(CommandApdu command) {
        return ask(command).statusWord();
    }

    private HsmAnswer hsm(HostCommand command) {
        return HsmAnswer.parse(engine.execute(command.frame("0000")), 4);
    }

    private static byte[] sealed(HsmAnswer answer, HostCommand command) {
        return answer.fields(command).hex("sealed");
    }

    /** Opens a channel as an issuer does, and proves both sides to each other. */
    private BlankCardCommands channel() {
        assertThat(ask(BlankApplication.select()).data()).isEqualTo(CHIP);
        byte[] answer = ask(BlankApplication.initializeUpdate(CHALLENGE)).data();
        byte[] both = Arrays.copyOf(CHALLENGE, 16);
        System.arraycopy(answer, 0, both, 8, 8);
        BlankCardCommands commands = new BlankCardCommands(transportUnderLmk, CHIP, both);
        HostCommand prove = commands.prove(Arrays.copyOfRange(answer, 8, 16));
        byte[] cryptogram = hsm(prove).fields(prove).hex("cryptogram");
        assertThat(word(BlankApplication.externalAuthenticate(cryptogram))).isEqualTo(0x9000);
        return commands;
    }

    private int write(BlankCardCommands channel, Item item, int number, String data) {
        byte[] place = item.place(number);
        HostCommand seal = item == Item.KEY
                ? channel.sealKey(place, cardMasterUnderLmk, NUMBER)
                : channel.sealData(place, Hex.bytes(data));
        return word(item.command(sealed(hsm(seal), seal)));
    }

    private void writeAll(BlankCardCommands channel) {
        assertThat(write(channel, Item.NUMBER, 1, NUMBER)).isEqualTo(0x9000);
        assertThat(write(channel, Item.EXPIRY, 2, "20301231")).isEqualTo(0x9000);
        assertThat(write(channel, Item.KEY, 3, "")).isEqualTo(0x9000);
        assertThat(write(channel, Item.PASSWORD, 4, "03246810FFFFFFFFFF")).isEqualTo(0x9000);
        assertThat(card.issued()).isNull();
        assertThat(write(channel, Item.ISSUED, 5, "")).isEqualTo(0x9000);
    }

    @Test
    void a_card_that_was_written_answers_as_one_that_was_born_with_the_same_number() {
        writeAll(channel());
        ManagerCardFile written = Objects.requireNonNull(card.issued());
        CipherKey key = cardMaster.diversify(CipherKey.cardData(NUMBER));
        ManagerCardFile born = new ManagerCardFile(NUMBER, "20301231", key);
        born.personalise("246810", 3);
        List<CommandApdu> dialogue = List.of(
                ManagerApplication.readKey(),
                ManagerApplication.select(),
                ManagerApplication.readNumber(),
                ManagerApplication.readExpiry(),
                ManagerApplication.verify("111111"),
                ManagerApplication.readKey(),
                ManagerApplication.verify("246810"),
                ManagerApplication.readKey());
        for (CommandApdu command : dialogue) {
            assertThat(written.answer(command).encode())
                    .as(command.toString())
                    .isEqualTo(born.answer(command).encode());
        }
        CipherKey given = CipherKey.of(
                CipherKind.TDES, written.answer(ManagerApplication.readKey()).data());
        assertThat(given.kcv()).isEqualTo(key.kcv());
        assertThat(written.triesLeft()).isEqualTo(3);
    }

    @Test
    void the_key_never_crosses_in_clear() {
        BlankCardCommands channel = channel();
        HostCommand seal = channel.sealKey(Item.KEY.place(1), cardMasterUnderLmk, NUMBER);
        String clear = Hex.of(cardMaster.diversify(CipherKey.cardData(NUMBER)).clear());
        HsmAnswer answer = hsm(seal);
        assertThat(answer.body()).doesNotContain(clear).doesNotContain(clear.substring(0, 16));
        assertThat(sealed(answer, seal)).hasSize(32);
    }

    @Test
    void the_hsm_gives_no_proof_to_a_card_with_another_transport_key() {
        BlankFile stranger = new BlankFile(CHIP, cardMaster.diversify(CHIP));
        stranger.answer(BlankApplication.select());
        byte[] answer =
                stranger.answer(BlankApplication.initializeUpdate(CHALLENGE)).data();
        byte[] both = Arrays.copyOf(CHALLENGE, 16);
        System.arraycopy(answer, 0, both, 8, 8);
        HostCommand prove =
                new BlankCardCommands(transportUnderLmk, CHIP, both).prove(Arrays.copyOfRange(answer, 8, 16));
        assertThat(hsm(prove).errorCode()).isEqualTo("01");
    }

    @Test
    void the_hsm_seals_no_key_of_the_callers_choice_and_puts_the_card_key_nowhere_else() {
        BlankCardCommands channel = channel();
        assertThat(hsm(channel.sealData(Item.KEY.place(1), new byte[21])).errorCode())
                .isEqualTo("15");
        assertThat(hsm(channel.sealKey(Item.NUMBER.place(1), cardMasterUnderLmk, NUMBER))
                        .errorCode())
                .isEqualTo("15");
        assertThat(hsm(channel.sealKey(Item.KEY.place(1), transportUnderLmk, NUMBER))
                        .errorCode())
                .isEqualTo("10");
    }

    @Test
    void three_wrong_proofs_block_a_blank_card_and_a_right_one_sets_the_counter_back() {
        wrongProofs(2);
        channel();
        card.restart();
        wrongProofs(3);
        ask(BlankApplication.select());
        assertThat(word(BlankApplication.initializeUpdate(CHALLENGE))).isEqualTo(BlankApplication.BLOCKED);
    }

    private void wrongProofs(int times) {
        for (int i = 0; i < times; i++) {
            ask(BlankApplication.select());
            ask(BlankApplication.initializeUpdate(CHALLENGE));
            assertThat(word(BlankApplication.externalAuthenticate(new byte[8]))).isEqualTo(0x6300);
        }
    }

    @Test
    void two_channels_have_two_challenges() {
        ask(BlankApplication.select());
        byte[] first = ask(BlankApplication.initializeUpdate(CHALLENGE)).data();
        card.restart();
        ask(BlankApplication.select());
        assertThat(ask(BlankApplication.initializeUpdate(CHALLENGE)).data()).isNotEqualTo(first);
    }

    @Test
    void a_sealed_command_counts_at_its_place_only() {
        BlankCardCommands channel = channel();
        HostCommand seal = channel.sealData(Item.NUMBER.place(1), Hex.bytes(NUMBER));
        byte[] sealed = sealed(hsm(seal), seal);
        assertThat(word(Item.EXPIRY.command(sealed))).isEqualTo(BlankApplication.MAC_WRONG);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 0x10;
            assertThat(word(Item.NUMBER.command(changed))).as("byte %d", i).isEqualTo(BlankApplication.MAC_WRONG);
            assertThat(word(Item.NUMBER.command(Arrays.copyOf(sealed, i)))).isEqualTo(BlankApplication.MAC_WRONG);
        }
        assertThat(word(Item.NUMBER.command(sealed))).isEqualTo(0x9000);
        assertThat(word(Item.NUMBER.command(sealed))).isEqualTo(BlankApplication.MAC_WRONG);
    }

    @Test
    void data_that_is_none_is_refused_and_can_be_written_anew() {
        BlankCardCommands channel = channel();
        assertThat(write(channel, Item.NUMBER, 1, "86000000000000AF")).isEqualTo(BlankApplication.WRONG_DATA);
        assertThat(write(channel, Item.EXPIRY, 2, "20301331")).isEqualTo(BlankApplication.WRONG_DATA);
        assertThat(write(channel, Item.PASSWORD, 3, "03246FFFFFFFFFFFFF")).isEqualTo(BlankApplication.WRONG_DATA);
        assertThat(write(channel, Item.PASSWORD, 4, "10246810FFFFFFFFFF")).isEqualTo(BlankApplication.WRONG_DATA);
        assertThat(write(channel, Item.PASSWORD, 5, "")).isEqualTo(BlankApplication.WRONG_DATA);
        assertThat(write(channel, Item.ISSUED, 6, "")).isEqualTo(BlankApplication.NOT_COMPLETE);
        assertThat(write(channel, Item.NUMBER, 7, NUMBER)).isEqualTo(0x9000);
    }

    @Test
    void a_key_with_another_check_value_is_refused() {
        ask(BlankApplication.select());
        byte[] challenge =
                Arrays.copyOf(ask(BlankApplication.initializeUpdate(CHALLENGE)).data(), 8);
        CardChannel channel = new CardChannel(transport, CHALLENGE, challenge);
        assertThat(word(BlankApplication.externalAuthenticate(channel.hostCryptogram())))
                .isEqualTo(0x9000);
        byte[] data = Hex.bytes("010123456789ABCDEFFEDCBA987654321000000000");
        byte[] sealed = channel.seal(Item.KEY.place(1), data);
        assertThat(word(Item.KEY.command(sealed))).isEqualTo(BlankApplication.WRONG_DATA);
        assertThat(card.key()).isNull();
    }

    @Test
    void power_that_fails_at_any_writing_spoils_the_card_and_before_it_does_not() {
        channel();
        card.restart();
        BlankCardCommands channel = channel();
        write(channel, Item.NUMBER, 1, NUMBER);
        card.restart();
        assertThat(word(BlankApplication.select())).isEqualTo(BlankApplication.SPOILT);
        assertThat(word(BlankApplication.initializeUpdate(CHALLENGE))).isEqualTo(BlankApplication.NO_CHANNEL);
        assertThat(word(ManagerApplication.select())).isEqualTo(BlankApplication.NO_SUCH_APPLICATION);
    }

    @Test
    void a_channel_is_needed_and_begins_with_select() {
        assertThat(word(BlankApplication.initializeUpdate(CHALLENGE))).isEqualTo(BlankApplication.NO_CHANNEL);
        assertThat(word(BlankApplication.externalAuthenticate(CHALLENGE))).isEqualTo(BlankApplication.NO_CHANNEL);
        assertThat(word(Item.NUMBER.command(new byte[16]))).isEqualTo(BlankApplication.NO_CHANNEL);
        ask(BlankApplication.select());
        assertThat(word(BlankApplication.initializeUpdate(new byte[7]))).isEqualTo(BlankApplication.WRONG_LENGTH);
        channel();
        assertThat(word(new CommandApdu(0x84, 0xE2, 0x1234, new byte[16], 0)))
                .isEqualTo(BlankApplication.NO_SUCH_PLACE);
        assertThat(word(new CommandApdu(0x84, 0xEE, 0x1234, new byte[16], 0)))
                .isEqualTo(BlankApplication.UNKNOWN_INSTRUCTION);
        assertThat(word(new CommandApdu(0xF0, 0xE2, 0x005A, new byte[16], 0)))
                .isEqualTo(BlankApplication.UNKNOWN_CLASS);
    }
}
