package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Bcd;

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

    /**
     * The digits of a track that must not be seen in clear.
     *
     * @param rule value of the switch {@code track.secret}
     */
    static String secretPart(String track, String rule) {
        return switch (rule) {
            case "whole" -> track;
            case "none" -> "";
            case "afterSeparator" -> track.substring(track.indexOf('D') + 1);
            default -> {
                int lastByte = Bcd.lengthBytes(track.length()) - 1;
                yield lastByte < 8 ? track : track.substring(2 * lastByte - 16, 2 * lastByte);
            }
        };
    }
}
