package dev.counterfoil.store;

/** Where in a write the power can fail. */
public enum Moment {
    /** Nothing has reached the medium. */
    BEFORE,
    /** The record is half on the medium: after restart the old record is there, as a checksum shows. */
    TORN,
    /** The record is on the medium; its writer has not heard of it. */
    WRITTEN,
    /** The writer has heard of it, and nothing more has happened. */
    ACKNOWLEDGED
}
