package dev.counterfoil.reports.model;

import java.util.List;

/**
 * Where a scenario stands and what fixes it.
 *
 * @param featureFile path of the feature file as named in the run, relative, with {@code /}
 * @param feature name of the feature, Chinese where the estate gives one
 * @param name name of the scenario; {@code zh} a Chinese name where there is one
 * @param line line of the scenario (or example row) in the file, from 1
 * @param tags tags without {@code @}: behaviour ids and others, in file order
 * @param mode the clock it ran on
 * @param realActors ids of the actors that were real devices; empty when all was simulated
 * @param seedHex the scenario's own seed, 16 hex digits
 * @param digestHex SHA-256 of the scenario's own trace, 64 lower-case hex digits, empty when it did not run
 * @param rerunCommand the command that runs just this scenario again
 */
public record ScenarioHead(
        String featureFile,
        Label feature,
        Label name,
        int line,
        List<String> tags,
        Mode mode,
        List<String> realActors,
        String seedHex,
        String digestHex,
        String rerunCommand) {
    public ScenarioHead {
        tags = List.copyOf(tags);
        realActors = List.copyOf(realActors);
    }
}
