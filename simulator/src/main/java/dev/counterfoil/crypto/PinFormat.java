package dev.counterfoil.crypto;

/** The layouts of a PIN block: ISO 9564-1 formats 0 to 4 and the two forms of the Chinese X9.8. */
public enum PinFormat {
    /** {@code 0 | length | PIN | F...}, with the account number added. */
    ISO0(0, true, 'F'),
    /** {@code 1 | length | PIN | random}. */
    ISO1(1, false, '?'),
    /** {@code 2 | length | PIN | F...}: for chip cards, never on a line. */
    ISO2(2, false, 'F'),
    /** {@code 3 | length | PIN | random A to F}, with the account number added. */
    ISO3(3, true, '?'),
    /** 16 bytes, {@code 4 | length | PIN | A... | 8 random bytes}, enciphered in two steps with the account number. */
    ISO4(4, true, 'A'),
    /** As {@link #ISO0}; the UnionPay F53 digit 1 is 2. */
    X98_WITH_PAN(0, true, 'F'),
    /** {@code 0 | length | PIN | F...} and nothing added; the UnionPay F53 digit 1 is 1. */
    X98_WITHOUT_PAN(0, false, 'F');

    private final int control;
    private final boolean bindsPan;
    private final char fill;

    PinFormat(int control, boolean bindsPan, char fill) {
        this.control = control;
        this.bindsPan = bindsPan;
        this.fill = fill;
    }

    /** The first digit of the clear PIN field, 0 to 4. */
    public int control() {
        return control;
    }

    /** Whether the account number is part of the block. */
    public boolean bindsPan() {
        return bindsPan;
    }

    /** Bytes of the block: 16 for {@link #ISO4}, else 8. */
    public int lengthBytes() {
        return this == ISO4 ? 16 : 8;
    }

    /** Whether the fill behind the PIN is drawn from the caller's random bytes. */
    public boolean random() {
        return this == ISO1 || this == ISO3 || this == ISO4;
    }

    /** The fill digit behind the PIN, or {@code ?} for a random one. */
    char fill() {
        return fill;
    }
}
