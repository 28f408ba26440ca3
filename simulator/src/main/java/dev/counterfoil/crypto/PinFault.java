package dev.counterfoil.crypto;

/** Why a block holds no PIN, in the order in which a block is checked. */
public enum PinFault {
    /** The block has not the bytes of its format. */
    BLOCK_LENGTH,
    /** The first digit is not the format's. */
    FORMAT,
    /** The length digit is not 4 to 12. */
    PIN_LENGTH,
    /** A PIN digit is not decimal. */
    DIGIT,
    /** The fill behind the PIN is not the format's. */
    FILL
}
