package dev.counterfoil.reports.model;

import java.time.OffsetDateTime;

/**
 * A scenario's clock.
 *
 * @param epoch the date and time at nanosecond 0 of the scenario
 * @param virtualNanos how long the scenario took on its own clock
 * @param cpuMicros CPU time, outside the digest; 0 when not measured
 */
public record ScenarioTime(OffsetDateTime epoch, long virtualNanos, long cpuMicros) {
    /** Date and time at a moment of the scenario. */
    public OffsetDateTime at(long timeNanos) {
        return epoch.plusNanos(timeNanos);
    }
}
