/**
 * What the trace shows, found again: messages with their fate, events by kind, and the invariants that always hold.
 *
 * <p>{@link dev.counterfoil.evidence.Evidence} listens to one world's trace and keeps what checks and reports ask for.
 * It knows the events of every room and never an actor: whoever asserts something looks here and nowhere else.
 */
package dev.counterfoil.evidence;
