package dev.counterfoil.protocol.hostcommand;

import java.util.Map;

/** The 2-character error codes of host command answers. Some commands overload 02 to 09; see their layouts. */
public final class HsmError {
    public static final String OK = "00";
    public static final String VERIFICATION_FAILED = "01";
    /** The same code as {@link #VERIFICATION_FAILED}, on import: the key is given back with its parity corrected. */
    public static final String PARITY_ADVICE = "01";

    public static final String KEY_LENGTH_FOR_ALGORITHM = "02";
    public static final String KEY_TYPE_CODE = "04";
    public static final String KEY_LENGTH_FLAG = "05";
    public static final String SOURCE_KEY_PARITY = "10";
    public static final String DESTINATION_KEY_PARITY = "11";
    public static final String LMK_IDENTIFIER = "13";
    public static final String PIN_UNDER_LMK = "14";
    public static final String PRINTER = "16";
    public static final String INVALID_INPUT = "15";
    public static final String PIN_BLOCK = "20";
    public static final String INDEX = "21";
    public static final String ACCOUNT_NUMBER = "22";
    public static final String PIN_BLOCK_FORMAT = "23";
    public static final String PIN_LENGTH = "24";
    public static final String KEY_SCHEME = "26";
    public static final String KEY_LENGTHS = "27";
    public static final String KEY_TYPE = "28";
    public static final String MESSAGE_HEADER = "51";
    public static final String DISABLED = "68";
    public static final String DATA_LENGTH = "80";
    public static final String LMK_SCHEME = "A1";

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry(OK, "no error"),
            Map.entry(VERIFICATION_FAILED, "verification failure, or warning of imported key parity"),
            Map.entry(KEY_LENGTH_FOR_ALGORITHM, "key inappropriate length for algorithm"),
            Map.entry("03", "invalid message or input format"),
            Map.entry(KEY_TYPE_CODE, "invalid key type code or algorithm"),
            Map.entry(KEY_LENGTH_FLAG, "invalid key length flag or key type"),
            Map.entry("09", "invalid padding method"),
            Map.entry(SOURCE_KEY_PARITY, "source key parity error"),
            Map.entry(DESTINATION_KEY_PARITY, "destination key parity error or key all zeros"),
            Map.entry(LMK_IDENTIFIER, "invalid LMK identifier"),
            Map.entry(PIN_UNDER_LMK, "PIN encrypted under LMK pair 02-03 is invalid"),
            Map.entry(INVALID_INPUT, "invalid input data"),
            Map.entry(PRINTER, "printer not ready"),
            Map.entry(PIN_BLOCK, "PIN block does not contain valid values"),
            Map.entry(INDEX, "invalid index value"),
            Map.entry(ACCOUNT_NUMBER, "invalid account number"),
            Map.entry(PIN_BLOCK_FORMAT, "invalid PIN block format code"),
            Map.entry(PIN_LENGTH, "PIN is fewer than 4 or more than 12 digits"),
            Map.entry(KEY_SCHEME, "invalid key scheme"),
            Map.entry(KEY_LENGTHS, "incompatible key length"),
            Map.entry(KEY_TYPE, "invalid key type"),
            Map.entry(MESSAGE_HEADER, "invalid message header"),
            Map.entry(DISABLED, "command disabled"),
            Map.entry(DATA_LENGTH, "data length error"),
            Map.entry(LMK_SCHEME, "incompatible LMK schemes"));

    private HsmError() {}

    /** The general meaning of a code, in English. */
    public static String text(String code) {
        return TEXTS.getOrDefault(code, "error " + code);
    }
}
