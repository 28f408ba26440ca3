package dev.counterfoil.stage;

/** Values as a failed check may show them. */
final class Mask {
    private static final int PAN_SHOWN_FRONT = 6;
    private static final int PAN_SHOWN_BACK = 4;

    private Mask() {}

    static String field(String path, String value) {
        return switch (path) {
            case "F2" -> pan(value);
            case "F35", "F36", "F52", "F55", "F62" -> "(" + value.length() + " characters, not shown)";
            default -> value;
        };
    }

    private static String pan(String digits) {
        int hidden = digits.length() - PAN_SHOWN_FRONT - PAN_SHOWN_BACK;
        return hidden <= 0
                ? "*".repeat(digits.length())
                : digits.substring(0, PAN_SHOWN_FRONT)
                        + "*".repeat(hidden)
                        + digits.substring(digits.length() - PAN_SHOWN_BACK);
    }
}
