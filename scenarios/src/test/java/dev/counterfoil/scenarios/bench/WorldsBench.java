package dev.counterfoil.scenarios.bench;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Worlds a second on two threads, by the clock on the wall: a world is built, one sale is made in it, its invariants are
 * looked at, its digest is taken, and it ends.
 */
final class WorldsBench {
    private static final int THREADS = 2;
    private static final int ROUNDS = 12;

    private WorldsBench() {}

    public static void main(String[] args) throws InterruptedException {
        int worlds = args.length == 0 ? 1000 : Integer.parseInt(args[0]);
        double[] perSecond = new double[ROUNDS];
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            List<Long> cpu = new ArrayList<>();
            long start = System.nanoTime();
            play(worlds, round, cpu);
            perSecond[round] = worlds * 1e9 / (System.nanoTime() - start);
            micros[round] = cpu.stream().mapToLong(Long::longValue).sum() / 1000.0 / worlds;
        }
        Meter.say(
                "%.0f worlds a second on %d threads; %.0f us of processor time each",
                Meter.warmMedian(perSecond), THREADS, Meter.warmMedian(micros));
    }

    private static void play(int worlds, int round, List<Long> cpu) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(worlds);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL)) {
                    long nanos = Meter.nanosOf(() -> {
                        for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
                            play(system, (long) round << 32 | n);
                        }
                    });
                    synchronized (cpu) {
                        cpu.add(nanos);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void play(LoopSystem system, long seed) {
        try (Shop shop = new Shop(system, seed)) {
            shop.sell();
            if (shop.approved() != 1
                    || !shop.world().findings().isEmpty()
                    || shop.world().digest().length != 32) {
                throw new IllegalStateException("the sale under seed " + seed + " went wrong");
            }
        }
    }
}
