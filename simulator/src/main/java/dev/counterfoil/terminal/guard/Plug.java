package dev.counterfoil.terminal.guard;

/** Where the plug of the pad is. */
public enum Plug {
    OUT,
    IN,
    /** In the port beside the pad's: the cable works, the pad is not at its place. */
    WRONG_PORT
}
