/**
 * Plays scenarios in worlds: an actor system a worker, a world a scenario, and what was seen kept for the report.
 *
 * <p>The package joins the feature files of {@link dev.counterfoil.scenarios.run} with the worlds of the simulator. It
 * knows where real devices are attached and what an operator is asked; it knows no step and no report.
 */
package dev.counterfoil.scenarios.play;
