package dev.counterfoil.scenarios.run;

import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.verb.Abandoned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a scenario ended.
 *
 * @param scenario the scenario
 * @param verdict the verdict
 * @param reason why, in words; empty for a pass
 * @param abandoned what kind of cause ended it early, or none
 * @param steps its steps, those of the background first
 * @param warnings what was noticed and does not change the verdict
 * @param digest the digest of what happened
 * @param took wall-clock time
 */
public record ScenarioResult(
        Scenario scenario,
        Verdict verdict,
        String reason,
        Abandoned.@Nullable Cause abandoned,
        List<StepResult> steps,
        List<String> warnings,
        byte[] digest,
        Duration took) {
    public ScenarioResult {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** The step that failed first; empty if none did. */
    public Optional<StepResult> failedStep() {
        return steps.stream()
                .filter(step -> step.status() == StepResult.Status.FAILED)
                .findFirst();
    }
}
