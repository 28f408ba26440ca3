/**
 * What each transaction of a terminal consists of.
 *
 * <p>{@link dev.counterfoil.terminal.recipe.Recipes} lists the stages of every kind, for a genuine terminal and for the
 * firmware of a thief. The package knows all stages and nothing else.
 */
package dev.counterfoil.terminal.recipe;
