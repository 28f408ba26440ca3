package dev.counterfoil.terminal;

import dev.counterfoil.policy.Policies;
import dev.counterfoil.policy.Policy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a terminal behaves where practice leaves a choice. Durations are written {@code 200ms}, {@code 60s}, {@code
 * 2min}.
 *
 * <p>The table below is the reference: key, default, what is allowed, what it means.
 */
public final class TerminalPolicies {
    private static final String DURATION = Policy.DURATION;
    private static final String FLAG = Policy.FLAG;

    // spotless:off
    private static final List<Policy> TABLE = List.of(
        row("answerTimeout",     "60s",   DURATION,          "how long the terminal waits for an answer of the host"),
        row("connectTimeout",    "30s",   DURATION,          "how long it waits for an open connection"),
        row("padTimeout",        "10s",   DURATION,
            "how long the pad may take for a command that asks nobody"),
        row("padSilence",        "200ms", DURATION,
            "how long it lets the pad finish at power-on: what still comes answers nothing that was asked since"),
        row("pinTimeout",        "90s",   DURATION,          "how long the pad may take for a PIN or a card password"),
        row("cardInsertTimeout", "60s",   DURATION,          "how long a card may take to be swiped or inserted"),
        row("personTimeout",     "60s",   DURATION,          "how long a prompt waits for a key"),
        row("resultDuration",    "0s",    DURATION,          "how long a result stays before the idle display"),
        row("reversalTries",     "3",     "[1-9]",           "times that a reversal is sent without acknowledgement"),
        row("afterLastTry",      "block", "block|printAndDrop",
            "what follows the last try: no transaction before a sign-in, or a printed notice"),
        row("reversalDoneCodes", "00,25", "[0-9A-Z]{2}(,[0-9A-Z]{2})*", "answers to a reversal that close it"),
        row("signInTries",       "3",     "[1-9]",           "times that an unanswered sign-in is sent"),
        row("signInKeys",        "004",   "001|003|004|005|006",
            "F60.3 of a sign-in: 24, 40 or 60 bytes of keys; 005, 006: 40 or 60 under a master key of SM4"),
        row("keyScheme",         "masterKey", "masterKey|dukptTdes|dukptAes",
            "a master key and sign-ins that bring keys; or DUKPT, a key for each transaction"),
        row("dukptCounter",      "1",     "[0-9A-F]{1,8}",
            "DUKPT: counter of the first transaction, in hex, of a terminal that starts loaded"),
        row("autoSignIn",        "true",  FLAG,              "whether a loaded terminal signs in when power returns"),
        row("download.tries",    "3",     "[1-9]",
            "times that the authentication message, or a message of an online download, is sent in one download"),
        row("download.mode",     "LITERAL", "LITERAL|HARDENED",
            "LITERAL: the patent's text as it stands; HARDENED: keys by purpose, MACs, a key block, of the host too"),
        row("download.flow",     "FULL",  "FULL|SHORT",
            "embodiment 2 of the patent; or embodiment 1, whose key comes with the host's proof"),
        row("inspection.afterDownload", "false", FLAG,
            "embodiment 3: an inspection is offered right after a key download"),
        row("online.algorithm",  "RSA",   "RSA|SM2",
            "what an online download works with: SM2 brings an SM4 master key; of the host too"),
        row("online.trusts",     "host",  "host|[0-9A-F]{64}",
            "HARDENED: the digest of the only public key that its pad takes; host: that of the bank's HSM"),
        row("injectionFraming",  "futurex", "futurex|xgd",   "what the pad's injection cable speaks"),
        row("injectionPassword", "13572468", "[0-9]{4,12}",  "what the pad asks for before it takes a key there"),
        row("injectionTimeout",  "5min",  DURATION,          "how long the terminal waits for a mother POS"),
        row("injectionLinger",   "30s",   DURATION,
            "how long it waits for a repeated order after a key was loaded"),
        row("components",        "2",     "2|3",             "key components that are typed for a master key"),
        row("componentTimeout",  "5min",  DURATION,
            "how long the pad waits for a custodian, from key to key; at most 999s"),
        row("custodian.1",       "86420975", "[0-9]{4,12}",  "password of the first custodian of key components"),
        row("custodian.2",       "75319086", "[0-9]{4,12}",  "password of the second custodian"),
        row("custodian.3",       "97531864", "[0-9]{4,12}",  "password of the third custodian"),
        row("confirmBeforeSwitch", "true", FLAG,
            "the host's side of a download; the terminal always confirms"),
        row("pinLength",         "6",     "[0-9]{1,2}(-[0-9]{1,2})?",
            "digits of a PIN, 4 to 12: one length or a range"),
        row("probeLimit",        "5",     "[1-9][0-9]?",
            "wrong check values and card passwords in a row from which its pad refuses, for a growing time"),
        row("mac.makes",         "true",  FLAG,              "false: F64 is invented, for a terminal without keys"),
        row("checkAnswerMac",    "true",  FLAG,              "false: any answer is believed"),
        row("panInF2",           "false", FLAG,              "whether F2 is sent beside track 2"),
        row("askGoods",          "true",  FLAG,              "whether a sale asks for the name of the goods"),
        row("voidAsksCard",      "false", FLAG,              "whether a void wants the card of the sale"),
        row("voidWithoutJournal", "false", FLAG,
            "true: a void of what somebody types off a receipt, in any state"),
        row("settleEmptyBatch",  "true",  FLAG,              "whether a batch without transactions can be settled"),
        row("batchLimit",        "300",   "[1-9][0-9]{0,3}", "transactions in the journal before it must be settled"),
        row("copies",            "2",     "[0-2]",           "1: merchant copy only, 2: cardholder copy too"),
        row("operatorAtStart",   "01",    "[0-9]{2}|none",   "who is logged in when the terminal starts"),
        row("factoryPasswords", "keep",  "keep|change",
            "change: 99 and 00 have to choose another password when they first log in with that of delivery"),
        row("certificate",       "3060",  "[0-9A-Z]{4}",     "number of the terminal's approval; the host knows 3060"),
        row("operator.99",       "12345678", "[0-9]{4,8}",   "password of the administrator"),
        row("operator.00",       "123456", "[0-9]{4,8}",     "password of the supervisor"),
        row("operator.01",       "0000",  "[0-9]{4,8}",      "password of a cashier"),
        row("operator.02",       "0000",  "[0-9]{4,8}",      "password of a cashier"),
        row("operator.03",       "0000",  "[0-9]{4,8}",      "password of a cashier"),
        row("operator.04",       "0000",  "[0-9]{4,8}",      "password of a cashier"),
        row("operator.05",       "0000",  "[0-9]{4,8}",      "password of a cashier"));
    // spotless:on

    /** All defaults. */
    public static final TerminalPolicies DEFAULT = new TerminalPolicies(Policies.presets("a terminal", TABLE));

    private final Policies values;

    private TerminalPolicies(Policies values) {
        this.values = values;
    }

    /** The table, for the reference. */
    public static List<Policy> table() {
        return TABLE;
    }

    /**
     * The defaults with these overrides.
     *
     * @throws IllegalArgumentException for an unknown key or a value that is not allowed
     */
    public static TerminalPolicies of(Map<String, String> overrides) {
        return new TerminalPolicies(DEFAULT.values.with(overrides));
    }

    /** These policies with one set otherwise. */
    public TerminalPolicies with(String key, String value) {
        return new TerminalPolicies(values.with(key, value));
    }

    public String text(String key) {
        return values.text(key);
    }

    public boolean flag(String key) {
        return values.flag(key);
    }

    public int number(String key) {
        return values.number(key);
    }

    public List<String> list(String key) {
        return List.of(text(key).split(",", -1));
    }

    public long millis(String key) {
        return values.millis(key);
    }

    /** The password that an operator starts with; null when there is none of this number. */
    public @Nullable String password(String operator) {
        String policy = "operator." + operator;
        return TABLE.stream().anyMatch(row -> row.name().equals(policy)) ? text(policy) : null;
    }

    /** Whether a password is the one that every terminal leaves the factory with. */
    public static boolean fromFactory(String operator, String password) {
        return password.equals(DEFAULT.password(operator));
    }

    /** Whether each transaction has keys of its own. */
    public boolean dukpt() {
        return !text("keyScheme").equals("masterKey");
    }

    /** Whether those are of AES. */
    public boolean aesDukpt() {
        return text("keyScheme").equals("dukptAes");
    }

    /** Whether the working keys of a sign-in are of SM4. */
    public boolean sm4Keys() {
        return securityDigit() == '3';
    }

    /** Second digit of F53, the cipher of PIN and track: 0 single DES, 6 double-length keys, 3 SM4. */
    public char securityDigit() {
        return dukpt()
                ? '6'
                : switch (text("signInKeys")) {
                    case "001" -> '0';
                    case "005", "006" -> '3';
                    default -> '6';
                };
    }

    /** Whether a PIN block has 16 bytes. */
    public boolean longPinBlock() {
        return aesDukpt() || sm4Keys();
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

    private static Policy row(String key, String preset, String allowed, String meaning) {
        return new Policy(key, preset, allowed, meaning);
    }
}
