package dev.counterfoil.protocol.link;

/** The two timers of a station; how long each runs is its owner's to say. */
public enum LinkTimer {
    /** Runs while an acknowledgement is awaited. */
    ANSWER,
    /** Runs while a frame is incomplete; shorter than {@link #ANSWER}, or a harmed length swallows the repeats. */
    SILENCE
}
