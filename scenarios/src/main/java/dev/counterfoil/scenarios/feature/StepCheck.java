package dev.counterfoil.scenarios.feature;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.verb.Row;
import dev.counterfoil.verb.Verb;
import dev.counterfoil.verb.Vocabulary;
import dev.counterfoil.verb.grammar.Expression;
import dev.counterfoil.verb.word.Language;
import io.cucumber.core.gherkin.Argument;
import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.DocStringArgument;
import io.cucumber.core.gherkin.Step;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads every step of a run before the run starts. */
public final class StepCheck {
    private static final int MOST_PROBLEMS = 10;

    private final Map<Expression, Row> wordings = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final boolean othersMayKnow;
    private final Estate estate;

    private StepCheck(boolean othersMayKnow, Estate estate) {
        this.othersMayKnow = othersMayKnow;
        this.estate = estate;
    }

    /**
     * The wordings of the vocabulary that scenarios use, each with its row.
     *
     * @param scenarios the scenarios of a run
     * @param othersMayKnow whether a step that the vocabulary does not have may be somebody else's
     * @param estate what they are played with
     * @throws BadInput naming file, line and the nearest wording of each step that cannot be read, and what the estate
     *     lacks of the things that a step names
     */
    public static Map<Expression, Row> wordings(List<Scenario> scenarios, boolean othersMayKnow, Estate estate) {
        StepCheck check = new StepCheck(othersMayKnow, estate);
        for (Scenario scenario : scenarios) {
            scenario.pickle().getSteps().forEach(step -> check.read(scenario, step));
        }
        if (!check.problems.isEmpty()) {
            throw new BadInput(String.join(System.lineSeparator(), check.problems));
        }
        return check.wordings;
    }

    /** What to tell somebody whose step the vocabulary does not have. */
    public static String unknown(String path, int line, String step) {
        return path + ":" + line + ": no step is worded \"" + step + "\"; "
                + Vocabulary.nearest(step).hint();
    }

    private void read(Scenario scenario, Step step) {
        List<List<String>> table = table(step.getArgument());
        if (problems.size() >= MOST_PROBLEMS || !seen.add(step.getText() + table)) {
            return;
        }
        if (step.getArgument() instanceof DocStringArgument && !othersMayKnow) {
            problems.add(scenario.path() + ":" + step.getLine() + ": no step takes a text block");
            return;
        }
        try {
            Optional<Verb> verb = Vocabulary.parse(step.getText(), table);
            if (verb.isPresent()) {
                note(verb.get().row(), step.getText());
                verb.get().requireOf(estate);
            }
            if (verb.isEmpty() && !othersMayKnow) {
                problems.add(unknown(scenario.path(), step.getLine(), step.getText()));
            }
        } catch (IllegalArgumentException | DateTimeException | EstateProblem e) {
            String words = step.getText().replaceFirst("[:：]$", "");
            problems.add(scenario.path() + ":" + step.getLine() + ": " + words + ": " + e.getMessage());
        }
    }

    private void note(Row row, String step) {
        for (Language language : Language.values()) {
            if (row.in(language).read(step).isPresent()) {
                wordings.put(row.in(language), row);
            }
        }
    }

    private static List<List<String>> table(@Nullable Argument argument) {
        return argument instanceof DataTableArgument table ? table.cells() : List.of();
    }
}
