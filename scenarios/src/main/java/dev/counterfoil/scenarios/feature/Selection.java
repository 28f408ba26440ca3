package dev.counterfoil.scenarios.feature;

import dev.counterfoil.verb.Row;
import dev.counterfoil.verb.Vocabulary;
import dev.counterfoil.verb.word.Language;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.plugin.event.Location;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the scenarios of a run. */
public final class Selection {
    /** Scenarios with this tag wait for what later versions bring; they are never run nor counted. */
    private static final String LATER = "@later";

    private final Expression tags;
    private final long runSeed;

    private Selection(Expression tags, long runSeed) {
        this.tags = tags;
        this.runSeed = runSeed;
    }

    /**
     * The scenarios of a run, in the order of the paths and of the files.
     *
     * @param paths feature files, files with lines, folders; none means the bundled features
     * @param tags a Cucumber tag expression; empty means all
     * @param runSeed the run's seed
     * @throws BadInput if a path, a file or the expression is at fault
     */
    public static List<Scenario> scenarios(List<String> paths, String tags, long runSeed) {
        Selection selection = new Selection(expression(tags), runSeed);
        List<Scenario> chosen = new ArrayList<>();
        for (FeatureFile file : FeatureFiles.find(paths)) {
            chosen.addAll(selection.of(file));
        }
        return List.copyOf(chosen);
    }

    /** The texts of the feature files that paths name, by path, in order. */
    public static Map<String, String> texts(List<String> paths) {
        Map<String, String> texts = new LinkedHashMap<>();
        FeatureFiles.find(paths).forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }

    private static Expression expression(String tags) {
        try {
            return TagExpressionParser.parse(tags);
        } catch (TagExpressionException e) {
            String firstLine =
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new BadInput("--tags: " + firstLine, e);
        }
    }

    private List<Scenario> of(FeatureFile file) {
        Feature feature = file.parse();
        if (feature.getPickles().isEmpty()) {
            throw new BadInput(file.path() + ": holds no scenario with steps; a scenario begins with a line such as"
                    + " 'Scenario: a lost answer', and a misspelt one is read as a comment");
        }
        Map<String, Long> names =
                feature.getPickles().stream().collect(Collectors.groupingBy(Pickle::getName, Collectors.counting()));
        Map<List<Object>, Integer> namesakes = new HashMap<>();
        Set<Integer> unused = new TreeSet<>(file.lines());
        List<Scenario> chosen = new ArrayList<>();
        for (Pickle pickle : feature.getPickles()) {
            List<String> steps = names.getOrDefault(pickle.getName(), 0L) > 1 ? english(pickle) : List.of();
            int ordinal = namesakes.merge(List.of(pickle.getName(), steps), 1, Integer::sum) - 1;
            if (onLine(pickle, file.lines(), unused) && wanted(pickle)) {
                chosen.add(scenario(file, feature, pickle, steps, ordinal));
            }
        }
        if (!unused.isEmpty()) {
            throw new BadInput(file.path() + ":" + unused.iterator().next() + ": no scenario stands here");
        }
        return chosen;
    }

    private boolean wanted(Pickle pickle) {
        return !pickle.getTags().contains(LATER) && tags.evaluate(pickle.getTags());
    }

    private static boolean onLine(Pickle pickle, Set<Integer> lines, Set<Integer> unused) {
        List<Integer> own = Stream.of(
                        Optional.of(pickle.getLocation()),
                        Optional.of(pickle.getScenarioLocation()),
                        pickle.getExamplesLocation(),
                        pickle.getRuleLocation(),
                        pickle.getFeatureLocation())
                .flatMap(Optional::stream)
                .map(Location::getLine)
                .toList();
        unused.removeAll(own);
        return lines.isEmpty() || own.stream().anyMatch(lines::contains);
    }

    /** Its steps in English whatever their language, so that a translation has the same. */
    private static List<String> english(Pickle pickle) {
        return pickle.getSteps().stream().map(step -> english(step.getText())).toList();
    }

    private static String english(String step) {
        for (Row row : Vocabulary.rows()) {
            for (Language language : Language.values()) {
                try {
                    Optional<List<Object>> values = row.in(language).read(step);
                    if (values.isPresent()) {
                        return row.english().print(values.get());
                    }
                } catch (IllegalArgumentException | DateTimeException e) {
                    return step;
                }
            }
        }
        return step;
    }

    private Scenario scenario(FeatureFile file, Feature feature, Pickle pickle, List<String> steps, int ordinal) {
        String name = feature.getName().orElse("");
        return new Scenario(
                file.path(),
                name,
                pickle.getLocation().getLine(),
                pickle.getName(),
                ordinal,
                pickle.getTags(),
                Seeds.of(runSeed, name, pickle.getName(), steps, ordinal),
                pickle);
    }
}
