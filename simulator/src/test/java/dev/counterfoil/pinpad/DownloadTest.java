package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.keyblock.KeyPurpose;
import dev.counterfoil.crypto.keyblock.MasterKeyBlock;
import dev.counterfoil.protocol.padlink.CardKind;
import dev.counterfoil.protocol.padlink.Challenge;
import dev.counterfoil.protocol.padlink.DownloadKey;
import dev.counterfoil.protocol.padlink.KeyReport;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.SlotState;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireSignal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DownloadTest {
    private static final byte[] CT = Hex.bytes("81DD9FFC387210D174CB38A91098B5B1");
    private static final String PASSWORD = "246810";

    private final PadBench bench = new PadBench(PadPolicies.probeLimit(1_000));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_right_card_password_and_host_bring_an_active_master_key() {
        open(PASSWORD);
        assertThat(bench.last()).isEqualTo(new PadReply.PasswordChecked(0x9000));
        Challenge challenge = begin();
        assertThat(challenge.cardNumber()).isEqualTo(PadBench.CARD_NUMBER);
        assertThat(challenge.c1()).isEqualTo(PadBench.CARD_KEY.encryptEcb(challenge.r1()));
        assertThat(bench.ask(new PadCommand.CheckHost(PadBench.CARD_KEY.encryptEcb(challenge.r2())))
                        .good())
                .isTrue();
        assertThat(bench.ask(new PadCommand.LoadUnderCardKey(0, "51E1FBFA", CT)).good())
                .isTrue();
        assertThat(bench.ask(new PadCommand.EndDownload()).good()).isTrue();
        assertThat(status()).isEqualTo(new KeyReport(SlotState.ACTIVE, "51E1FBFA"));
        assertThat(bench.life("master key")).containsExactly("LOADED", "ACTIVE");
        assertThat(bench.life("card key")).containsExactly("LOADED", "WIPED");
        assertThat(bench.life("random numbers")).containsExactly("WIPED");
        assertThat(bench.witness.hasEnded("card key", "T1")).isTrue();
        assertThat(bench.witness.hasEnded("card password", "T1")).isTrue();
    }

    @Test
    void c1_is_that_of_the_published_vector() {
        // K, R1 and C1 calculated with OpenSSL.
        assertThat(Hex.of(PadBench.CARD_KEY.encryptEcb(Hex.bytes("1122334455667788"))))
                .isEqualTo("3EB3B72576BBBE83");
    }

    @Test
    void r1_and_r2_differ_and_never_repeat() {
        open(PASSWORD);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            Challenge challenge = begin();
            assertThat(seen.add(Hex.of(challenge.r1()))).isTrue();
            assertThat(seen.add(Hex.of(challenge.r2()))).isTrue();
        }
    }

    @Test
    void a_wrong_password_leaves_no_key_and_shows_the_tries() {
        open("111111");
        assertThat(bench.last()).isEqualTo(new PadReply.PasswordChecked(0x63C2));
        assertThat(bench.ask(new PadCommand.BeginDownload()).result()).isEqualTo(PadResult.AUTHENTICATION);
        password(PASSWORD);
        assertThat(bench.last()).isEqualTo(new PadReply.PasswordChecked(0x9000));
    }

    @Test
    void three_wrong_passwords_block_the_card() {
        open("111111");
        password("111111");
        password("111111");
        assertThat(bench.last()).isEqualTo(new PadReply.PasswordChecked(0x63C0));
        password(PASSWORD);
        assertThat(bench.last()).isEqualTo(new PadReply.PasswordChecked(0x6983));
        assertThat(bench.ask(new PadCommand.BeginDownload()).result()).isEqualTo(PadResult.AUTHENTICATION);
    }

    @Test
    void a_host_that_does_not_know_the_card_key_cannot_plant_a_master_key() {
        open(PASSWORD);
        begin();
        assertThat(bench.ask(new PadCommand.CheckHost(new byte[8])).result()).isEqualTo(PadResult.AUTHENTICATION);
        assertThat(bench.ask(new PadCommand.LoadUnderCardKey(0, "51E1FBFA", CT)).result())
                .isEqualTo(PadResult.AUTHENTICATION);
        assertThat(status().state()).isEqualTo(SlotState.EMPTY);
    }

    @Test
    void every_altered_bit_of_a_delivery_is_found_out() {
        open(PASSWORD);
        authenticate();
        for (int bit = 0; bit < 8 * CT.length; bit++) {
            byte[] bad = CT.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(bench.ask(new PadCommand.LoadUnderCardKey(0, "51E1FBFA", bad))
                            .result())
                    .isEqualTo(PadResult.KCV);
        }
        assertThat(bench.ask(new PadCommand.LoadUnderCardKey(0, "51E1FBFA", new byte[9]))
                        .result())
                .isEqualTo(PadResult.ILLEGAL);
        assertThat(status().state()).isEqualTo(SlotState.EMPTY);
        assertThat(bench.ask(new PadCommand.LoadUnderCardKey(0, "51E1FBFA", CT)).good())
                .isTrue();
    }

    @Test
    void a_hardened_download_takes_a_key_block_for_this_terminal_only() {
        open(PASSWORD);
        Challenge challenge = Challenge.decode(
                bench.ask(new PadCommand.BeginHardenedDownload()).data());
        CipherKey proof = KeyPurpose.AUTHENTICATION.of(PadBench.CARD_KEY);
        assertThat(challenge.c1()).isEqualTo(proof.encryptEcb(challenge.r1()));
        assertThat(load(block("T1"))).isEqualTo(PadResult.AUTHENTICATION);
        PadCommand literalProof = new PadCommand.CheckHost(PadBench.CARD_KEY.encryptEcb(challenge.r2()));
        assertThat(bench.ask(literalProof).result()).isEqualTo(PadResult.AUTHENTICATION);
        assertThat(bench.ask(new PadCommand.CheckHost(proof.encryptEcb(challenge.r2())))
                        .good())
                .isTrue();
        assertThat(load(block("T2"))).isEqualTo(PadResult.ILLEGAL);
        assertThat(load(block("T1").substring(0, 50))).isEqualTo(PadResult.ILLEGAL);
        assertThat(bench.ask(new PadCommand.LoadUnderCardKey(0, "51E1FBFA", CT)).result())
                .isEqualTo(PadResult.AUTHENTICATION);
        assertThat(bench.ask(new PadCommand.LoadKeyBlock(0, "51E1FBFB", block("T1")))
                        .result())
                .isEqualTo(PadResult.KCV);
        assertThat(status().state()).isEqualTo(SlotState.EMPTY);
        assertThat(load(block("T1"))).isEqualTo(PadResult.GOOD);
        assertThat(status().checkValue()).isEqualTo("51E1FBFA");
    }

    @Test
    void the_pad_seals_requests_and_checks_answers_and_does_neither_for_the_other_way() {
        byte[] data = {1, 2, 3};
        for (DownloadKey key : DownloadKey.values()) {
            PadResult without = switch (key) {
                case CARD_KEY -> PadResult.AUTHENTICATION;
                case MASTER_KEY -> PadResult.NO_TMK;
                case CHIP_KEY -> PadResult.GOOD;
            };
            assertThat(bench.ask(new PadCommand.DownloadMac(key, data)).result())
                    .isEqualTo(without);
        }
        bench.withMasterKey();
        open(PASSWORD);
        for (DownloadKey key : DownloadKey.values()) {
            CipherKey parent = switch (key) {
                case CARD_KEY -> PadBench.CARD_KEY;
                case MASTER_KEY -> PadBench.TMK;
                case CHIP_KEY -> PadBench.CHIP_KEY;
            };
            byte[] request = bench.ask(new PadCommand.DownloadMac(key, data)).hex();
            assertThat(request).isEqualTo(KeyPurpose.REQUEST_MAC.mac(parent, data));
            byte[] answer = KeyPurpose.ANSWER_MAC.mac(parent, data);
            assertThat(bench.ask(new PadCommand.CheckDownloadMac(key, answer, data))
                            .good())
                    .isTrue();
            assertThat(bench.ask(new PadCommand.CheckDownloadMac(key, request, data))
                            .result())
                    .isEqualTo(PadResult.AUTHENTICATION);
        }
    }

    @Test
    void a_card_pulled_before_the_end_wipes_its_key() {
        open(PASSWORD);
        authenticate();
        bench.pullCard();
        assertThat(bench.last()).isEqualTo(new PadReply.CardOut());
        assertThat(bench.life("card key")).containsExactly("LOADED", "WIPED");
        assertThat(bench.life("random numbers")).containsExactly("WIPED");
        assertThat(bench.ask(new PadCommand.LoadUnderCardKey(0, "51E1FBFA", CT)).result())
                .isEqualTo(PadResult.AUTHENTICATION);
    }

    @Test
    void a_card_pulled_while_its_password_is_typed_ends_the_entry() {
        insertAwaited(PadBench.CARD_KEY);
        bench.ask(new PadCommand.StartCardPassword(30));
        bench.press("2");
        bench.pullCard();
        assertThat(bench.last()).isEqualTo(new PadReply.CardOut());
        int heard = bench.heard.size();
        bench.type("46810");
        assertThat(bench.heard).hasSize(heard);
    }

    @Test
    void a_power_cut_wipes_card_key_and_random_numbers() {
        open(PASSWORD);
        authenticate();
        bench.tell(new PinPad.PowerCut());
        assertThat(bench.witness.hasEnded("card key", "T1")).isTrue();
        assertThat(bench.witness.hasEnded("random numbers", "T1")).isTrue();
    }

    @Test
    void a_card_without_a_chip_is_silent() {
        bench.ask(new PadCommand.AwaitCard(30));
        bench.insertStripeCard();
        bench.seconds(1);
        assertThat(bench.last()).isEqualTo(new PadReply.CardIn(CardKind.SILENT, "", ""));
        assertThat(bench.ask(new PadCommand.StartCardPassword(30)).result()).isEqualTo(PadResult.AUTHENTICATION);
    }

    @Test
    void a_chip_that_is_no_manager_card_is_told_apart() {
        bench.ask(new PadCommand.AwaitCard(30));
        bench.insert(lying(Hex.bytes("3B00"), Hex.bytes("0000026A8268" + "80")), "card B");
        bench.seconds(2);
        assertThat(bench.last()).isInstanceOf(PadReply.CardIn.class);
        assertThat(((PadReply.CardIn) bench.last()).kind()).isNotEqualTo(CardKind.MANAGER);
    }

    @Test
    void nobody_puts_a_card_in_and_the_wait_ends() {
        bench.ask(new PadCommand.AwaitCard(30));
        bench.seconds(30);
        assertThat(bench.last()).isEqualTo(new PadReply.TimedOut());
    }

    @Test
    void a_card_that_was_there_before_is_looked_at() {
        bench.insertManagerCard(PASSWORD, 3, PadBench.CARD_KEY);
        assertThat(bench.heard).isEmpty();
        bench.ask(new PadCommand.AwaitCard(30));
        assertThat(bench.last()).isEqualTo(new PadReply.CardIn(CardKind.MANAGER, PadBench.CARD_NUMBER, "20301231"));
    }

    @Test
    void nothing_of_the_download_is_on_the_cable_in_clear() {
        open(PASSWORD);
        authenticate();
        bench.ask(new PadCommand.LoadUnderCardKey(0, "51E1FBFA", CT));
        bench.heard.forEach(reply -> assertThat(bench.witness.scan(reply.encode()).stream()
                        .map(Object::toString)
                        .filter(s -> !s.contains("random numbers")))
                .isEmpty());
    }

    /** A card that answers the first two things it hears with these bytes, whatever they are. */
    private static Behavior<DeviceMessage> lying(byte[] first, byte[] second) {
        return Behaviors.setup(context -> {
            dev.counterfoil.wire.WireEnd[] slot = new dev.counterfoil.wire.WireEnd[1];
            int[] answers = {0};
            return Behaviors.receiveMessage(m -> {
                if (m instanceof WireSignal.Plugged p) {
                    slot[0] = p.into();
                } else if (m instanceof WireSignal.Received && answers[0] < 2) {
                    slot[0].send(answers[0]++ == 0 ? first : second);
                }
                return Behaviors.same();
            });
        });
    }

    private void insertAwaited(CipherKey key) {
        assertThat(bench.ask(new PadCommand.AwaitCard(30)).good()).isTrue();
        bench.insertManagerCard(PASSWORD, 3, key);
        assertThat(bench.last()).isEqualTo(new PadReply.CardIn(CardKind.MANAGER, PadBench.CARD_NUMBER, "20301231"));
    }

    private void open(String password) {
        insertAwaited(PadBench.CARD_KEY);
        password(password);
    }

    private void password(String password) {
        assertThat(bench.ask(new PadCommand.StartCardPassword(30)).good()).isTrue();
        bench.type(password);
    }

    private PadResult load(String block) {
        return bench.ask(new PadCommand.LoadKeyBlock(0, "51E1FBFA", block)).result();
    }

    private static String block(String terminal) {
        return MasterKeyBlock.wrap(PadBench.CARD_KEY, PadBench.TMK, terminal, target -> {});
    }

    private Challenge begin() {
        return Challenge.decode(bench.ask(new PadCommand.BeginDownload()).data());
    }

    private void authenticate() {
        byte[] c2 = PadBench.CARD_KEY.encryptEcb(begin().r2());
        assertThat(bench.ask(new PadCommand.CheckHost(c2)).good()).isTrue();
    }

    private KeyReport status() {
        return KeyReport.decode(
                bench.ask(new PadCommand.KeyStatus(PadSlot.MASTER_KEY)).data());
    }
}
