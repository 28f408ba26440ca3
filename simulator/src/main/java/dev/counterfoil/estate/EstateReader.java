package dev.counterfoil.estate;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.counterfoil.host.HostPolicies;
import dev.counterfoil.loading.LoadingPolicies;
import dev.counterfoil.network.IssuerPolicies;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.terminal.TerminalPolicies;
import dev.counterfoil.wire.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads an estate from its HOCON description, laid over the estate that comes with the product. Every problem is told
 * with source, line and key.
 */
public final class EstateReader {
    private static final String ALL = "all";
    private static final String ALWAYS = "always";
    private static final String HOURS = "([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]|" + ALWAYS;
    private static final String DEFAULTS = "defaults";
    private static final String BUNDLED = "corner-shop.conf";

    private EstateReader() {}

    /** The estate that comes with the product. */
    public static Estate bundled() {
        return read(bundledConfig());
    }

    /**
     * An estate of the user's.
     *
     * @param source what to call it in messages, such as a file name
     * @throws EstateProblem if it cannot be used
     */
    public static Estate parse(String text, String source) {
        return parse(text, source, path -> null);
    }

    /**
     * An estate of the user's, which may include others.
     *
     * @param source its path; what it includes is named from the same folder on
     * @param files the text of the file of a path, or null where there is none
     * @throws EstateProblem if it cannot be used
     */
    public static Estate parse(String text, String source, Function<String, @Nullable String> files) {
        Config mine = new Description(text, source, files).read();
        try {
            Config whole = mine.withFallback(bundledConfig()).resolve();
            EstateSchema.check(whole);
            return read(whole);
        } catch (ConfigException e) {
            throw new EstateProblem(String.valueOf(e.getMessage()));
        }
    }

    /** The description of the estate that comes with the product. */
    public static String bundledText() {
        try (InputStream in = Objects.requireNonNull(EstateReader.class.getResourceAsStream(BUNDLED), BUNDLED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Config bundledConfig() {
        return new Description(bundledText(), BUNDLED, path -> null).read();
    }

    private static Estate read(Config config) {
        Entry root = new Entry(config, "");
        Entry acquirer = root.child("acquirer");
        Dialect dialect = Dialect.named(root.understood("dialect.name", Dialect::named));
        Map<String, String> switches =
                root.understood("dialect.switches", (name, value) -> dialect.with(Map.of(name, value)));
        String contradiction = contradiction(dialect.with(switches));
        root.understood("dialect.switches", (name, value) -> mustNotBegin(contradiction, name));
        Set<String> merchants = root.child("merchants").keys();
        return new Estate(
                root.text("name"),
                root.parsed("start", LocalDateTime::parse, "a date and time such as 2026-03-16T09:00:00"),
                root.parsed("zone", ZoneId::of, "a time zone such as Asia/Shanghai"),
                root.number("check-limit-seconds", 1, 86_400),
                new Estate.DialectChoice(dialect.name(), switches),
                new Estate.Acquirer(
                        acquirer.matching("id", "[0-9]{1,11}", "1 to 11 digits"),
                        acquirer.matching("tpdu", "[0-9]{10}", "10 digits"),
                        acquirer.matching("header", "[0-9]{12}", "12 digits")),
                root.understood("policies.terminal", TerminalPolicies.DEFAULT::with),
                root.understood("policies.host", HostPolicies.usual()::with),
                root.understood("policies.issuer", IssuerPolicies.usual()::with),
                root.understood("policies.loading", LoadingPolicies.usual()::with),
                root.understood("profiles", (wire, profile) -> Profile.named(profile)),
                each(root, "merchants", EstateReader::merchant),
                each(root, "terminals", (key, entry) -> terminal(key, entry, merchants)),
                each(root, "cards", EstateReader::card),
                each(root, "manager-cards", (key, entry) -> managerCard(key, entry, merchants)),
                root.keys("test-keys"));
    }

    /** What two switches have against each other, beginning with the name of one of them; empty for nothing. */
    private static String contradiction(Dialect dialect) {
        try {
            dialect.spoken();
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void mustNotBegin(String contradiction, String name) {
        if (contradiction.startsWith(name + " ")) {
            throw new IllegalArgumentException(contradiction);
        }
    }

    private static void known(String name, Set<String> names) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("unknown '" + name + "'; known: " + String.join(", ", names));
        }
    }

    private static <T> Map<String, T> each(Entry root, String section, BiFunction<String, Entry, T> read) {
        Entry all = root.child(section);
        Map<String, T> things = new LinkedHashMap<>();
        all.keys().stream().filter(key -> !key.equals(DEFAULTS)).forEach(key -> {
            Entry own = all.child(key);
            things.put(key, read.apply(key, all.has(DEFAULTS) ? own.over(all.child(DEFAULTS)) : own));
        });
        return things;
    }

    private static Estate.Merchant merchant(String key, Entry entry) {
        return new Estate.Merchant(
                key, entry.text("name"), entry.matching("id", "[0-9A-Za-z ]{15}", "15 letters or digits"));
    }

    private static Estate.Terminal terminal(String key, Entry entry, Set<String> merchants) {
        return new Estate.Terminal(
                entry.named(key, "T[0-9]{1,6}", "a name such as T1"),
                entry.understood("merchant", merchant -> known(merchant, merchants)),
                entry.matching("id", "[0-9A-Za-z]{8}", "8 letters or digits"),
                entry.matching("serial", "[0-9A-Za-z]{1,20}", "1 to 20 letters or digits"),
                entry.matching("pad-serial", "[0-9A-Za-z]{1,20}", "1 to 20 letters or digits"),
                entry.understood("line", Profile::named),
                entry.understood("pad-cable", Profile::named),
                entry.matching("starts", "unloaded|loaded|signed-in", "unloaded, loaded or signed-in"),
                entry.matching("batch", "[0-9]{6}", "6 digits"),
                entry.matching("trace", "[0-9]{6}", "6 digits"),
                new Estate.TestKeys(
                        entry.key("keys.master"),
                        entry.key("keys.pin"),
                        entry.key("keys.mac"),
                        entry.key("keys.track"),
                        entry.baseKey("keys.bdk", "keys.ksn"),
                        entry.ksn("keys.ksn")),
                entry.understood("policies", TerminalPolicies.DEFAULT::with),
                new Estate.Attached(
                        entry.optional("pad-attach"),
                        entry.optional("injector-attach"),
                        entry.optional("child-attach")));
    }

    private static Estate.Card card(String key, Entry entry) {
        return new Estate.Card(
                entry.named(key, "[A-Z][0-9]{0,5}", "a name such as A or B2"),
                entry.matching("pan", "[0-9]{13,19}", "13 to 19 digits"),
                entry.matching("expiry", "[0-9]{2}(0[1-9]|1[0-2])", "YYMM"),
                entry.matching("service-code", "[0-9]{3}", "3 digits"),
                entry.matching("pin", "[0-9]{4,12}", "4 to 12 digits"),
                entry.fen("balance"),
                entry.matching("state", "good|expired|stolen|lost|blocked|unknown", "a state such as good"));
    }

    /** Names of merchants with a comma between them, or all of them. */
    private static Set<String> among(Entry entry, Set<String> merchants) {
        String names = entry.understood("merchants", text -> {
            if (!text.equals(ALL)) {
                Set.of(text.split(",", -1)).forEach(name -> known(name, merchants));
            }
        });
        return names.equals(ALL) ? Set.of() : Set.of(names.split(",", -1));
    }

    private static Estate.ManagerCard managerCard(String key, Entry entry, Set<String> merchants) {
        return new Estate.ManagerCard(
                entry.named(key, "M[0-9]{1,5}", "a name such as M1"),
                entry.matching("number", "[0-9]{16,19}", "16 to 19 digits"),
                entry.matching("expiry", "[0-9]{8}", "YYYYMMDD"),
                entry.matching("password", "[0-9]{4,8}", "4 to 8 digits"),
                entry.number("tries", 1, 15),
                entry.matching("medium", "chip|stripe", "chip or stripe").equals("chip"),
                among(entry, merchants),
                entry.matching("hours", HOURS, "hours such as 08:00-18:00, or always")
                        .replace(ALWAYS, ""));
    }
}
