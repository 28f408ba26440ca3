package dev.counterfoil.scenarios.run;

import dev.counterfoil.verb.Abandoned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a scenario and its end amount to.
 *
 * @param verdict the verdict
 * @param reason why, in words; empty for a pass
 * @param abandoned what kind of cause ended it early, or none
 */
record Judgement(Verdict verdict, String reason, Abandoned.@Nullable Cause abandoned) {
    /**
     * Judges a scenario: the first step that did not pass decides, then what a hook of the user's glue ran into, then
     * what was found at the end.
     */
    static Judgement of(List<StepResult> steps, @Nullable Throwable hookProblem, List<String> findings) {
        for (StepResult step : steps) {
            if (step.status() != StepResult.Status.PASSED) {
                return of(step);
            }
        }
        if (hookProblem != null) {
            return new Judgement(Verdict.FAIL, "a hook failed: " + words(hookProblem), null);
        }
        return findings.isEmpty()
                ? new Judgement(Verdict.PASS, "", null)
                : new Judgement(Verdict.FAIL, String.join("; ", findings), null);
    }

    private static Judgement of(StepResult step) {
        if (step.problem() instanceof Abandoned abandoned) {
            Verdict verdict = abandoned.why() == Abandoned.Cause.OPERATOR ? Verdict.INCONCLUSIVE : Verdict.SKIPPED;
            return new Judgement(verdict, words(abandoned), abandoned.why());
        }
        return switch (step.status()) {
            case UNKNOWN -> new Judgement(Verdict.NOT_RUN, "no step is worded \"" + step.text() + "\"", null);
            case FAILED -> new Judgement(Verdict.FAIL, step.problem() == null ? "" : words(step.problem()), null);
            default -> new Judgement(Verdict.SKIPPED, step.problem() == null ? "" : words(step.problem()), null);
        };
    }

    private static String words(Throwable problem) {
        String message = problem.getMessage();
        if (message == null || message.isBlank()) {
            return problem.getClass().getSimpleName();
        }
        return problem instanceof AssertionError || problem instanceof Abandoned
                ? message.strip()
                : problem.getClass().getSimpleName() + ": " + message.strip();
    }
}
