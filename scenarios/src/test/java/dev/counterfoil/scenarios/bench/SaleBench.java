package dev.counterfoil.scenarios.bench;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.trace.Envelope;
import java.util.List;

/**
 * Processor time of one sale with all parties in one process, and of its floor, taken in turn in one run.
 *
 * <p>Counted is everything from the clerk's first key to the end of the transaction: people, panels, terminal, pad,
 * host, both HSMs, switch, issuer, all wires, stores, trace, digest and evidence.
 */
final class SaleBench {
    private static final int SALES = 250;

    private SaleBench() {}

    public static void main(String[] args) {
        int rounds = args.length == 0 ? 300 : Integer.parseInt(args[0]);
        double[] product = new double[rounds];
        double[] floor = new double[rounds];
        double[] ratio = new double[rounds];
        int sink = 0;
        try (LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL)) {
            for (int round = 0; round < rounds; round++) {
                try (Shop shop = new Shop(system, round)) {
                    shop.sell();
                    SaleFloor direct = recorded(shop);
                    product[round] = micros(shop::sell);
                    floor[round] = micros(direct);
                    ratio[round] = product[round] / floor[round];
                    sink += direct.sink();
                    if (round == 0) {
                        count(system, shop);
                    }
                    Meter.say("round %2d: %7.1f us, floor %7.1f us", round, product[round], floor[round]);
                }
            }
        }
        Meter.say(
                "one sale: %.1f us, floor %.1f us, ratio %.2f (%d)",
                Meter.warmMedian(product), Meter.warmMedian(floor), Meter.warmMedian(ratio), sink & 1);
    }

    private static SaleFloor recorded(Shop shop) {
        int from = shop.world().evidence().all().size();
        shop.sell();
        List<Envelope> all = shop.world().evidence().all();
        return new SaleFloor(
                List.copyOf(all.subList(from, all.size())),
                shop.world().lineDialect(),
                shop.world().switchDialect());
    }

    private static void count(LoopSystem system, Shop shop) {
        long turns = system.loop().turnsRun();
        long events = shop.world().trace().number();
        shop.sell();
        Meter.say(
                "one sale: %d turns, %d events; %d sales approved",
                system.loop().turnsRun() - turns, shop.world().trace().number() - events, shop.approved());
    }

    private static double micros(Runnable work) {
        long nanos = Meter.nanosOf(() -> {
            for (int i = 0; i < SALES; i++) {
                work.run();
            }
        });
        return nanos / 1000.0 / SALES;
    }
}
