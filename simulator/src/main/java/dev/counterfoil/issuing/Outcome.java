package dev.counterfoil.issuing;

/** What came of a personalisation. */
public enum Outcome {
    /** The card is written and the registry has it. */
    ISSUED("issued"),
    /** The number has not 8 to 19 digits. */
    NUMBER_WRONG("numberWrong"),
    /** The password has not 4 to 8 digits. */
    PASSWORD_WRONG("passwordWrong"),
    /** The last day is over already. */
    EXPIRY_PAST("expiryPast"),
    /** A card counts 1 to 15 tries. */
    TRIES_WRONG("triesWrong"),
    /** The registry has a card of this number. */
    NUMBER_TAKEN("numberTaken"),
    REGISTRY_SILENT("registrySilent"),
    /** What is in the slot has been issued or spoilt, or is no such card. */
    NOT_BLANK("notBlank"),
    /** The card does not know the transport key of its serial number. */
    TRANSPORT_KEY_WRONG("transportKeyWrong"),
    /** The card has answered a command with another status word than 9000. */
    CARD_REFUSED("cardRefused"),
    /** The card has been pulled, or says nothing. */
    CARD_GONE("cardGone"),
    HSM_REFUSED("hsmRefused"),
    HSM_SILENT("hsmSilent");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** As in steps and in the trace, for example {@code numberTaken}. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if no personalisation ends so */
    public static Outcome of(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word.equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no making of a card ends as " + word);
    }
}
