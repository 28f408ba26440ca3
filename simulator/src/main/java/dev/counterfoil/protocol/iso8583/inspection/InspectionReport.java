package dev.counterfoil.protocol.iso8583.inspection;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The result of one inspection, and its form in F62 of an 0800 with F60.3 460: BER-TLV, in this order, each tag once.
 *
 * <pre>
 * DF51            work content and equipment state, 11 digits in ASCII
 * DF52            medium, 1 byte: 01 IC, 02 stripe, 03 typed
 * DF41            number of the manager's card, as in a key download
 * DF53            when it was made, by the terminal's clock: yyyyMMddHHmmss in ASCII
 * DF54            what could not be read, 1 byte: 01 chip, 02 stripe, 03 both, 00 nothing
 * DF42 DF43 DF44  R1, R2 and C1 of the card, 8 bytes each, as in a key download; with medium 01, and only then
 * DF4E            MAC under the card key, 8 bytes; with medium 01 in HARDENED
 * </pre>
 *
 * The answer, an 0810 with F39 00, has the inspection's number in DF55, 8 digits in ASCII, and with medium 01 C2 in
 * DF45.
 *
 * @param workContent 10 digits, one an item: 1 in order, 0 not looked at, 2 to 9 a finding
 * @param manager number of his card, 8 to 19 digits
 * @param madeAt 14 digits
 * @param unread media that could not be read, the sum of 1 for the chip and 2 for the stripe
 */
public record InspectionReport(
        String workContent, EquipmentState state, Medium medium, String manager, String madeAt, int unread) {
    /** F60.3. */
    public static final String NETWORK_CODE = "460";

    /** Number of the inspection, 8 digits in ASCII; in the answer. */
    public static final int NUMBER = 0xDF55;

    /** Response code: typed entry is locked at this terminal. */
    public static final String TYPED_ENTRY_LOCKED = "D9";

    /** Response code: there is something to settle in the batch of a terminal that is to be withdrawn. */
    public static final String BATCH_OPEN = "DA";

    public static final int CHIP_UNREAD = 1;
    public static final int STRIPE_UNREAD = 2;
    public static final int WORK_CONTENT_DIGITS = 10;

    /** The host wants a sign-in or a settlement, could not check the MAC, or has a fault. */
    private static final Set<String> NOT_FINAL = Set.of("77", "A0", "91", "96", BATCH_OPEN);

    private static final int RESULT = 0xDF51;
    private static final int MEDIUM = 0xDF52;
    private static final int MADE_AT = 0xDF53;
    private static final int UNREAD = 0xDF54;
    private static final List<Integer> TAGS = List.of(RESULT, MEDIUM, KeyDownload.CARD_NUMBER, MADE_AT, UNREAD);
    private static final List<Integer> PROOF = List.of(KeyDownload.R1, KeyDownload.R2, KeyDownload.C1);
    private static final int BLOCK = 8;
    private static final int MADE_AT_DIGITS = 14;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 19;

    /** @throws IllegalArgumentException if a number has another length */
    public InspectionReport {
        if (!isWorkContent(workContent)) {
            throw new IllegalArgumentException("work content has 10 digits, not " + workContent.length());
        } else if (!isManager(manager)) {
            throw new IllegalArgumentException("a manager's number has 8 to 19 digits, not " + manager.length());
        } else if (!isMadeAt(madeAt)) {
            throw new IllegalArgumentException("a time has 14 digits, not " + madeAt.length());
        }
    }

    /** Whether an answer with this code ends the report; if not, it is worth another try. */
    public static boolean isFinal(String code) {
        return !NOT_FINAL.contains(code);
    }

    /** Whether this may be typed as work content. */
    public static boolean isWorkContent(String digits) {
        return digits.length() == WORK_CONTENT_DIGITS && Decimal.isDigits(digits);
    }

    /** Whether this can be the number of a manager's card. */
    public static boolean isManager(String digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST && Decimal.isDigits(digits);
    }

    private static boolean isMadeAt(String digits) {
        return digits.length() == MADE_AT_DIGITS && Decimal.isDigits(digits);
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

    /**
     * What a service desk files a fault under: the digit of the equipment state, the first item with a finding in two
     * digits, and the finding; {@code 1052} is a faulty terminal whose item 5 has the finding 2.
     */
    public String faultCode() {
        for (int item = 0; item < workContent.length(); item++) {
            char finding = workContent.charAt(item);
            if (finding > '1') {
                return state.digit() + Decimal.digits(item + 1L, 2) + finding;
            }
        }
        return state.digit() + "000";
    }

    /** The tags for F62, without a proof and a MAC. */
    public List<Tlv> tags() {
        return List.of(
                Tlv.of(RESULT, ascii(workContent + state.digit())),
                Tlv.of(MEDIUM, new byte[] {(byte) medium.code()}),
                Tlv.of(KeyDownload.CARD_NUMBER, KeyDownload.cardNumber(manager)),
                Tlv.of(MADE_AT, ascii(madeAt)),
                Tlv.of(UNREAD, new byte[] {(byte) unread}));
    }

    /**
     * The report in these bytes.
     *
     * @throws Malformed naming the tag at fault and its offset
     */
    public static InspectionReport decode(byte[] f62) {
        List<Tlv> tags = Tlv.parse(f62);
        for (int i = 0; i < TAGS.size(); i++) {
            require(tags, i, TAGS.get(i), f62.length);
        }
        InspectionReport report = new InspectionReport(
                workContent(tags.get(0)),
                state(tags.get(0)),
                medium(tags.get(1)),
                manager(tags.get(2)),
                madeAt(tags.get(3)),
                unread(tags.get(4)));
        requireProof(tags, report.medium, f62.length);
        return report;
    }

    private static void requireProof(List<Tlv> tags, Medium medium, int end) {
        List<Integer> wanted = new ArrayList<>(medium == Medium.IC ? PROOF : List.of());
        int at = TAGS.size();
        for (int tag : wanted) {
            require(tags, at, tag, end);
            requireBlock(tags.get(at++));
        }
        boolean macked = at < tags.size() && medium == Medium.IC && tags.get(at).tag() == KeyDownload.MAC;
        if (macked) {
            requireBlock(tags.get(at));
        }
        int rest = macked ? at + 1 : at;
        if (tags.size() > rest) {
            throw new Malformed(tags.get(rest).name(), tags.get(rest).offset(), "no more tags", "another one");
        }
    }

    private static void require(List<Tlv> tags, int at, int wanted, int end) {
        String name = Tlv.of(wanted, new byte[0]).name();
        if (at >= tags.size()) {
            throw new Malformed(name, end, "tag " + name, "the end of the data");
        } else if (tags.get(at).tag() != wanted) {
            Tlv found = tags.get(at);
            throw new Malformed(name, found.offset(), "tag " + name, "tag " + found.name());
        }
    }

    private static void requireBlock(Tlv tlv) {
        int length = tlv.value().length;
        if (length != BLOCK) {
            throw new Malformed(tlv.name(), tlv.valueOffset(), BLOCK + " bytes", length + " bytes");
        }
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
        String digits = KeyDownload.cardNumber(tlv.value());
        if (!isManager(digits) || !Arrays.equals(KeyDownload.cardNumber(digits), tlv.value())) {
            throw new Malformed(tlv.name(), tlv.valueOffset(), "8 to 19 digits", tlv.value().length + " bytes");
        }
        return digits;
    }

    private static String madeAt(Tlv tlv) {
        String digits = text(tlv);
        if (!isMadeAt(digits)) {
            throw new Malformed(tlv.name(), tlv.valueOffset(), "14 digits", digits.length() + " characters");
        }
        return digits;
    }

    private static int unread(Tlv tlv) {
        byte[] value = tlv.value();
        if (value.length != 1 || value[0] < 0 || value[0] > CHIP_UNREAD + STRIPE_UNREAD) {
            throw new Malformed(tlv.name(), tlv.valueOffset(), "1 byte, 00 to 03", tlv.hex());
        }
        return value[0];
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
