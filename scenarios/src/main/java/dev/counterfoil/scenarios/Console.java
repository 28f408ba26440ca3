package dev.counterfoil.scenarios;

import dev.counterfoil.scenarios.run.RunResult;
import dev.counterfoil.scenarios.run.ScenarioResult;
import dev.counterfoil.scenarios.run.StepResult;
import dev.counterfoil.scenarios.run.Verdict;
import java.io.PrintWriter;

/** What a run says while it goes on, and at its end. */
final class Console {
    private final PrintWriter out;
    private String feature = "";

    Console(PrintWriter out) {
        this.out = out;
    }

    /** What is needed to run it again comes first, so that it is there even if the run does not end. */
    void begin(long seed, String estate) {
        out.println("seed " + seed);
        out.println("estate " + estate);
        out.flush();
    }

    void ended(ScenarioResult result) {
        String path = result.scenario().path();
        if (!path.equals(feature)) {
            feature = path;
            out.println();
            out.println(result.scenario().feature() + "  (" + path + ")");
        }
        out.println("  " + result.verdict().glyph() + " " + result.scenario().name());
        if (result.verdict() != Verdict.PASS) {
            result.failedStep().ifPresent(step -> out.println("      " + words(step) + "  (line " + step.line() + ")"));
            result.reason().lines().forEach(line -> out.println("      " + line));
        }
        result.warnings().forEach(warning -> out.println("      warning: " + warning));
        out.flush();
    }

    void end(RunResult result, long seed) {
        out.println();
        for (ScenarioResult scenario : result.scenarios()) {
            if (scenario.verdict() == Verdict.FAIL) {
                out.println("rerun: counterfoil run " + scenario.scenario().location() + " --seed " + seed);
            }
        }
        if (result.scenarios().isEmpty()) {
            out.println("no scenario was chosen");
        }
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
        return step.keyword() + step.text();
    }
}
