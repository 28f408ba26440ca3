package dev.counterfoil.protocol.hostcommand;

/** The kinds of working key that command U4 makes, by the letter on the wire. */
public enum WorkingKeyKind {
    /** P: the key that enciphers PIN blocks, key type 002. */
    TPK,
    /** A: the key of the MAC, key type 003. */
    TAK,
    /** D: the key that enciphers track data, key type 30B. */
    TDK;

    /** The letter on the wire: P, A or D. */
    public String letter() {
        return name().substring(1, 2);
    }

    /**
     * The kind with this letter.
     *
     * @throws IllegalArgumentException for another letter
     */
    public static WorkingKeyKind of(String letter) {
        return Digits.find(values(), WorkingKeyKind::letter, letter);
    }
}
