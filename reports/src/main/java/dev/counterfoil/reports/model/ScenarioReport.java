package dev.counterfoil.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scenario: what it was, how it ended, what crossed its wires.
 *
 * @param head where it stands and what fixes it
 * @param verdict how it ended
 * @param reason why it ended so, one or two sentences; empty when there is nothing to say
 * @param steps its steps in order, those not run included
 * @param time its clock
 * @param tally how much was seen
 * @param recording what was seen on its wires and in its devices; empty for one that passed and is not shown in full
 * @param findings invariants that were broken, declared or not
 * @param failure the explanation of a failure; null when it did not fail or nothing could be explained
 */
public record ScenarioReport(
        ScenarioHead head,
        Verdict verdict,
        String reason,
        List<StepReport> steps,
        ScenarioTime time,
        Tally tally,
        Recording recording,
        List<Finding> findings,
        @Nullable FailureDetail failure) {
    public ScenarioReport {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /** A scenario that is recorded in full. */
    public ScenarioReport(
            ScenarioHead head,
            Verdict verdict,
            String reason,
            List<StepReport> steps,
            ScenarioTime time,
            Recording recording,
            List<Finding> findings,
            @Nullable FailureDetail failure) {
        this(head, verdict, reason, steps, time, Tally.of(recording), recording, findings, failure);
    }

    /** The same scenario without its CPU time. */
    public ScenarioReport withoutCpu() {
        ScenarioTime blank = new ScenarioTime(time.epoch(), time.virtualNanos(), 0);
        return new ScenarioReport(head, verdict, reason, steps, blank, tally, recording, findings, failure);
    }
}
