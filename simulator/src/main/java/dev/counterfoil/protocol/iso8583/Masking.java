package dev.counterfoil.protocol.iso8583;

/** How a value is printed when nobody asked for it in so many words. */
public enum Masking {
    /** As it is. */
    SHOWN {
        @Override
        public String mask(String value) {
            return value;
        }
    },
    /** First six and last four characters; all stars when there are fewer than eleven. */
    PAN {
        @Override
        public String mask(String value) {
            int length = value.length();
            return length < 11
                    ? "*".repeat(length)
                    : value.substring(0, 6) + "*".repeat(length - 10) + value.substring(length - 4);
        }
    },
    /** Track 2 or 3: the card number before the first separator as {@link #PAN}, the rest as stars. */
    TRACK {
        @Override
        public String mask(String value) {
            int separator = value.indexOf('D');
            return separator < 0
                    ? "*".repeat(value.length())
                    : PAN.mask(value.substring(0, separator)) + "D" + "*".repeat(value.length() - separator - 1);
        }
    },
    /** Nothing but stars: six of them, whatever the length. */
    SECRET {
        @Override
        public String mask(String value) {
            return value.isEmpty() ? "" : "******";
        }
    };

    /** The printable form of {@code value}. */
    public abstract String mask(String value);
}
