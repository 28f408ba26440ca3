package dev.counterfoil.estate;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which keys a description may have; a key that nobody reads is most likely misspelt. */
final class EstateSchema {
    /** A key whose children have names of the user's choice. */
    private static final String ANY = "*";

    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry(
                    "",
                    List.of(
                            "name",
                            "start",
                            "zone",
                            "check-limit-seconds",
                            "dialect",
                            "acquirer",
                            "policies",
                            "profiles",
                            "merchants",
                            "terminals",
                            "cards",
                            "manager-cards",
                            "test-keys")),
            Map.entry("dialect", List.of("name", "switches")),
            Map.entry("acquirer", List.of("id", "tpdu", "header")),
            Map.entry("policies", List.of("terminal", "host", "issuer", "loading")),
            Map.entry("profiles", List.of("hsm", "switch", "issuer", "issuer-hsm")),
            Map.entry("merchants.*", List.of("name", "id")),
            Map.entry(
                    "terminals.*",
                    List.of(
                            "merchant",
                            "id",
                            "serial",
                            "pad-serial",
                            "line",
                            "pad-cable",
                            "starts",
                            "batch",
                            "trace",
                            "keys",
                            "policies",
                            "pad-attach",
                            "injector-attach",
                            "child-attach")),
            Map.entry("terminals.*.keys", List.of("master", "pin", "mac", "track", "bdk", "ksn")),
            Map.entry("cards.*", List.of("pan", "expiry", "service-code", "pin", "balance", "state")),
            Map.entry(
                    "manager-cards.*",
                    List.of("number", "expiry", "password", "tries", "medium", "merchants", "hours")));

    private static final List<String> NAMED_BY_USER = List.of("merchants", "terminals", "cards", "manager-cards");

    private EstateSchema() {}

    /** @throws EstateProblem naming the first unknown key and the nearest known one */
    static void check(Config config) {
        check(config.root(), "");
    }

    private static void check(ConfigObject part, String path) {
        List<String> known = KEYS.get(path);
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(part).entrySet()) {
            String key = entry.getKey();
            if (known != null && !known.contains(key)) {
                throw unknown(entry, path, known);
            }
            String below = below(path, key);
            if (entry.getValue().valueType() == ConfigValueType.OBJECT) {
                check((ConfigObject) entry.getValue(), below);
            } else if (KEYS.containsKey(below) || NAMED_BY_USER.contains(below)) {
                throw new EstateProblem(where(entry) + ": " + (path.isEmpty() ? "" : path + ".") + key
                        + " is " + entry.getValue().render() + "; expected " + key + " { ... }"
                        + (KEYS.containsKey(below) ? " with " + String.join(", ", KEYS.get(below)) : ""));
            }
        }
    }

    private static String below(String path, String key) {
        String step = NAMED_BY_USER.contains(path) ? ANY : key;
        return path.isEmpty() ? step : path + "." + step;
    }

    private static EstateProblem unknown(Map.Entry<String, ConfigValue> entry, String path, List<String> known) {
        return new EstateProblem(where(entry) + ": unknown key '"
                + (path.isEmpty() ? "" : path + ".") + entry.getKey() + "'; did you mean '"
                + nearest(entry.getKey(), known) + "'? known here: " + String.join(", ", known));
    }

    private static String where(Map.Entry<String, ConfigValue> entry) {
        String source = entry.getValue().origin().description().replaceFirst(": [0-9]+$", "");
        return source + ":" + entry.getValue().origin().lineNumber();
    }

    private static String nearest(String key, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(k -> distance(key, k)))
                .orElseThrow();
    }

    /** Letters that differ, in a cheap reading: what is left after the common start and end. */
    private static int distance(String a, String b) {
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.length(), b.length()) - start
                && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return Math.max(a.length(), b.length()) - start - end;
    }
}
