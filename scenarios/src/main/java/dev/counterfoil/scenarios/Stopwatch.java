package dev.counterfoil.scenarios;

import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.Surroundings;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** When a run began and how long it takes: everything about it that no digest covers. */
final class Stopwatch {
    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long MICROS_A_MILLI = 1000;

    private final String started = ZonedDateTime.now(ZoneId.systemDefault()).format(STARTED);
    private final long startNanos = System.nanoTime();
    private final int workers;

    private final boolean live;

    private Stopwatch(int workers, boolean live) {
        this.workers = workers;
        this.live = live;
    }

    static Stopwatch started(int workers, boolean live) {
        return new Stopwatch(workers, live);
    }

    /** The run has ended with these scenarios. */
    Surroundings stopped(List<ScenarioReport> scenarios) {
        long cpuMicros = scenarios.stream().mapToLong(s -> s.time().cpuMicros()).sum();
        long wallMillis = (System.nanoTime() - startNanos) / NANOS_A_MILLI;
        String java = System.getProperty("java.version", "");
        return new Surroundings(
                started, wallMillis, live ? wallMillis : 0, cpuMicros / MICROS_A_MILLI, java, workers, "");
    }
}
