package dev.counterfoil.crypto.keyblock;

import java.util.Locale;

/**
 * A header block that a key may have beside the fixed ones, such as the KSN of an initial key.
 *
 * @param id two letters or digits
 * @param data printable ASCII characters, as they stand in the block
 */
public record OptionalBlock(String id, String data) {
    static final String PADDING = "PB";

    private static final int HEAD_CHARS = 4;
    private static final int LONGEST_SHORT_CHARS = 255;
    private static final int EXTENDED_HEAD_CHARS = 10;

    /** What the standard says of this id, or an empty text. */
    public String meaning() {
        return FieldValues.OPTIONAL_BLOCK.getOrDefault(id, "");
    }

    /** Id, length and data; the length in two hex digits, or behind {@code 0002} in four. */
    String encode() {
        int chars = HEAD_CHARS + data.length();
        return chars <= LONGEST_SHORT_CHARS
                ? String.format(Locale.ROOT, "%s%02X%s", id, chars, data)
                : String.format(Locale.ROOT, "%s0002%04X%s", id, EXTENDED_HEAD_CHARS + data.length(), data);
    }

    /** A padding block that brings {@code chars} characters of other blocks to a multiple of {@code unit}. */
    static OptionalBlock padding(int chars, int unit) {
        int missing = unit - chars % unit;
        int whole = missing < HEAD_CHARS ? missing + unit : missing;
        return new OptionalBlock(PADDING, "0".repeat(whole - HEAD_CHARS));
    }
}
