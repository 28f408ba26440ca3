package dev.counterfoil.scenarios.report;

import dev.counterfoil.reports.model.StepReport;
import dev.counterfoil.reports.model.Verdict;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.scenarios.play.PlayedScenario.StepEnd;
import dev.counterfoil.scenarios.run.ScenarioResult;
import dev.counterfoil.scenarios.run.StepResult;
import dev.counterfoil.stage.CheckFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The steps of a scenario. */
final class StepStory {
    private static final double NANOS_A_SECOND = 1e9;
    private static final long WORTH_TELLING_NANOS = 50_000_000;

    private StepStory() {}

    /** Number of the step in which an event happened, from 1; the last step when it was after all of them. */
    static int at(PlayedScenario played, long event) {
        List<StepEnd> ends = played.stepEnds();
        for (int i = 0; i < ends.size(); i++) {
            if (event <= ends.get(i).event()) {
                return i + 1;
            }
        }
        return ends.size();
    }

    /** Number of the step that decided against the scenario, from 1; 0 when no step did. */
    static int failed(ScenarioResult result) {
        for (int i = 0; i < result.steps().size(); i++) {
            if (result.steps().get(i).status() == StepResult.Status.FAILED) {
                return i + 1;
            }
        }
        return 0;
    }

    static List<StepReport> of(ScenarioResult result, @Nullable PlayedScenario played) {
        List<StepReport> steps = new ArrayList<>();
        for (int i = 0; i < result.steps().size(); i++) {
            steps.add(step(result.steps().get(i), i, played));
        }
        return steps;
    }

    private static StepReport step(StepResult step, int position, @Nullable PlayedScenario played) {
        String expected = "";
        String came = "";
        if (step.problem() instanceof CheckFailed check) {
            expected = Words.shown(check.expected());
            came = Words.shown(check.came());
        } else if (step.status() == StepResult.Status.FAILED) {
            came = problem(step);
        }
        return new StepReport(
                step.keyword().strip(),
                Words.shown(step.text()),
                verdict(step),
                expected,
                came,
                played == null ? "" : took(played.stepEnds(), position),
                lookedAt(step, position, played));
    }

    private static String problem(StepResult step) {
        Throwable problem = step.problem();
        return problem == null
                ? ""
                : Words.shown(String.valueOf(problem.getMessage()).strip());
    }

    private static int lookedAt(StepResult step, int position, @Nullable PlayedScenario played) {
        if (step.problem() instanceof CheckFailed check && check.message() > 0) {
            return check.message();
        }
        return played == null ? 0 : played.stepsLookedAt().getOrDefault(position, 0);
    }

    private static String took(List<StepEnd> ends, int position) {
        if (position >= ends.size()) {
            return "";
        }
        long before = position == 0 ? 0 : ends.get(position - 1).nanos();
        long nanos = ends.get(position).nanos() - before;
        return nanos < WORTH_TELLING_NANOS ? "" : String.format(Locale.ROOT, "took %.1f s", nanos / NANOS_A_SECOND);
    }

    private static Verdict verdict(StepResult step) {
        return switch (step.status()) {
            case PASSED -> Verdict.PASS;
            case FAILED -> Verdict.FAIL;
            case NOT_PERFORMED, UNKNOWN -> Verdict.NOT_RUN;
        };
    }
}
