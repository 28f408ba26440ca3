package dev.counterfoil.verb.ref;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A merchant, by terminal or by name.
 *
 * @param terminal the terminal whose merchant is meant, or none
 * @param name the merchant's name, or none; with neither, the only or first merchant of the estate
 */
public record MerchantRef(
        @Nullable TerminalRef terminal, @Nullable String name) implements Subject {
    private static final Pattern TERMINAL = Pattern.compile("T[0-9]+");

    /** Reads {@code the merchant}, {@code the merchant of T1}, {@code merchant "Shop"} or their Chinese forms. */
    public static MerchantRef parse(String text) {
        if (text.startsWith("merchant ") || text.startsWith("商户") && text.length() > 2) {
            return new MerchantRef(null, Quotes.strip(text.replaceFirst("^(?:merchant |商户)", "")));
        }
        Matcher terminal = TERMINAL.matcher(text);
        return new MerchantRef(terminal.find() ? TerminalRef.of(terminal.group()) : null, null);
    }

    @Override
    public String english() {
        if (name != null) {
            return "merchant " + Quotes.english(name);
        }
        return terminal == null ? "the merchant" : "the merchant of " + terminal.english();
    }

    @Override
    public String chinese() {
        if (name != null) {
            return "商户" + Quotes.chinese(name);
        }
        return terminal == null ? "商户" : terminal.chinese() + "的商户";
    }
}
