package dev.counterfoil.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TurnLoopTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void virtual_time_jumps_to_the_next_timer_and_no_further_than_the_limit() {
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL)) {
            TurnLoop loop = system.loop();
            List<Long> fired = new ArrayList<>();
            long start = loop.nowNanos();
            system.grow(ticker(fired, loop, start), "ticker");
            assertThat(loop.runUntil(() -> fired.size() == 2, 25 * SECOND)).isTrue();
            assertThat(fired).containsExactly(10 * SECOND, 20 * SECOND);
            assertThat(loop.runUntil(() -> fired.size() == 3, 5 * SECOND)).isFalse();
            assertThat(loop.nowNanos() - start).isEqualTo(25 * SECOND);
        }
    }

    @Test
    void a_day_of_virtual_time_needs_no_day() {
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL)) {
            TurnLoop loop = system.loop();
            List<Long> fired = new ArrayList<>();
            system.grow(ticker(fired, loop, loop.nowNanos()), "ticker");
            loop.run(24 * 3600 * SECOND);
            assertThat(fired).hasSize(24 * 360);
        }
    }

    @Test
    void a_turn_from_a_foreign_thread_stops_a_virtual_run_and_shows_its_stack() throws InterruptedException {
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL)) {
            ActorRef<String> actor = system.grow(Behaviors.<String>ignore(), "actor");
            Thread intruder = new Thread(() -> actor.tell("hello"), "intruder");
            intruder.start();
            intruder.join();
            assertThatThrownBy(() -> system.loop().drain())
                    .isInstanceOf(TurnLoop.ForeignThread.class)
                    .hasMessageContaining("intruder")
                    .satisfies(e -> assertThat(e.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(TurnLoopTest.class.getName())));
        } catch (TurnLoop.ForeignThread expectedAgainAtClose) {
            assertThat(expectedAgainAtClose).hasMessageContaining("intruder");
        }
    }

    @Test
    void live_mode_lets_foreign_threads_in_by_the_inlet() {
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.LIVE)) {
            List<String> heard = new ArrayList<>();
            ActorRef<String> actor = system.grow(
                    Behaviors.<String>receiveMessage(m -> {
                        heard.add(m);
                        return Behaviors.same();
                    }),
                    "actor");
            new Thread(() -> system.loop().inject(() -> actor.tell("hello"))).start();
            assertThat(system.loop().runUntil(() -> !heard.isEmpty(), 60 * SECOND))
                    .isTrue();
        }
    }

    @Test
    void streams_of_one_name_are_equal_and_of_two_names_are_not() {
        RandomStreams streams = new RandomStreams(42);
        assertThat(streams.fork("terminal/T1/r1").bytes(16))
                .isEqualTo(streams.fork("terminal/T1/r1").bytes(16))
                .isNotEqualTo(streams.fork("terminal/T1/r2").bytes(16))
                .isNotEqualTo(new RandomStreams(43).fork("terminal/T1/r1").bytes(16));
    }

    @Test
    void the_stream_is_splitmix64() {
        // first outputs for seed 1234567, as printed at rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
        RandomStream stream = new RandomStream(1234567);
        assertThat(Long.toUnsignedString(stream.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(stream.nextLong())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(stream.nextLong())).isEqualTo("9817491932198370423");
    }

    @Test
    void a_world_clock_shows_the_time_of_its_zone_and_can_be_set() {
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL)) {
            WorldClock clock =
                    new WorldClock(system.loop(), Instant.parse("2026-03-14T00:30:00Z"), ZoneId.of("Asia/Shanghai"));
            system.loop().run(90 * SECOND);
            assertThat(clock.now()).isEqualTo(LocalDateTime.parse("2026-03-14T08:31:30"));
            clock.set(LocalDateTime.parse("2026-03-15T23:59:59"));
            system.loop().run(SECOND);
            assertThat(clock.now()).isEqualTo(LocalDateTime.parse("2026-03-16T00:00:00"));
        }
    }

    private static Behavior<String> ticker(List<Long> fired, TurnLoop loop, long start) {
        return Behaviors.withTimers(timers -> {
            timers.startTimerAtFixedRate("tick", Duration.ofSeconds(10));
            return Behaviors.receiveMessage(m -> {
                fired.add(loop.nowNanos() - start);
                return Behaviors.same();
            });
        });
    }
}
