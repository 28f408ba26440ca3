package dev.counterfoil.protocol.hostcommand;

/** How a terminal's F64 is computed, by the digit on the wire in commands U0 and U2. */
public enum MacForm {
    /** UnionPay's ECB form: 8 characters of hex. */
    UNIONPAY_ECB("0"),
    /** ANSI X9.19 with zero padding. */
    X9_19("1"),
    /** CMAC with triple DES. */
    CMAC("2"),
    /** UnionPay's ECB form over SM4. */
    SM4("3"),
    /** ANSI X9.9 under a single-length key. */
    X9_9("4");

    private final String digit;

    MacForm(String digit) {
        this.digit = digit;
    }

    /**
     * The form with this digit.
     *
     * @throws IllegalArgumentException for another digit
     */
    public static MacForm of(String digit) {
        return Digits.find(values(), MacForm::digit, digit);
    }

    /** The digit on the wire. */
    public String digit() {
        return digit;
    }
}
