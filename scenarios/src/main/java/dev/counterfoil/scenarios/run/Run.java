package dev.counterfoil.scenarios.run;

import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.verb.Row;
import dev.counterfoil.verb.grammar.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays the scenarios of a run on some workers. */
public final class Run {
    private final List<Scenario> scenarios;
    private final Map<Expression, Row> wordings;
    private final @Nullable UserGlue glue;
    private final boolean strict;
    private final Supplier<Workshop> workshops;
    private final InOrder results;
    private final AtomicInteger next = new AtomicInteger();

    private Run(
            List<Scenario> scenarios,
            Map<Expression, Row> wordings,
            @Nullable UserGlue glue,
            boolean strict,
            Supplier<Workshop> workshops,
            RunListener listener) {
        this.scenarios = scenarios;
        this.wordings = wordings;
        this.glue = glue;
        this.strict = strict;
        this.workshops = workshops;
        this.results = new InOrder(scenarios.size(), listener);
    }

    /**
     * Plays scenarios.
     *
     * @param scenarios in the order in which their results are handed on
     * @param wordings the wordings of the vocabulary that their steps use, each with its row
     * @param glue step definitions of the user's own, or none
     * @param workers how many scenarios may be played at a time, at least 1
     * @param strict whether a warning fails its scenario
     * @param workshops makes the workshop of a worker, on the worker's thread
     * @param listener hears of each result
     */
    public static RunResult play(
            List<Scenario> scenarios,
            Map<Expression, Row> wordings,
            @Nullable UserGlue glue,
            int workers,
            boolean strict,
            Supplier<Workshop> workshops,
            RunListener listener) {
        Run run = new Run(scenarios, wordings, glue, strict, workshops, listener);
        run.on(Math.min(workers, scenarios.size()));
        return new RunResult(run.results.all());
    }

    private void on(int workers) {
        List<Thread> helpers = new ArrayList<>();
        List<Throwable> problems = new ArrayList<>();
        for (int i = 1; i < workers; i++) {
            Thread helper = new Thread(() -> guarded(problems), "worker-" + i);
            helpers.add(helper);
            helper.start();
        }
        if (workers > 0) {
            guarded(problems);
        }
        helpers.forEach(Run::join);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.get(0));
        }
    }

    private void guarded(List<Throwable> problems) {
        try {
            work();
        } catch (RuntimeException | Error e) {
            next.set(scenarios.size());
            synchronized (problems) {
                problems.add(e);
            }
        }
    }

    private void work() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (Worker worker = new Worker(workshops.get(), wordings, glue, strict)) {
            for (int i = next.getAndIncrement(); i < scenarios.size(); i = next.getAndIncrement()) {
                results.put(i, worker.play(scenarios.get(i)));
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands results on in order, whoever was first. */
    private static final class InOrder {
        private final @Nullable ScenarioResult[] results;
        private final RunListener listener;
        private int handedOn;

        private InOrder(int size, RunListener listener) {
            this.results = new ScenarioResult[size];
            this.listener = listener;
        }

        private synchronized void put(int index, ScenarioResult result) {
            results[index] = result;
            while (handedOn < results.length && results[handedOn] != null) {
                listener.ended(results[handedOn]);
                handedOn++;
            }
        }

        private synchronized List<ScenarioResult> all() {
            List<ScenarioResult> all = new ArrayList<>();
            for (@Nullable ScenarioResult result : results) {
                if (result != null) {
                    all.add(result);
                }
            }
            return all;
        }
    }
}
