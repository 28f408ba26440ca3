package dev.counterfoil.reports.model;

/**
 * An invariant that was broken in a scenario.
 *
 * @param invariant English name of the invariant
 * @param text what broke it
 * @param declared whether the scenario declared it beforehand
 * @param timeNanos when
 */
public record Finding(String invariant, String text, boolean declared, long timeNanos) {}
