package dev.counterfoil.protocol.hostcommand;

/**
 * One working key to be made.
 *
 * @param kind what it is for
 * @param length how long it is, and what its check value covers
 */
public record WorkingKeyWish(WorkingKeyKind kind, Length length) {
    /** The length of a key, by the digit on the wire in command U4. */
    public enum Length {
        /** 8 bytes. */
        SINGLE("1"),
        /** 16 bytes. */
        DOUBLE("2"),
        /** 16 bytes, with the check value of its first 8 as a single-DES key. */
        DOUBLE_KCV_OF_HALF("3"),
        /** 16 bytes of SM4, under a TMK of SM4. */
        SM4("4");

        private final String digit;

        Length(String digit) {
            this.digit = digit;
        }

        /**
         * The length with this digit.
         *
         * @throws IllegalArgumentException for another digit
         */
        public static Length of(String digit) {
            return Digits.find(values(), Length::digit, digit);
        }

        /** The digit on the wire. */
        public String digit() {
            return digit;
        }
    }
}
