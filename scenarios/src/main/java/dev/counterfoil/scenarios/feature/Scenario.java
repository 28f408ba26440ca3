package dev.counterfoil.scenarios.feature;

import io.cucumber.core.gherkin.Pickle;
import java.util.List;

/**
 * One scenario to be played: a plain one, or one example row of an outline.
 *
 * @param path the path of its feature file, as the user would name it
 * @param feature the name of the feature
 * @param line the line of the scenario, or of its example row; from 1
 * @param name its name, with the values of its example row filled in
 * @param ordinal how many scenarios of the same name and steps stand before it in the file; from 0
 * @param tags its tags and those it inherits, each with its {@code @}
 * @param seed the seed of its world: depends on the run's seed, {@code feature} and {@code name}; for namesakes also on
 *     their steps and {@code ordinal}
 * @param pickle its steps, as Cucumber takes them
 */
public record Scenario(
        String path, String feature, int line, String name, int ordinal, List<String> tags, long seed, Pickle pickle) {
    public Scenario {
        tags = List.copyOf(tags);
    }

    /** Where it stands: path and line, as the command line takes them. */
    public String location() {
        return path + ":" + line;
    }
}
