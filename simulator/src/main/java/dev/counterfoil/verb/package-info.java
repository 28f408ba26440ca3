/**
 * The steps that a scenario may use, as verbs.
 *
 * <p>A {@link dev.counterfoil.verb.Row} words one step in English and in Chinese and says what it means; a
 * {@link dev.counterfoil.verb.Verb} is a row with its arguments, and prints itself back in either language. The rows
 * stand in literal tables, a class for each part of the published vocabulary. The package knows no Gherkin and no
 * actor: what a verb does, it does to a {@link dev.counterfoil.verb.Stage}.
 */
package dev.counterfoil.verb;
