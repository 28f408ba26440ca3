package dev.counterfoil.protocol.iso8583.inspection;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The result of one inspection, and its form in F62: BER-TLV, in this order, each tag once.
 *
 * <pre>
 * DF51   work content and equipment state, 11 digits in ASCII
 * DF52   medium, 1 byte: 01 IC, 02 stripe, 03 typed
 * DF53   number of the manager's card, 8 to 19 digits in ASCII
 * </pre>
 *
 * @param workContent 10 digits, one an item
 * @param manager number of his card, 8 to 19 digits
 */
public record InspectionReport(String workContent, EquipmentState state, Medium medium, String manager) {
    public static final int WORK_CONTENT_DIGITS = 10;

    private static final int RESULT = 0xDF51;
    private static final int MEDIUM = 0xDF52;
    private static final int MANAGER = 0xDF53;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 19;

    /** @throws IllegalArgumentException if a number has another length */
    public InspectionReport {
        if (!isWorkContent(workContent)) {
            throw new IllegalArgumentException("work content has 10 digits, not " + workContent.length());
        } else if (!isManager(manager)) {
            throw new IllegalArgumentException("a manager's number has 8 to 19 digits, not " + manager.length());
        }
    }

    /** Whether this may be typed as work content. */
    public static boolean isWorkContent(String digits) {
        return digits.length() == WORK_CONTENT_DIGITS && Decimal.isDigits(digits);
    }

    private static boolean isManager(String digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST && Decimal.isDigits(digits);
    }

    /** Whether the last digit of a number is right by Luhn's formula. */
    public static boolean checkDigitFits(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return isManager(number) && sum % 10 == 0;
    }

    /** The bytes for F62. */
    public byte[] encode() {
        return Tlv.encode(List.of(
                Tlv.of(RESULT, ascii(workContent + state.digit())),
                Tlv.of(MEDIUM, new byte[] {(byte) medium.code()}),
                Tlv.of(MANAGER, ascii(manager))));
    }

    /**
     * The report in these bytes.
     *
     * @throws Malformed naming the tag at fault and its offset
     */
    public static InspectionReport decode(byte[] f62) {
        List<Tlv> tags = Tlv.parse(f62);
        Tlv result = tag(tags, 0, RESULT, f62.length);
        Tlv medium = tag(tags, 1, MEDIUM, f62.length);
        Tlv manager = tag(tags, 2, MANAGER, f62.length);
        if (tags.size() > 3) {
            throw new Malformed(tags.get(3).name(), tags.get(3).offset(), "no more tags", "another one");
        }
        return new InspectionReport(workContent(result), state(result), medium(medium), manager(manager));
    }

    private static Tlv tag(List<Tlv> tags, int at, int wanted, int end) {
        String name = Tlv.of(wanted, new byte[0]).name();
        if (at >= tags.size()) {
            throw new Malformed(name, end, "tag " + name, "the end of the data");
        } else if (tags.get(at).tag() != wanted) {
            Tlv found = tags.get(at);
            throw new Malformed(name, found.offset(), "tag " + name, "tag " + found.name());
        }
        return tags.get(at);
    }

    private static String workContent(Tlv result) {
        String digits = text(result);
        if (digits.length() != WORK_CONTENT_DIGITS + 1 || !Decimal.isDigits(digits)) {
            throw new Malformed(result.name(), result.valueOffset(), "11 digits", digits.length() + " characters");
        }
        return digits.substring(0, WORK_CONTENT_DIGITS);
    }

    private static EquipmentState state(Tlv result) {
        char digit = text(result).charAt(WORK_CONTENT_DIGITS);
        return EquipmentState.of(digit)
                .orElseThrow(() -> new Malformed(
                        result.name(),
                        result.valueOffset() + WORK_CONTENT_DIGITS,
                        "an equipment state: 0 to 4 or 9",
                        String.valueOf(digit)));
    }

    private static Medium medium(Tlv tlv) {
        byte[] value = tlv.value();
        int code = value.length == 1 ? value[0] : 0;
        return Medium.of(code)
                .orElseThrow(() -> new Malformed(tlv.name(), tlv.valueOffset(), "a medium: 01, 02 or 03", tlv.hex()));
    }

    private static String manager(Tlv tlv) {
        String digits = text(tlv);
        if (!isManager(digits)) {
            throw new Malformed(tlv.name(), tlv.valueOffset(), "8 to 19 digits", digits.length() + " characters");
        }
        return digits;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(Tlv tlv) {
        return new String(tlv.value(), StandardCharsets.ISO_8859_1);
    }

    /** Without the manager's number. */
    @Override
    public String toString() {
        return "inspection " + workContent + " " + state + " " + medium.strength();
    }
}
