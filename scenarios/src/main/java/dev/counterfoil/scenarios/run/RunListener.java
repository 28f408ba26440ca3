package dev.counterfoil.scenarios.run;

/** Hears of scenarios as they end, in the order of the features, one at a time. */
@FunctionalInterface
public interface RunListener {
    /** A scenario has ended, and every one before it. */
    void ended(ScenarioResult result);
}
