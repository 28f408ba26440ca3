package dev.counterfoil.protocol.padlink;

/** A value with a fixed code on the cable. */
interface Coded {
    /** ASCII characters; all codes of one type are equally long. */
    String code();
}
