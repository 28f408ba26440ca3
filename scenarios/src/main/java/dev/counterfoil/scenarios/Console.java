package dev.counterfoil.scenarios;

import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.scenarios.report.Rerun;
import dev.counterfoil.scenarios.report.Words;
import dev.counterfoil.scenarios.run.RunResult;
import dev.counterfoil.scenarios.run.ScenarioResult;
import dev.counterfoil.scenarios.run.StepResult;
import dev.counterfoil.scenarios.run.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What a run says while it goes on, and at its end. */
final class Console {
    private static final int FAILURES_IN_FULL = 3;

    private final PrintWriter out;
    private String feature = "";
    private int failures;

    Console(PrintWriter out) {
        this.out = out;
    }

    /** What is needed to run it again comes first, so that it is there even if the run does not end. */
    void begin(long seed, String estate) {
        out.println("seed " + seed);
        out.println("estate " + estate);
        out.flush();
    }

    void ended(ScenarioResult result, ScenarioReport told) {
        String path = result.scenario().path();
        if (!path.equals(feature)) {
            feature = path;
            out.println();
            out.println(result.scenario().feature() + "  (" + path + ")");
        }
        out.println("  " + result.verdict().glyph() + " " + result.scenario().name());
        if (result.verdict() != Verdict.PASS) {
            result.failedStep().ifPresent(step -> out.println("      " + words(step) + "  (line " + step.line() + ")"));
            Words.shown(result.reason()).lines().forEach(line -> out.println("      " + line));
        }
        if (result.verdict() == Verdict.FAIL && failures++ < FAILURES_IN_FULL) {
            FailureText.of(told).forEach(line -> out.println("      " + line));
        }
        result.warnings().forEach(warning -> out.println("      warning: " + warning));
        out.flush();
    }

    /** @param missing promised behaviours that were to be shown and were not, a line each */
    void end(RunResult result, Path page, List<String> missing, Rerun rerun) {
        out.println();
        for (ScenarioResult scenario : result.scenarios()) {
            if (scenario.verdict() == Verdict.FAIL) {
                out.println("rerun: " + rerun.of(scenario.scenario().location()));
            }
        }
        missing.forEach(line -> out.println("promised and not shown: " + line));
        if (result.scenarios().isEmpty()) {
            out.println("no scenario was chosen");
        }
        out.println("report " + page);
        other(result, Verdict.INCONCLUSIVE, "inconclusive");
        other(result, Verdict.NOT_RUN, "not run");
        out.println(result.count(Verdict.PASS) + " passed, " + result.count(Verdict.FAIL) + " failed, "
                + result.count(Verdict.SKIPPED) + " skipped");
        out.println("digest " + result.digest());
        out.flush();
    }

    private void other(RunResult result, Verdict verdict, String word) {
        if (result.count(verdict) > 0) {
            out.println(result.count(verdict) + " " + word);
        }
    }

    private static String words(StepResult step) {
        return step.keyword() + Words.shown(step.text());
    }
}
