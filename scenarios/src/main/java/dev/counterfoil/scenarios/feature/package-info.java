/**
 * Feature files: finding, reading and choosing scenarios, checking their steps, rendering them in another language.
 *
 * <p>The package turns paths and tags into a list of scenarios, each with the seed of its world, and says in one
 * message what is wrong with a path, a file or a step. It knows Gherkin and the step vocabulary; it runs nothing and
 * prints nothing.
 */
package dev.counterfoil.scenarios.feature;
