package dev.counterfoil.scenarios.play;

import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import dev.counterfoil.scenarios.feature.StepCheck;
import dev.counterfoil.scenarios.run.Run;
import dev.counterfoil.scenarios.run.RunResult;
import dev.counterfoil.scenarios.run.ScenarioResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/** The features that come with the program, played in the built-in estate. */
final class BundledFeatures {
    /** Under 20240614 a mistyped PIN has the PVV of the right one, as one in ten thousand has. */
    static final long SEED = 20_240_615;

    /** Workers need this class, so they cannot wait for its own making. */
    private static final class Once {
        private static final RunResult PLAYED = play(scenarios(List.of()), 2, BundledFeatures::keepKeySteps);
    }

    private static final Set<KeyStep> KEY_STEPS = new ConcurrentSkipListSet<>();

    private BundledFeatures() {}

    /** How all of them ended, two at a time. */
    static RunResult played() {
        return Once.PLAYED;
    }

    /** What became of the keys in all of them, in ascending order. */
    static Set<KeyStep> keySteps() {
        played();
        return KEY_STEPS;
    }

    static void keepKeySteps(PlayedScenario played) {
        KEY_STEPS.addAll(KeyStep.of(played.evidence()));
    }

    static List<Scenario> scenarios(List<String> paths) {
        return Selection.scenarios(paths, "", SEED);
    }

    static RunResult play(List<Scenario> scenarios, int workers) {
        return play(scenarios, workers, played -> {});
    }

    private static RunResult play(List<Scenario> scenarios, int workers, Consumer<PlayedScenario> archive) {
        VirtualSurroundings surroundings = new VirtualSurroundings(List::of);
        return Run.play(
                scenarios,
                StepCheck.wordings(scenarios, false, EstateReader.bundled()),
                null,
                workers,
                false,
                () -> new WorldWorkshop(EstateReader.bundled(), surroundings, archive),
                result -> {});
    }

    /** Digest of each scenario, by its location. */
    static Map<String, String> digests(RunResult result) {
        Map<String, String> digests = new TreeMap<>();
        for (ScenarioResult scenario : result.scenarios()) {
            digests.put(scenario.scenario().location(), HexFormat.of().formatHex(scenario.digest()));
        }
        return digests;
    }

    /** Prints the location and the digest of every scenario, played one at a time from the last to the first. */
    public static void main(String[] args) {
        List<Scenario> backwards = new ArrayList<>(scenarios(List.of()));
        Collections.reverse(backwards);
        digests(play(backwards, 1)).forEach((location, digest) -> System.out.println(location + " " + digest));
    }
}
