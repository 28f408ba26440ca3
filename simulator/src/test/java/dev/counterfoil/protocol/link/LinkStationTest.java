package dev.counterfoil.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterfoil.codec.Hex;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LinkStationTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WORLD = "world".getBytes(StandardCharsets.US_ASCII);

    private static byte[] transmitted(List<LinkEffect> effects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (LinkEffect effect : effects) {
            if (effect instanceof LinkEffect.Transmit transmit) {
                out.writeBytes(transmit.bytes());
            }
        }
        return out.toByteArray();
    }

    private static List<byte[]> delivered(List<LinkEffect> effects) {
        List<byte[]> payloads = new ArrayList<>();
        for (LinkEffect effect : effects) {
            if (effect instanceof LinkEffect.Deliver deliver) {
                payloads.add(deliver.payload());
            }
        }
        return payloads;
    }

    private static long gaveUp(List<LinkEffect> effects) {
        return effects.stream().filter(LinkEffect.GaveUp.class::isInstance).count();
    }

    /** The CRC is that of the catalogue's CRC-16/CCITT-FALSE over the bytes before it. */
    @Test
    void a_frame_has_the_bytes_of_its_table() {
        String frame = Hex.of(transmitted(new LinkStation().send(HELLO)));
        assertThat(frame).startsWith("02" + "00" + "0005" + "68656C6C6F").hasSize(22);
        byte[] ack = transmitted(new LinkStation().received(Hex.bytes(frame)));
        assertThat(Hex.of(ack)).startsWith("0600").hasSize(8);
    }

    @Test
    void a_payload_arrives_wherever_the_line_splits_it() {
        byte[] line = transmitted(new LinkStation().send(HELLO));
        for (int split = 0; split <= line.length; split++) {
            LinkStation station = new LinkStation();
            List<byte[]> payloads = new ArrayList<>(delivered(station.received(Arrays.copyOf(line, split))));
            payloads.addAll(delivered(station.received(Arrays.copyOfRange(line, split, line.length))));
            assertThat(payloads).containsExactly(HELLO);
        }
    }

    @Test
    void the_second_payload_waits_for_the_first_acknowledgement() {
        LinkStation near = new LinkStation();
        LinkStation far = new LinkStation();
        byte[] first = transmitted(near.send(HELLO));
        assertThat(near.send(WORLD)).isEmpty();
        List<LinkEffect> answer = far.received(first);
        assertThat(delivered(answer)).containsExactly(HELLO);
        byte[] second = transmitted(near.received(transmitted(answer)));
        assertThat(delivered(far.received(second))).containsExactly(WORLD);
        assertThat(near.repeats()).isZero();
    }

    @Test
    void every_single_byte_of_noise_is_repaired_by_a_repeat() {
        byte[] line = transmitted(new LinkStation().send(HELLO));
        for (int at = 0; at < line.length; at++) {
            for (int flip = 1; flip < 256; flip++) {
                LinkStation near = new LinkStation();
                LinkStation far = new LinkStation();
                byte[] harmed = transmitted(near.send(HELLO));
                harmed[at] ^= (byte) flip;
                assertThat(delivered(far.received(harmed))).isEmpty();
                far.timeout(LinkTimer.SILENCE);
                byte[] again = transmitted(near.timeout(LinkTimer.ANSWER));
                List<LinkEffect> answer = far.received(again);
                assertThat(delivered(answer)).as("byte %d flip %d", at, flip).containsExactly(HELLO);
                near.received(transmitted(answer));
                assertThat(near.idle()).isTrue();
                assertThat(near.repeats()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_lost_acknowledgement_delivers_once() {
        LinkStation near = new LinkStation();
        LinkStation far = new LinkStation();
        assertThat(delivered(far.received(transmitted(near.send(HELLO))))).hasSize(1);
        List<LinkEffect> again = far.received(transmitted(near.timeout(LinkTimer.ANSWER)));
        assertThat(delivered(again)).isEmpty();
        near.received(transmitted(again));
        assertThat(near.idle()).isTrue();
    }

    @Test
    void a_dead_line_is_given_up_after_the_tries() {
        LinkStation near = new LinkStation(3);
        near.send(HELLO);
        near.send(WORLD);
        assertThat(gaveUp(near.timeout(LinkTimer.ANSWER))).isZero();
        assertThat(gaveUp(near.timeout(LinkTimer.ANSWER))).isZero();
        List<LinkEffect> last = near.timeout(LinkTimer.ANSWER);
        assertThat(gaveUp(last)).isEqualTo(1);
        assertThat(near.repeats()).isEqualTo(2);
        LinkStation far = new LinkStation();
        assertThat(delivered(far.received(transmitted(last)))).containsExactly(WORLD);
    }

    /** The peer refuses everything, acknowledges what was not sent, and talks nonsense. */
    @Test
    void a_lying_peer_costs_the_tries_and_no_more() {
        LinkStation near = new LinkStation();
        near.received(LinkFrame.ack(0).encode());
        near.send(HELLO);
        assertThat(near.received(LinkFrame.ack(7).encode())).noneMatch(LinkEffect.StopTimer.class::isInstance);
        assertThat(near.received(LinkFrame.nak(7).encode())).isEmpty();
        List<LinkEffect> effects = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            effects.addAll(near.received(LinkFrame.nak(0).encode()));
        }
        assertThat(gaveUp(effects)).isEqualTo(1);
        assertThat(near.repeats()).isEqualTo(4);
        assertThat(near.idle()).isTrue();
        near.received(new byte[] {2, 0, (byte) 0xFF, (byte) 0xFF});
        assertThat(near.harmed()).isEqualTo(1);
    }

    @Test
    void a_full_queue_and_an_overlong_payload_are_refused() {
        LinkStation near = new LinkStation();
        for (int i = 0; i <= LinkStation.QUEUE_LIMIT; i++) {
            near.send(HELLO);
        }
        assertThat(near.send(WORLD)).singleElement().isInstanceOf(LinkEffect.Refused.class);
        assertThatIllegalArgumentException().isThrownBy(() -> near.send(new byte[4097]));
        assertThatIllegalArgumentException().isThrownBy(() -> new LinkStation(0));
    }

    @Test
    void noise_alone_delivers_nothing() {
        Random random = new Random(42);
        LinkStation station = new LinkStation();
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertThat(delivered(station.received(noise))).isEmpty();
            station.timeout(LinkTimer.SILENCE);
        }
    }

    /** Both ends talk over a line that harms one chunk in four: all arrives, in order, once. */
    @Test
    void a_noisy_line_delivers_all_in_order() {
        Random random = new Random(1200);
        LinkStation near = new LinkStation(50);
        LinkStation far = new LinkStation(50);
        List<byte[]> arrived = new ArrayList<>();
        List<byte[]> sent = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] payload = new byte[1 + random.nextInt(120)];
            random.nextBytes(payload);
            sent.add(payload);
            byte[] line = transmitted(near.send(payload));
            for (int turn = 0; !near.idle() && turn < 50; turn++) {
                List<LinkEffect> atFar = far.received(harm(line, random));
                arrived.addAll(delivered(atFar));
                byte[] back = transmitted(atFar);
                back = concat(back, transmitted(far.timeout(LinkTimer.SILENCE)));
                line = transmitted(near.received(harm(back, random)));
                near.timeout(LinkTimer.SILENCE);
                if (!near.idle() && line.length == 0) {
                    line = transmitted(near.timeout(LinkTimer.ANSWER));
                }
            }
        }
        assertThat(arrived).containsExactlyElementsOf(sent);
        assertThat(near.repeats()).isGreaterThan(50);
        assertThat(far.harmed()).isPositive();
    }

    private static byte[] harm(byte[] line, Random random) {
        byte[] harmed = line.clone();
        if (harmed.length > 0 && random.nextInt(4) == 0) {
            harmed[random.nextInt(harmed.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return harmed;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
