package dev.counterfoil.scenarios.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/** Processor time of the calling thread, and what is made of several measurements. */
final class Meter {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Meter() {}

    /** Processor time of this thread while it works, in nanoseconds. */
    static long nanosOf(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The median of the second half: what the machine does when it is warm. */
    static double warmMedian(double... rounds) {
        return median(Arrays.copyOfRange(rounds, rounds.length / 2, rounds.length));
    }

    static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
