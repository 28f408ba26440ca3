package dev.counterfoil.protocol.panel;

/** What a terminal's buzzer can sound. */
public enum Tone {
    /** The card has been read. */
    DU,
    /** The money has moved: an approval with a good MAC. */
    DING,
    /** An entry was taken. */
    CONFIRMING,
    /** Something went wrong. */
    ERROR
}
