package dev.counterfoil.people;

/** Where a hand goes. */
public enum Device {
    TERMINAL,
    PAD,
    /** Whichever of the two asks for something; the terminal if none does. */
    ASKING
}
