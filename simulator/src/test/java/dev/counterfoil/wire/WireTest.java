package dev.counterfoil.wire;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.trace.Trace;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WireTest {
    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
    private final TurnLoop loop = system.loop();
    private final long origin = loop.nowNanos();
    private final Trace trace = new Trace(() -> loop.nowNanos() - origin);
    private final List<String> atA = new ArrayList<>();
    private final List<String> atB = new ArrayList<>();

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void a_wire_that_is_always_open_carries_at_once() {
        ActorRef<Wire.Command> wire = wire(Profile.DIRECT);
        wire.tell(new Wire.Send(End.A, new byte[] {1, 2}));
        loop.drain();
        assertThat(atB).containsExactly("0 back", "0 0102");
    }

    @Test
    void a_dialled_line_opens_after_its_connect_time_and_carries_with_its_latency() {
        ActorRef<Wire.Command> wire = wire(new Profile("slow", 300, 60, 0, 1000, false));
        wire.tell(new Wire.Open(End.A));
        loop.run(299_999_999);
        assertThat(atA).containsExactly("0 back");
        loop.run(1);
        assertThat(atA).containsExactly("0 back", "300 opened");
        wire.tell(new Wire.Send(End.A, new byte[10]));
        loop.run(70_000_000);
        assertThat(atB).last().isEqualTo("370 00000000000000000000");
    }

    @Test
    void what_is_sent_without_a_connection_is_lost() {
        ActorRef<Wire.Command> wire = wire(Profile.named("4G"));
        wire.tell(new Wire.Send(End.A, new byte[] {1}));
        loop.run(10_000_000_000L);
        assertThat(atB).containsExactly("0 back");
    }

    @Test
    void a_loose_plug_is_seen_at_both_ends_and_back_again() {
        ActorRef<Wire.Command> wire = wire(Profile.DIRECT);
        wire.tell(new Wire.Loosen());
        wire.tell(new Wire.Send(End.A, new byte[] {1}));
        wire.tell(new Wire.PushIn());
        wire.tell(new Wire.Send(End.A, new byte[] {2}));
        loop.drain();
        assertThat(atA).containsExactly("0 back", "0 gone plug loose", "0 back");
        assertThat(atB).containsExactly("0 back", "0 gone plug loose", "0 back", "0 02");
    }

    @Test
    void messages_keep_their_order_however_the_line_jitters() {
        ActorRef<Wire.Command> wire = wire(new Profile("jittery", 0, 5, 500, 0, false));
        for (int i = 1; i <= 20; i++) {
            wire.tell(new Wire.Send(End.A, new byte[] {(byte) i}));
        }
        loop.run(10_000_000_000L);
        List<String> bytes = atB.stream().skip(1).map(s -> s.split(" ")[1]).toList();
        assertThat(bytes).isSorted().hasSize(20);
    }

    @Test
    void a_lost_message_is_lost_once_and_only_if_it_is_meant() {
        ActorRef<Wire.Command> wire = wire(Profile.DIRECT);
        wire.tell(new Wire.Arm(new Fault("lose 02", End.A, m -> m[0] == 2, new Fault.Lose(), true)));
        for (int b : new int[] {1, 2, 2, 3}) {
            wire.tell(new Wire.Send(End.A, new byte[] {(byte) b}));
        }
        loop.drain();
        assertThat(atB).containsExactly("0 back", "0 01", "0 02", "0 03");
    }

    @Test
    void faults_delay_duplicate_change_dribble_hold_and_swap() {
        ActorRef<Wire.Command> wire = wire(Profile.DIRECT);
        arm(wire, 1, new Fault.Delay(3_000_000));
        arm(wire, 2, new Fault.Duplicate());
        arm(wire, 3, new Fault.Change(m -> new byte[] {(byte) 0xAA}));
        arm(wire, 4, new Fault.Hold());
        arm(wire, 5, new Fault.SwapWithNext());
        arm(wire, 7, new Fault.Dribble());
        for (int b = 1; b <= 6; b++) {
            wire.tell(new Wire.Send(End.A, new byte[] {(byte) b}));
        }
        wire.tell(new Wire.Send(End.A, new byte[] {7, 8}));
        loop.run(5_000_000);
        wire.tell(new Wire.Release());
        loop.drain();
        assertThat(atB)
                .containsExactly("0 back", "0 02", "0 02", "0 AA", "0 06", "0 05", "1 07", "2 08", "3 01", "5 04");
    }

    @Test
    void replayed_bytes_reach_the_far_end_of_a_closed_line() {
        ActorRef<Wire.Command> wire = wire(Profile.named("Ethernet"));
        wire.tell(new Wire.Replay(End.A, new byte[] {9}));
        loop.run(1_000_000_000);
        assertThat(atB).hasSize(3).last().asString().endsWith(" 09");
        assertThat(atA).containsExactly("0 back");
    }

    @Test
    void a_pair_of_modems_brings_every_message_over_a_noisy_line_by_repeating() {
        List<String> repeats = new ArrayList<>();
        trace.listen(e -> {
            if (e.event() instanceof WireEvents.Line line && line.what().equals("repeated")) {
                repeats.add(line.detail());
            }
        });
        ActorRef<Wire.Command> wire = wire(Profile.named("PSTN"));
        wire.tell(new Wire.SetNoise(5e-4));
        wire.tell(new Wire.Open(End.A));
        loop.run(10_000_000_000L);
        for (int i = 1; i <= 20; i++) {
            byte[] message = new byte[100];
            message[0] = (byte) i;
            wire.tell(new Wire.Send(i % 2 == 0 ? End.A : End.B, message));
            loop.run(60_000_000_000L);
        }
        assertThat(atB).filteredOn(s -> s.length() > 200).hasSize(10);
        assertThat(atA).filteredOn(s -> s.length() > 200).hasSize(10);
        assertThat(repeats).isNotEmpty();
    }

    @Test
    void a_line_with_too_much_noise_is_closed_by_the_modem() {
        ActorRef<Wire.Command> wire = wire(Profile.named("PSTN"));
        wire.tell(new Wire.SetNoise(0.05));
        wire.tell(new Wire.Open(End.A));
        loop.run(10_000_000_000L);
        wire.tell(new Wire.Send(End.A, new byte[100]));
        loop.run(120_000_000_000L);
        assertThat(atA).last().asString().endsWith("closed");
        assertThat(atB).last().asString().endsWith("closed");
    }

    @Test
    void noise_flips_about_as_many_bits_as_its_rate_says() {
        byte[] clean = new byte[100_000];
        byte[] heard = Noise.over(clean, 1e-3, new RandomStream(7));
        int flipped = 0;
        for (byte b : heard) {
            flipped += Integer.bitCount(b & 0xFF);
        }
        assertThat(flipped).isBetween(700, 900);
        assertThat(Noise.over(clean, 1, new RandomStream(7))).containsOnly(0xFF);
    }

    private void arm(ActorRef<Wire.Command> wire, int first, Fault.What what) {
        wire.tell(new Wire.Arm(new Fault("fault " + first, End.A, m -> m[0] == first, what, true)));
    }

    private ActorRef<Wire.Command> wire(Profile profile) {
        Wire.Config config = new Wire.Config("wire", WireClass.OPEN, profile, Splitter::byChunk, new RandomStream(1));
        ActorRef<Wire.Command> wire = system.grow(Wire.create(config, trace), "wire");
        new WireEnd(wire, End.A).attach(system.grow(listener(atA), "a"), 0, "a");
        new WireEnd(wire, End.B).attach(system.grow(listener(atB), "b"), 0, "b");
        loop.drain();
        return wire;
    }

    private Behavior<DeviceMessage> listener(List<String> heard) {
        return Behaviors.receiveMessage(message -> {
            heard.add((loop.nowNanos() - origin) / 1_000_000 + " " + words((WireSignal) message));
            return Behaviors.same();
        });
    }

    private static String words(WireSignal signal) {
        if (signal instanceof WireSignal.Received m) {
            return HexFormat.of().withUpperCase().formatHex(m.chunk());
        } else if (signal instanceof WireSignal.Gone m) {
            return "gone " + m.cause();
        }
        return signal.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
