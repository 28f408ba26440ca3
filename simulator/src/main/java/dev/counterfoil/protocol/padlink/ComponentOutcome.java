package dev.counterfoil.protocol.padlink;

/** What came of a key component that a custodian has typed. After anything but the first two, all are forgotten. */
public enum ComponentOutcome implements Coded {
    /** The component is right; the detail is its check value. */
    TAKEN("0"),
    /** It was the last one, and the key is stored; the detail is the check value of the key. */
    STORED("1"),
    /** This custodian has given a component before. */
    SAME_CUSTODIAN("2"),
    /** The detail is how many digits were typed. */
    WRONG_LENGTH("3"),
    /** The detail is the byte, from 0, whose parity is not odd. */
    WRONG_PARITY("4"),
    /** The check value that was typed is not the component's. */
    WRONG_CHECK_VALUE("5"),
    /** The components come to a key whose halves are alike. */
    WEAK_KEY("6");

    private final String code;

    ComponentOutcome(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
