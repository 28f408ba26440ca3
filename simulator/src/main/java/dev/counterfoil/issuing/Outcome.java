package dev.counterfoil.issuing;

/** What came of a personalisation. */
public enum Outcome {
    /** The card is written and the registry has it. */
    ISSUED,
    /** The number has not 8 to 19 digits. */
    NUMBER_WRONG,
    /** The password has not 4 to 8 digits. */
    PASSWORD_WRONG,
    /** The last day is over already. */
    EXPIRY_PAST,
    /** A card counts 1 to 15 tries. */
    TRIES_WRONG,
    /** The registry has a card of this number. */
    NUMBER_TAKEN,
    REGISTRY_SILENT,
    /** What is in the slot has been issued or spoilt, or is no such card. */
    NOT_BLANK,
    /** The card does not know the transport key of its serial number. */
    TRANSPORT_KEY_WRONG,
    /** The card has answered a command with another status word than 9000. */
    CARD_REFUSED,
    /** The card has been pulled, or says nothing. */
    CARD_GONE,
    HSM_REFUSED,
    HSM_SILENT
}
