/**
 * How the steps of the vocabulary are worded: the parameter types with their regular expressions, and the expressions
 * that use them.
 *
 * <p>An expression reads a step into values and prints values back into a step, in English and in Chinese. It knows the
 * words and references that fill it; it does not know which steps there are or what they do. The regular expressions
 * are one literal table, the same as in the published vocabulary.
 */
package dev.counterfoil.verb.grammar;
