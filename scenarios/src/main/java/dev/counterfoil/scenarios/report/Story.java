package dev.counterfoil.scenarios.report;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.reports.coverage.Catalogues;
import dev.counterfoil.reports.model.Mode;
import dev.counterfoil.reports.model.RunIdentity;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.RunReport.InputFile;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.Surroundings;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.scenarios.run.RunResult;
import dev.counterfoil.scenarios.run.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The story of a run: hears of what was played, on the workers' threads, and of how it was judged, in order; tells
 * all of it when the run has ended. What a scenario leaves behind is let go when its story is written.
 */
public final class Story implements Consumer<PlayedScenario> {
    /** So many scenarios are told in full although they passed; of a later one that passed, only what is counted. */
    private static final int IN_FULL = 500;

    private static final String DIRTY = "-dirty";

    private final Estate estate;
    private final Rerun rerun;
    private final Mode mode;
    private final Consumer<PlayedScenario> inOrder;
    private final Charts charts;
    private final Map<Scenario, PlayedScenario> played = new ConcurrentHashMap<>();
    private final List<ScenarioReport> scenarios = new ArrayList<>();
    private final Map<String, String> realDevices = new LinkedHashMap<>();
    private int worlds;

    /** @param inOrder hears of every scenario that was played, in the order of the features, before it is let go */
    public Story(Estate estate, Rerun rerun, Mode mode, Consumer<PlayedScenario> inOrder) {
        this.estate = estate;
        this.rerun = rerun;
        this.mode = mode;
        this.inOrder = inOrder;
        this.charts = new Charts(estate);
    }

    @Override
    public void accept(PlayedScenario scenario) {
        played.put(scenario.scenario(), scenario);
    }

    /** The story of the scenario that has ended; those before it have been told. */
    public ScenarioReport ended(ScenarioResult result) {
        PlayedScenario seen = played.remove(result.scenario());
        ScenarioReport told = ScenarioStory.of(result, seen, mode, rerun, scenarios.size() < IN_FULL);
        scenarios.add(told);
        if (seen != null) {
            worlds++;
            charts.look(seen);
            realDevices.putAll(seen.realDevices());
            inOrder.accept(seen);
        }
        return told;
    }

    /**
     * The report of the run.
     *
     * @param whole whether all features that come along were played; else only what was played is held against the
     *     catalogue
     * @param version of the product
     * @param commit that it was built from, with {@code -dirty} where that was not all; or {@code unknown}
     * @param command the command line that plays all of it again
     * @param inputs the files that went in
     * @param surroundings what is outside the digest, with the CPU time of the scenarios
     */
    public RunReport told(
            RunResult result,
            boolean whole,
            String version,
            String commit,
            String command,
            List<InputFile> inputs,
            Function<List<ScenarioReport>, Surroundings> surroundings) {
        RunIdentity identity = new RunIdentity(
                version,
                commit.replace(DIRTY, ""),
                !commit.endsWith(DIRTY),
                estate.dialect().name(),
                rerun.seed(),
                estate.name(),
                result.digest(),
                command);
        return new RunReport(
                identity,
                surroundings.apply(scenarios),
                whole ? Catalogues.bundled() : Promises.of(scenarios),
                scenarios,
                Actors.of(estate, realDevices, scenarios),
                InvariantStory.of(scenarios, worlds),
                charts.data(),
                inputs,
                List.of());
    }
}
