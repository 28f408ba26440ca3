package dev.counterfoil.reports.model;

/**
 * Something that happened inside an actor between two messages.
 *
 * @param timeNanos when
 * @param afterMessage number of the last message sent before it, 0 when none was
 * @param actor id of the actor
 * @param kind what kind of thing
 * @param text a few words for the box in the diagram; a key's name for {@link Kind#KEY_USE}
 * @param meaning what it means, in a few words; may be empty
 */
public record Moment(long timeNanos, int afterMessage, String actor, Kind kind, String text, String meaning) {
    /** Kinds of moments; each is drawn in its own way. */
    public enum Kind {
        /** A record written to what survives a power cut. */
        STORE,
        /** A posting in a ledger. */
        LEDGER,
        /** A key used inside its module. */
        KEY_USE,
        /** A timer that was waited for; its text names the wait that begins here. */
        WAIT,
        /** The first event that left the path. */
        DEPARTURE,
        OTHER
    }
}
