package dev.counterfoil.crypto.keyblock;

import java.util.Map;
import java.util.regex.Pattern;

/** The fields of the fixed header in their order: name, offset and length in characters, and what they may hold. */
public enum HeaderField {
    VERSION("version", 0, 1, "(?s).", ""),
    LENGTH("length", 1, 4, "[0-9]{4}", "4 decimal digits"),
    USAGE("usage", 5, 2, "[0-9]{2}", "a key usage, or two digits for a vendor's own"),
    ALGORITHM("algorithm", 7, 1, "[0-9]", "an algorithm, or a digit for a vendor's own"),
    MODE_OF_USE("mode of use", 8, 1, "[0-9]", "a mode of use, or a digit for a vendor's own"),
    KEY_VERSION("key version number", 9, 2, "[0-9A-Za-z]{2}", "two letters or digits"),
    EXPORTABILITY("exportability", 11, 1, "", "an exportability"),
    OPTIONAL_BLOCKS("number of optional blocks", 12, 2, "[0-9]{2}", "two decimal digits"),
    CONTEXT("key context", 14, 1, "", "a key context"),
    RESERVED("reserved", 15, 1, "", "the reserved value"),
    /** In place of the two before it in a payShield block. */
    LMK("LMK identifier", 14, 2, "[0-9]{2}|FF", "two digits, or FF under a ZMK");

    /** Characters of the fixed header. */
    public static final int HEADER_CHARS = 16;

    private final String label;
    private final int offset;
    private final int length;
    private final Pattern others;
    private final String what;

    HeaderField(String label, int offset, int length, String others, String what) {
        this.label = label;
        this.offset = offset;
        this.length = length;
        this.others = Pattern.compile(others);
        this.what = what;
    }

    public int offset() {
        return offset;
    }

    /** The standard's values with what they mean, in its order; empty for fields that hold no code. */
    public Map<String, String> codes() {
        return switch (this) {
            case USAGE -> FieldValues.USAGE;
            case ALGORITHM -> FieldValues.ALGORITHM;
            case MODE_OF_USE -> FieldValues.MODE_OF_USE;
            case EXPORTABILITY -> FieldValues.EXPORTABILITY;
            case CONTEXT -> FieldValues.CONTEXT;
            case RESERVED -> FieldValues.RESERVED;
            default -> Map.of();
        };
    }

    String path() {
        return "key block." + label;
    }

    int end() {
        return offset + length;
    }

    int length() {
        return length;
    }

    boolean allows(String value) {
        return codes().containsKey(value) || others.matcher(value).matches();
    }

    /** What the field may hold, for messages. */
    String expected() {
        return codes().isEmpty() ? what : what + " (" + String.join(" ", codes().keySet()) + ")";
    }
}
