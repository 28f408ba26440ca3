package dev.counterfoil.protocol.injection;

import dev.counterfoil.codec.Malformed;
import java.util.Locale;

/**
 * One field of a row.
 *
 * @param name for errors
 * @param kind how its characters are read
 * @param width characters of a fixed field, or of the count before a counted one; 0 for all that is left
 */
record Field(String name, Kind kind, int width) {
    private static final int HEX_RADIX = 16;

    enum Kind {
        /** Upper-case hex digits, so many or all that are left. */
        HEX,
        /** Printable ASCII, so many or all that are left. */
        TEXT,
        /** A count of bytes in hex digits, and as many bytes in hex. */
        COUNTED
    }

    static Field hex(String name, int digits) {
        return new Field(name, Kind.HEX, digits);
    }

    static Field text(String name, int characters) {
        return new Field(name, Kind.TEXT, characters);
    }

    static Field counted(String name, int countDigits) {
        return new Field(name, Kind.COUNTED, countDigits);
    }

    /** The characters that stand for a value. */
    String write(String value) {
        boolean fits = width == 0 || kind == Kind.COUNTED || value.length() == width;
        if (!fits || wrongAt(value) >= 0) {
            throw new IllegalArgumentException(name + " takes " + (width == 0 ? "any" : width) + " characters of "
                    + kind.name().toLowerCase(Locale.ROOT) + ", not " + value.length());
        }
        return kind == Kind.COUNTED ? count(value.length() / 2) + value : value;
    }

    /**
     * The value that begins at {@code at}.
     *
     * @throws Malformed when the text is too short there or a character is not of this kind; its offset counts
     *     characters
     */
    String read(String text, int at) {
        int from = at;
        int size = width == 0 ? text.length() - at : width;
        require(text, at, size);
        if (kind == Kind.COUNTED) {
            String digits = checked(text.substring(at, at + width), at);
            from = at + width;
            size = 2 * Integer.parseInt(digits, HEX_RADIX);
            require(text, from, size);
        }
        return checked(text.substring(from, from + size), from);
    }

    /** Characters that a value takes in a row. */
    int size(String value) {
        return value.length() + (kind == Kind.COUNTED ? width : 0);
    }

    private void require(String text, int at, int size) {
        if (text.length() - at < size) {
            throw new Malformed(name, at, size + " characters", (text.length() - at) + " characters");
        }
    }

    private String checked(String value, int at) {
        int wrong = wrongAt(value);
        if (wrong >= 0) {
            throw new Malformed(
                    name, at + wrong, kind == Kind.TEXT ? "printable ASCII" : "a hex digit", "another character");
        }
        return value;
    }

    private int wrongAt(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean right = kind == Kind.TEXT ? c >= ' ' && c <= '~' : (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
            if (!right) {
                return i;
            }
        }
        return -1;
    }

    private String count(int bytes) {
        return String.format(Locale.ROOT, "%0" + width + "X", bytes);
    }
}
