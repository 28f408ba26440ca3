package dev.counterfoil.reports.page;

import dev.counterfoil.reports.coverage.Coverage;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.StepReport;
import dev.counterfoil.reports.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run and what several parts of its page work out from it.
 *
 * @param run the run
 * @param coverage its coverage
 * @param chapters the failures that have a chapter
 */
record Context(RunReport run, Coverage coverage, List<Chapter> chapters) {
    private static final int MOST_CHAPTERS = 10;

    static Context of(RunReport run) {
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < run.scenarios().size() && chapters.size() < MOST_CHAPTERS; i++) {
            if (run.scenarios().get(i).verdict() == Verdict.FAIL) {
                chapters.add(
                        new Chapter(chapters.size() + 1, i + 1, run.scenarios().get(i)));
            }
        }
        return new Context(run, Coverage.of(run), List.copyOf(chapters));
    }

    int scenarioCount() {
        return run.scenarios().size();
    }

    Optional<Chapter> chapterOf(int scenarioNumber) {
        return chapters.stream()
                .filter(c -> c.scenarioNumber() == scenarioNumber)
                .findFirst();
    }

    /** Numbers of the scenarios, from 1, by feature file, in order of the run. */
    Map<String, List<Integer>> byFeature() {
        Map<String, List<Integer>> features = new LinkedHashMap<>();
        for (int i = 0; i < run.scenarios().size(); i++) {
            String file = run.scenarios().get(i).head().featureFile();
            features.computeIfAbsent(file, f -> new ArrayList<>()).add(i + 1);
        }
        return features;
    }

    ScenarioReport scenario(int number) {
        return run.scenarios().get(number - 1);
    }

    long messages() {
        return run.scenarios().stream().mapToLong(s -> s.tally().messages()).sum();
    }

    /** How many scenarios saw a message. */
    long played() {
        return run.scenarios().stream().filter(s -> s.tally().messages() > 0).count();
    }

    /** How many of them have their messages in the report. */
    long keptInFull() {
        return run.scenarios().stream()
                .filter(s -> !s.recording().messages().isEmpty())
                .count();
    }

    long faultsStruck() {
        return run.scenarios().stream().mapToLong(s -> s.tally().faultsStruck()).sum();
    }

    long faultsNeverStruck() {
        return run.scenarios().stream()
                .mapToLong(s -> s.tally().faultsNeverStruck())
                .sum();
    }

    /**
     * A failure that has a chapter of its own.
     *
     * @param number 1 for the first
     * @param scenarioNumber the scenario's number in the run, from 1
     * @param scenario the scenario
     */
    record Chapter(int number, int scenarioNumber, ScenarioReport scenario) {
        /** The id of a part of this chapter; the first chapter has the plain name. */
        String id(String part) {
            return number == 1 ? part : part + "-" + number;
        }

        /** What the ids of this scenario's steps and messages begin with. */
        String prefix() {
            return "s" + scenarioNumber + "-";
        }

        /** The failed step's number, 0 when none failed. */
        int failedStep() {
            List<StepReport> steps = scenario.steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).status() == Verdict.FAIL) {
                    return i + 1;
                }
            }
            return 0;
        }
    }
}
