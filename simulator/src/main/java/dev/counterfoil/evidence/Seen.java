package dev.counterfoil.evidence;

import dev.counterfoil.trace.Envelope;
import dev.counterfoil.trace.TraceEvent;

/** An event of a known kind with its place in the stream. */
public record Seen<E extends TraceEvent>(Envelope at, E event) {
    /** Who it happened to. */
    public String actor() {
        return at.actor();
    }

    /** Its number in the stream. */
    public long number() {
        return at.number();
    }
}
