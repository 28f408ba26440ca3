package dev.counterfoil.trace;

/**
 * An event with its place in the stream.
 *
 * @param number from 1, without gaps
 * @param timeNanos virtual time since the world began, in nanoseconds
 * @param actor who it happened to, by its name in the estate, for example {@code T1} or {@code line of T1}
 */
public record Envelope(long number, long timeNanos, String actor, TraceEvent event) {}
