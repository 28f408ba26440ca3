package dev.counterfoil.pinpad;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.codec.Checksums;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.Sighting;
import dev.counterfoil.protocol.apdu.Atr;
import dev.counterfoil.protocol.apdu.CardBlock;
import dev.counterfoil.protocol.padlink.CardKind;
import dev.counterfoil.protocol.padlink.KeyReport;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadProbe;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.padlink.PadSlot;
import dev.counterfoil.protocol.padlink.SlotState;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Random and altered bytes on a pad's cable and from the card in its slot, from a seed. */
final class PadFuzzTest {
    private static final String PASSWORD = "246810";

    /** What the right card says, from reset to card key. */
    private static final List<byte[]> CARD = List.of(
            Atr.withHistory("CFM1".getBytes(StandardCharsets.US_ASCII)),
            CardBlock.of(Hex.bytes("019000"), false),
            CardBlock.of(Hex.bytes(PadBench.CARD_NUMBER + "9000"), true),
            CardBlock.of(Hex.bytes("203012319000"), false),
            CardBlock.of(Hex.bytes("9000"), true),
            CardBlock.of(Hex.bytes(Hex.of(PadBench.CARD_KEY.clear()) + "9000"), false));

    private final PadBench bench = new PadBench(PadPolicies.probeLimit(1_000_000));
    private final Random random = new Random(42);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void no_frame_stops_the_pad_gives_a_key_out_or_changes_one_it_refuses() {
        bench.signedIn();
        List<byte[]> frames = PadProbe.commands(List.of(new byte[16])).stream()
                .filter(command -> !(command instanceof PadCommand.Reactivate))
                .map(command -> command instanceof PadCommand.EncryptTrack m
                        ? new PadCommand.EncryptTrack(m.slot(), m.kind(), "6225880112345678D25121010000017493026")
                        : command)
                .map(PadCommand::encode)
                .toList();
        for (int round = 0; round < 4_000; round++) {
            byte[] frame = sealed(altered(frames.get(random.nextInt(frames.size()))));
            Map<PadSlot, KeyReport> before = keys();
            int answers = bench.answers().size();
            bench.say(frame);
            bench.seconds(1_000);
            List<PadReply.Answer> said = bench.answers();
            said = said.subList(answers, said.size());
            assertThat(leaked(said)).as("answer to %s", Hex.of(frame)).isEmpty();
            if (said.stream().noneMatch(PadReply.Answer::good)) {
                assertThat(keys()).as("keys after %s", Hex.of(frame)).isEqualTo(before);
            }
        }
    }

    @Test
    void no_card_stops_the_pad_or_brings_a_master_key() {
        int managers = 0;
        int opened = 0;
        for (int round = 0; round < 600; round++) {
            assertThat(bench.ask(new PadCommand.AwaitCard(30)).good()).isTrue();
            bench.insert(babbling(), "card " + round);
            bench.seconds(60);
            boolean manager = bench.last() instanceof PadReply.CardIn in && in.kind() == CardKind.MANAGER;
            if (manager) {
                managers++;
                assertThat(bench.ask(new PadCommand.StartCardPassword(30)).good())
                        .isTrue();
                bench.type(PASSWORD);
                bench.seconds(60);
                assertThat(bench.last()).isInstanceOfAny(PadReply.PasswordChecked.class, PadReply.TimedOut.class);
                opened += bench.ask(new PadCommand.BeginDownload()).good() ? 1 : 0;
                assertThat(bench.ask(new PadCommand.LoadUnderCardKey(0, "00000000", new byte[16]))
                                .result())
                        .isEqualTo(PadResult.AUTHENTICATION);
            }
            bench.pullCard();
            assertThat(keys().get(PadSlot.MASTER_KEY).state()).isEqualTo(SlotState.EMPTY);
        }
        assertThat(managers).isBetween(100, 590);
        assertThat(opened).isBetween(50, managers);
        assertThat(leaked(bench.heard)).isEmpty();
    }

    /** The pad's own account of its keys; that it answers shows that it runs. */
    private Map<PadSlot, KeyReport> keys() {
        Map<PadSlot, KeyReport> keys = new EnumMap<>(PadSlot.class);
        for (PadSlot slot : PadSlot.values()) {
            keys.put(
                    slot,
                    KeyReport.decode(bench.ask(new PadCommand.KeyStatus(slot)).data()));
        }
        return keys;
    }

    /** Secrets in what the pad says; its random numbers go out by design, and the track is the terminal's. */
    private List<Sighting> leaked(List<? extends PadReply> said) {
        return said.stream()
                .flatMap(reply -> bench.witness.scan(reply.encode()).stream())
                .filter(seen -> !List.of("random numbers", "track data").contains(seen.secret()))
                .toList();
    }

    /** A card that says what the right card says, now and then altered, cut or doubled. */
    private Behavior<DeviceMessage> babbling() {
        return Behaviors.setup(context -> {
            WireEnd[] slot = new WireEnd[1];
            int[] said = {0};
            return Behaviors.receiveMessage(m -> {
                if (m instanceof WireSignal.Plugged p) {
                    slot[0] = p.into();
                } else if (m instanceof WireSignal.Received) {
                    byte[] right = CARD.get(said[0]++ % CARD.size());
                    slot[0].send(random.nextInt(6) == 0 ? altered(right) : right);
                }
                return Behaviors.same();
            });
        });
    }

    /** Up to two bytes changed, and up to two missing or too many. */
    private byte[] altered(byte[] bytes) {
        byte[] out =
                Arrays.copyOf(bytes, Math.max(1, bytes.length + (random.nextInt(3) == 0 ? random.nextInt(5) - 2 : 0)));
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            out[random.nextInt(out.length)] = (byte) random.nextInt(256);
        }
        return out;
    }

    /** With the length and the check characters that fit what is between them, three times of four. */
    private byte[] sealed(byte[] frame) {
        int etx = frame.length - 3;
        if (etx < 5 || random.nextInt(4) == 0) {
            return frame;
        }
        byte[] out = frame.clone();
        out[0] = 0x02;
        System.arraycopy(String.format("%03d", etx - 4).getBytes(StandardCharsets.US_ASCII), 0, out, 1, 3);
        out[etx] = 0x03;
        String lrc = String.format("%02X", Checksums.lrc(out, 1, etx) & 0xFF);
        System.arraycopy(lrc.getBytes(StandardCharsets.US_ASCII), 0, out, etx + 1, 2);
        return out;
    }
}
