package dev.counterfoil.protocol.iso8583;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing in which hosts of the trade differ: its name, the values it may have, its preset, what it means.
 *
 * @param key as in the estate
 * @param values those allowed; {@code a..b} is a range of numbers, {@code codes} is a list of response codes joined by
 *     commas, {@code *} any text
 * @param preset value when nobody sets it
 * @param meaning one sentence
 */
public record Switch(String key, List<String> values, String preset, String meaning) {
    // spotless:off
    /** The switches of every dialect; those that no field or frame depends on are read by the rooms they concern. */
    static final Map<String, Switch> ALL = table(
            of("lengthPrefix",     "yes|no",          "yes",          "two bytes of length before the TPDU"),
            of("tpdu.length",      "5|0",             "5",            "bytes of TPDU"),
            of("lri.length",       "0|14|33",         "0",            "bytes of LRI block between TPDU and header"),
            of("header.length",    "6|2|0",           "6",            "bytes of header; 2 is a bare version"),
            of("oddBcdPad",        "0|F",             "0",            "spare last nibble of an odd variable BCD value"),
            of("f44",              "institutions|free", "institutions",
                    "F44: issuer and acquirer in 11 columns each, or any text"),
            of("f48",              "bcd|ascii",       "bcd",          "encoding of F48"),
            of("f61",              "bcd|ascii",       "bcd",          "encoding of F61"),
            of("f62.length",       "bytes|hexDigits", "bytes",        "what the length of F62 counts"),
            of("f60.digits",       "11..99",          "17",           "most digits of F60 that a terminal sends"),
            of("f59.innerLength",  "2|3",             "3",            "digits of length inside F59"),
            of("mac.algorithm",    "UNIONPAY_ECB|X9_9|X9_19|CMAC|NONE", "UNIONPAY_ECB", "algorithm of F64"),
            of("mac.mayLack",      "codes",           "03,30,58,77,96,97,99,A0", "declines that may lack F64"),
            of("mak.form",         "EIGHT|EIGHT_KCV_NEXT|SIXTEEN|SIXTEEN_KCV_OF_EIGHT", "EIGHT",
                    "the MAC key in F62 of 40 and 60 bytes: its length, where its check value stands, what it covers"),
            of("pin",              "withPan|withoutPan", "withPan",
                    "whether a PIN block is bound to the card number"),
            of("longPin",          "62|52",           "62",
                    "field of a PIN block of 16 bytes, of AES DUKPT or SM4 keys; 52: then all terminals send such"),
            of("dukpt.ksn",        "57|58|63",        "57",           "field of a terminal's KSN, in hex"),
            of("track.cipher",     "LAST_EIGHT|WHOLE_TRACK_F|LENGTH_PREFIXED|CLEAR", "LAST_EIGHT", "cipher of tracks"),
            of("track.secret",     "lastEight|afterSeparator|whole|none", "lastEight", "secret digits of a track"),
            of("unmatchedAnswer",  "keep|delete",     "keep",         "the reversal record after an answer unlike it"),
            of("cardholderCheck",  "0100|0200",       "0100",         "message type of a cardholder check"),
            of("scriptResult",     "0620|0320",       "0620",         "message type of the result of a card's script"),
            of("saleF3",           "000000|190000",   "000000",       "processing code of a sale"),
            of("default.tpdu",     "*",               "6000000000",   "TPDU of a message that names none"),
            of("default.header",   "*",               "603100000000", "header of a message that names none"));
    // spotless:on

    /** All of them, for the reference. */
    public static List<Switch> table() {
        return List.copyOf(ALL.values());
    }

    private static Switch of(String key, String values, String preset, String meaning) {
        return new Switch(key, List.of(values.split("\\|")), preset, meaning);
    }

    private static Map<String, Switch> table(Switch... switches) {
        Map<String, Switch> table = new LinkedHashMap<>();
        for (Switch each : switches) {
            table.put(each.key, each);
        }
        return table;
    }

    /**
     * The switch of this name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    static Switch named(String key) {
        Switch found = ALL.get(key);
        if (found == null) {
            throw new IllegalArgumentException("unknown switch " + key + ", known are "
                    + ALL.keySet().stream().collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** @throws IllegalArgumentException when the values of two switches contradict each other */
    static void checkTogether(Dialect dialect) {
        String mac = dialect.setting("mac.algorithm");
        boolean longKey = dialect.setting("mak.form").startsWith("SIXTEEN");
        must(!mac.equals("X9_9") || !longKey, "mac.algorithm = X9_9 takes a key of 8 bytes; use mak.form = EIGHT");
        boolean wantsLong = mac.equals("X9_19") || mac.equals("CMAC");
        must(longKey || !wantsLong, "mac.algorithm = " + mac + " takes a key of 16 bytes; use mak.form = SIXTEEN");
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** {@code value} if it is allowed. */
    String check(String value) {
        for (String allowed : values) {
            if (allowed.equals(value) || fitsKind(allowed, value)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                "switch " + key + " = " + value + ", allowed are " + String.join(", ", values));
    }

    private static boolean fitsKind(String allowed, String value) {
        int dots = allowed.indexOf("..");
        if (dots > 0) {
            return value.matches("[0-9]{1,3}")
                    && Integer.parseInt(value) >= Integer.parseInt(allowed.substring(0, dots))
                    && Integer.parseInt(value) <= Integer.parseInt(allowed.substring(dots + 2));
        }
        return allowed.equals("*") || (allowed.equals("codes") && value.matches("([0-9A-Z]{2}(,[0-9A-Z]{2})*)?"));
    }
}
