package dev.counterfoil.scenarios.run;

import org.jspecify.annotations.Nullable;

/**
 * How a step ended.
 *
 * @param keyword its keyword as written, with the space that may follow it
 * @param text its words after the keyword
 * @param line its line in the feature file, from 1
 * @param status how it ended
 * @param problem what a failed or abandoned step has to say
 */
public record StepResult(
        String keyword,
        String text,
        int line,
        Status status,
        @Nullable Throwable problem) {
    /** How a step can end. */
    public enum Status {
        PASSED,
        FAILED,
        /** It, or a step before it, ended the scenario. */
        NOT_PERFORMED,
        /** Nobody knows this step. */
        UNKNOWN
    }
}
