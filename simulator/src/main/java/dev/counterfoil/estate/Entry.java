package dev.counterfoil.estate;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.OddParity;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of an estate's description, read key by key; whatever is wrong is told with source, line and key. */
record Entry(Config config, String path) {
    private static final String KEY = "([0-9A-Fa-f]{16}){1,3}";
    private static final int FEN_PER_YUAN = 100;

    /** The part under a key, empty where there is none. */
    Entry child(String key) {
        String quoted = ConfigUtil.quoteString(key);
        Config part = config.hasPath(quoted) ? config.getConfig(quoted) : config.withOnlyPath("nothing");
        return new Entry(part, path.isEmpty() ? key : path + "." + key);
    }

    /** This part, with what it lacks taken from another. */
    Entry over(Entry defaults) {
        return new Entry(config.withFallback(defaults.config), path);
    }

    TreeSet<String> keys() {
        return new TreeSet<>(config.root().keySet());
    }

    boolean has(String key) {
        return config.hasPath(key);
    }

    String text(String key) {
        if (!config.hasPath(key)) {
            throw new EstateProblem(where(null) + ": " + path(key) + " is missing");
        }
        try {
            return config.getString(key);
        } catch (ConfigException.WrongType e) {
            throw wrong(key, "a text", "something else");
        }
    }

    @Nullable
    String optional(String key) {
        return has(key) ? text(key) : null;
    }

    String matching(String key, String pattern, String expected) {
        String value = text(key);
        if (!value.matches(pattern)) {
            throw wrong(key, expected, value);
        }
        return value;
    }

    String named(String key, String pattern, String expected) {
        if (!key.matches(pattern)) {
            throw new EstateProblem(where(config.root().origin()) + ": " + path + ": expected " + expected);
        }
        return key;
    }

    /** A test key in hex, or none. */
    @Nullable
    String key(String key) {
        return has(key) ? matching(key, KEY, "8, 16 or 24 bytes in hex") : null;
    }

    /** A base derivation key in hex that comes with its KSN, or neither. */
    @Nullable
    String baseKey(String key, String ksn) {
        if (has(key) != has(ksn)) {
            throw wrong(has(key) ? key : ksn, key + " and " + ksn + " together", "one of them");
        }
        String form = "16 bytes in hex, each of odd parity as the HSM wants it";
        String hex = has(key) ? matching(key, "[0-9A-Fa-f]{32}", form) : null;
        if (hex != null && !OddParity.holds(Hex.bytes(hex))) {
            throw wrong(key, form, "another parity");
        }
        return hex;
    }

    /** A KSN, or none. */
    @Nullable
    String ksn(String key) {
        return has(key) ? matching(key, "[0-9A-Fa-f]{20}|[0-9A-Fa-f]{24}", "10 or 12 bytes in hex") : null;
    }

    /** A list of test keys in hex. */
    List<String> keys(String key) {
        List<String> keys = config.getStringList(key);
        if (!keys.stream().allMatch(hex -> hex.matches(KEY))) {
            throw wrong(key, "keys of 8, 16 or 24 bytes in hex", String.join(", ", keys));
        }
        return keys;
    }

    int number(String key, int from, int to) {
        String value = text(key);
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < from || Integer.parseInt(value) > to) {
            throw wrong(key, "a number from " + from + " to " + to, value);
        }
        return Integer.parseInt(value);
    }

    /** An amount in yuan, as fen. */
    long fen(String key) {
        String value = matching(key, "[0-9]{1,10}(\\.[0-9]{2})?", "yuan such as 100.00");
        int point = value.indexOf('.');
        return point < 0
                ? Long.parseLong(value) * FEN_PER_YUAN
                : Long.parseLong(value.substring(0, point) + value.substring(point + 1));
    }

    /** A value of {@code java.time}. */
    <T> T parsed(String key, Function<String, T> parse, String expected) {
        String value = text(key);
        try {
            return parse.apply(value);
        } catch (DateTimeException e) {
            throw wrong(key, expected, value);
        }
    }

    /** A text that somebody else understands, who throws {@link IllegalArgumentException} when it means nothing. */
    String understood(String key, Consumer<String> check) {
        String value = text(key);
        understood(key, () -> check.accept(value));
        return value;
    }

    /** All texts under a key that somebody else understands, by their names. */
    Map<String, String> understood(String key, BiConsumer<String, String> check) {
        Map<String, String> texts = texts(key);
        texts.forEach((name, value) -> understood(key + "." + name, () -> check.accept(name, value)));
        return texts;
    }

    private void understood(String key, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            ConfigOrigin origin = config.hasPath(key) ? config.getValue(key).origin() : null;
            throw new EstateProblem(where(origin) + ": " + path(key) + ": " + e.getMessage());
        }
    }

    /** All texts under a key, by their path below it, in ascending order; numbers as they are written. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new TreeMap<>();
        if (has(key)) {
            Config below = config.getConfig(key);
            below.entrySet().forEach(e -> {
                ConfigValue value = e.getValue();
                texts.put(
                        String.join(".", ConfigUtil.splitPath(e.getKey())),
                        value.valueType() == ConfigValueType.NUMBER
                                ? below.getString(e.getKey())
                                : String.valueOf(value.unwrapped()));
            });
        }
        return new LinkedHashMap<>(texts);
    }

    EstateProblem wrong(String key, String expected, String found) {
        ConfigValue value = config.getValue(key);
        return new EstateProblem(
                where(value.origin()) + ": " + path(key) + ": expected " + expected + ", found '" + found + "'");
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String where(@Nullable ConfigOrigin given) {
        ConfigOrigin origin = given == null ? config.root().origin() : given;
        String source = origin.description().replaceFirst(": [0-9]+$", "");
        return origin.lineNumber() < 0 ? "estate" : source + ":" + origin.lineNumber();
    }
}
