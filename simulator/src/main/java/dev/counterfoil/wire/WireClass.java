package dev.counterfoil.wire;

/** How well a wire is guarded. */
public enum WireClass {
    /** Anybody may listen: no clear secret crosses it. */
    OPEN,
    /** Inside a tamper boundary: a clear secret on it is an exposure on record, not a finding. */
    ENCLOSED,
    /** In a guarded room, under two persons' eyes. */
    CEREMONY
}
