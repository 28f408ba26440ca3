package dev.counterfoil.terminal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a terminal behaves where practice leaves a choice. Durations are written {@code 200ms}, {@code 60s}, {@code 2min}.
 *
 * <p>The table below is the reference: key, default, what is allowed, what it means.
 */
public final class TerminalPolicies {
    /** One choice. */
    record Row(String key, String preset, String allowed, String meaning) {}

    private static final String DURATION = "[0-9]+(ms|s|min|h)";
    private static final String FLAG = "true|false";

    // spotless:off
    static final Map<String, Row> TABLE = table(
        row("answerTimeout",     "60s",   DURATION,          "how long the terminal waits for an answer of the host"),
        row("connectTimeout",    "30s",   DURATION,          "how long it waits for an open connection"),
        row("padTimeout",        "10s",   DURATION,          "how long the pad may take for a command that asks nobody"),
        row("pinTimeout",        "90s",   DURATION,          "how long the pad may take for a PIN or a card password"),
        row("cardInsertTimeout", "60s",   DURATION,          "how long a card may take to be swiped or inserted"),
        row("personTimeout",     "60s",   DURATION,          "how long a prompt waits for a key"),
        row("resultDuration",    "0s",    DURATION,          "how long a result stays before the idle display"),
        row("reversalTries",     "3",     "[1-9]",           "times that a reversal is sent before one transaction"),
        row("afterLastTry",      "block", "block|printAndDrop", "what becomes of a reversal that nobody acknowledges"),
        row("reversalDoneCodes", "00,25", "[0-9A-Z]{2}(,[0-9A-Z]{2})*", "answers to a reversal that close it"),
        row("signInTries",       "3",     "[1-9]",           "times that an unanswered sign-in is sent"),
        row("signInKeys",        "004",   "001|003|004",     "F60.3 of a sign-in: 24, 40 or 60 bytes of keys"),
        row("mak.form",          "EIGHT", "EIGHT|EIGHT_KCV_NEXT|SIXTEEN|SIXTEEN_KCV_OF_EIGHT", "how F62 writes the MAC key"),
        row("autoSignIn",        "true",  FLAG,              "whether a loaded terminal signs in when power returns"),
        row("download.tries",    "3",     "[1-9]",           "times that the authentication message is sent in one download"),
        row("download.mode",     "LITERAL", "LITERAL",       "the flow of the patent as it stands"),
        row("confirmBeforeSwitch", "true", FLAG,             "the host's side of a download; the terminal always confirms"),
        row("pinLength",         "6",     "[0-9]{1,2}(-[0-9]{1,2})?", "digits of a PIN, 4 to 12: one length or a range"),
        row("mac.algorithm",     "unionpay-ecb", "unionpay-ecb|unionpay-raw|x9.9|x9.19|pboc|cbc|cmac", "how F64 is made"),
        row("mac.makes",         "true",  FLAG,              "false: F64 is invented, for a terminal without keys"),
        row("checkAnswerMac",    "true",  FLAG,              "false: any answer is believed"),
        row("trackEncryption",   "LAST_EIGHT", "CLEAR|LAST_EIGHT", "how track 2 leaves the pad"),
        row("panInF2",           "false", FLAG,              "whether F2 is sent beside track 2"),
        row("askGoods",          "true",  FLAG,              "whether a sale asks for the name of the goods"),
        row("voidAsksCard",      "false", FLAG,              "whether a void wants the card of the sale"),
        row("voidWithoutJournal", "false", FLAG,             "true: a void of what somebody types off a receipt, in any state"),
        row("settleEmptyBatch",  "true",  FLAG,              "whether a batch without transactions can be settled"),
        row("batchLimit",        "300",   "[1-9][0-9]{0,3}", "transactions in the journal before it must be settled"),
        row("copies",            "2",     "[0-2]",           "1: merchant copy only, 2: cardholder copy too"),
        row("operatorAtStart",   "01",    "[0-9]{2}|none",   "who is logged in when the terminal starts"),
        row("operator.99",       "12345678", "[0-9]{4,8}",   "password of the administrator"),
        row("operator.00",       "123456", "[0-9]{4,8}",     "password of the supervisor"),
        row("operator.01",       "0000",  "[0-9]{4,8}",      "password of a cashier"),
        row("operator.02",       "0000",  "[0-9]{4,8}",      "password of a cashier"),
        row("operator.03",       "0000",  "[0-9]{4,8}",      "password of a cashier"),
        row("operator.04",       "0000",  "[0-9]{4,8}",      "password of a cashier"),
        row("operator.05",       "0000",  "[0-9]{4,8}",      "password of a cashier"));
    // spotless:on

    /** All defaults. */
    public static final TerminalPolicies DEFAULT = new TerminalPolicies(Map.of());

    private final Map<String, String> values = new HashMap<>();

    private TerminalPolicies(Map<String, String> overrides) {
        TABLE.values().forEach(row -> values.put(row.key, row.preset));
        new TreeMap<>(overrides).forEach(this::put);
    }

    /**
     * The defaults with these overrides.
     *
     * @throws IllegalArgumentException for an unknown key or a value that is not allowed
     */
    public static TerminalPolicies of(Map<String, String> overrides) {
        return new TerminalPolicies(overrides);
    }

    /** These policies with one set otherwise. */
    public TerminalPolicies with(String key, String value) {
        TerminalPolicies changed = new TerminalPolicies(values);
        changed.put(key, value);
        return changed;
    }

    private void put(String key, String value) {
        Row row = TABLE.get(key);
        if (row == null) {
            throw new IllegalArgumentException(
                    "unknown policy " + key + " of a terminal; known: " + String.join(", ", TABLE.keySet()));
        }
        if (!value.matches(row.allowed)) {
            throw new IllegalArgumentException(
                    "policy " + key + " = " + value + " is not allowed; it is " + row.meaning + ": " + row.allowed);
        }
        values.put(key, value);
    }

    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no policy " + key);
        }
        return value;
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    public int number(String key) {
        return Integer.parseInt(text(key));
    }

    public List<String> list(String key) {
        return List.of(text(key).split(",", -1));
    }

    public long millis(String key) {
        String value = text(key);
        int unit = value.length();
        while (!Character.isDigit(value.charAt(unit - 1))) {
            unit--;
        }
        long count = Long.parseLong(value.substring(0, unit));
        return switch (value.substring(unit)) {
            case "ms" -> count;
            case "s" -> count * 1_000;
            case "min" -> count * 60_000;
            default -> count * 3_600_000;
        };
    }

    /** Whether there is an operator of this number with this password. */
    public boolean isOperator(String number, String password) {
        return password.equals(values.get("operator." + number));
    }

    /** Fewest digits of a PIN. */
    public int pinShortest() {
        return Integer.parseInt(text("pinLength").split("-", -1)[0]);
    }

    /** Most digits of a PIN. */
    public int pinLongest() {
        String[] range = text("pinLength").split("-", -1);
        return Integer.parseInt(range[range.length - 1]);
    }

    private static Row row(String key, String preset, String allowed, String meaning) {
        return new Row(key, preset, allowed, meaning);
    }

    private static Map<String, Row> table(Row... rows) {
        return List.of(rows).stream()
                .collect(Collectors.toMap(Row::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
