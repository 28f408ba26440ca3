/**
 * Plays scenarios and says how each one ended.
 *
 * <p>Steps reach a {@link dev.counterfoil.scenarios.run.Performer} as verbs through a Cucumber back end that has the
 * step vocabulary instead of annotated methods; users may add annotated glue of their own. Scenarios are dealt to
 * worker threads, and their results are handed on in the order of the features, whoever was first. The package knows
 * neither the command line nor what a verb does to a world.
 */
package dev.counterfoil.scenarios.run;
