package dev.counterfoil.verb.ref;

import dev.counterfoil.verb.word.Word;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A terminal of the estate.
 *
 * @param name its name, {@code T} and 1 to 6 digits
 */
public record TerminalRef(String name) implements Device, Subject {
    private static final Pattern THING = Pattern.compile("(.+) of (T[0-9]+)|(T[0-9]+)的(.+)");

    /** Reads {@code T1}, {@code terminal T1} or {@code 终端T1}. */
    public static TerminalRef parse(String text) {
        return new TerminalRef(text.substring(text.lastIndexOf('T')));
    }

    /** The terminal named in a regular expression's group; none if the group took no part. */
    static @Nullable TerminalRef of(@Nullable String group) {
        return group == null ? null : parse(group);
    }

    /**
     * Reads {@code X of T1}, {@code T1的X} or X alone, where X is a word of an enumeration.
     *
     * @param make puts what was read together; no terminal where none is named
     */
    static <W extends Enum<W> & Word, T> T parseThing(
            Class<W> words, String text, BiFunction<W, @Nullable TerminalRef, T> make) {
        Matcher form = THING.matcher(text);
        if (!form.matches()) {
            return make.apply(Word.parse(words, text), null);
        }
        boolean english = form.group(1) != null;
        W word = Word.parse(words, english ? form.group(1) : form.group(4));
        return make.apply(word, of(english ? form.group(2) : form.group(3)));
    }

    /** What {@link #parseThing} reads, in English. */
    static String englishThing(Word thing, @Nullable TerminalRef terminal) {
        return terminal == null ? thing.english() : thing.english() + " of " + terminal.english();
    }

    /** What {@link #parseThing} reads, in Chinese. */
    static String chineseThing(Word thing, @Nullable TerminalRef terminal) {
        return terminal == null ? thing.chinese() : terminal.chinese() + "的" + thing.chinese();
    }

    @Override
    public String english() {
        return name;
    }

    @Override
    public String chinese() {
        return name;
    }
}
