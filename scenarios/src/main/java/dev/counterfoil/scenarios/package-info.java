/**
 * The command line of Counterfoil.
 *
 * <p>One class a command; each only reads its options, calls the rooms that do the work, and turns what they say into
 * lines and an exit status: 0 for success, 1 for a failure found, 2 for bad input, 3 for hardware that is required and
 * absent. Nothing is decided here about scenarios, worlds or messages.
 */
package dev.counterfoil.scenarios;
