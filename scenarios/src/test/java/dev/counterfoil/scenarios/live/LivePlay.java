package dev.counterfoil.scenarios.live;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import dev.counterfoil.scenarios.feature.StepCheck;
import dev.counterfoil.scenarios.play.EstateFiles;
import dev.counterfoil.scenarios.play.LiveWorkshop;
import dev.counterfoil.scenarios.play.Operator;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.scenarios.run.Run;
import dev.counterfoil.scenarios.run.ScenarioResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Plays one scenario in real time. */
final class LivePlay {
    private LivePlay() {}

    static ScenarioResult play(Scenario scenario, Estate estate, Operator operator, Consumer<PlayedScenario> played) {
        List<Scenario> one = List.of(scenario);
        return Run.play(
                        one,
                        StepCheck.wordings(one, false, EstateReader.bundled()),
                        null,
                        1,
                        false,
                        () -> new LiveWorkshop(estate, operator, List::of, new EstateFiles(), played),
                        result -> {})
                .scenarios()
                .get(0);
    }

    /** A scenario of these steps, in a file of its own. */
    static Scenario feature(Path folder, String steps) {
        try {
            Path file = Files.createTempFile(folder, "f", ".feature");
            Files.writeString(file, "Feature: f\nScenario: s\n" + steps);
            return Selection.scenarios(List.of(file.toString()), "", 1).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
