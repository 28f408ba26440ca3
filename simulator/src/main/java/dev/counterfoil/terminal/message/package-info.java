/**
 * The messages that a terminal sends: which fields go into which, and what stands in them.
 *
 * <p>{@link dev.counterfoil.terminal.message.Requests} is the field table; {@link
 * dev.counterfoil.terminal.message.AnswerCheck} says whether an answer belongs to its request; {@link
 * dev.counterfoil.terminal.message.Totals} counts the journal for F48. The package knows the dialect's messages and a
 * terminal's data; it sends nothing and decides nothing.
 */
package dev.counterfoil.terminal.message;
