package dev.counterfoil.verb.grammar;

import dev.counterfoil.verb.word.Language;
import dev.counterfoil.verb.word.Word;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A parameter type of the vocabulary: it accepts its English and its Chinese form in steps of either language, and
 * prints the one of the language asked for.
 *
 * @param <T> what it carries
 */
public final class ParameterKind<T> {
    private final String name;
    private final Class<T> type;
    private final Function<String, ? extends T> parse;
    private final Function<T, String> english;
    private final Function<T, String> chinese;
    private final List<String> examples;

    private ParameterKind(
            String name,
            Class<T> type,
            Function<String, ? extends T> parse,
            Function<T, String> english,
            Function<T, String> chinese,
            List<String> examples) {
        this.name = name;
        this.type = type;
        this.parse = parse;
        this.english = english;
        this.chinese = chinese;
        this.examples = examples;
    }

    /** A kind whose values print themselves. */
    static <T extends Word> ParameterKind<T> of(String name, Class<T> type, Function<String, ? extends T> parse) {
        return new ParameterKind<>(name, type, parse, Word::english, Word::chinese, List.of());
    }

    /** A kind with a fixed choice of words. */
    static <T extends Enum<T> & Word> ParameterKind<T> words(String name, Class<T> type) {
        return of(name, type, text -> Word.parse(type, text));
    }

    /** A kind that prints alike in both languages. */
    static <T> ParameterKind<T> alike(String name, Class<T> type, Function<String, T> parse) {
        return of(name, type, parse, Object::toString, Object::toString);
    }

    /** A kind with printers of its own. */
    static <T> ParameterKind<T> of(
            String name,
            Class<T> type,
            Function<String, T> parse,
            Function<T, String> english,
            Function<T, String> chinese) {
        return new ParameterKind<>(name, type, parse, english, chinese, List.of());
    }

    /** The same kind, shown by these examples; one with a fixed choice of words needs none. */
    ParameterKind<T> like(String... shown) {
        return new ParameterKind<>(name, type, parse, english, chinese, List.of(shown));
    }

    /** Its name, as it stands between braces in an expression. */
    public String name() {
        return name;
    }

    /** How it is written in a language: all its words, or a few examples. */
    public List<String> forms(Language language) {
        T[] words = type.getEnumConstants();
        return words != null
                ? Arrays.stream(words).map(word -> print(word, language)).toList()
                : examples.stream().map(text -> print(parse(text), language)).toList();
    }

    /** What to write, in a few words. */
    public String hint(Language language) {
        String forms = String.join(", ", forms(language));
        return "{" + name + "}" + (type.isEnum() ? ": " : ", such as ") + forms;
    }

    /** The class of its values. */
    public Class<T> type() {
        return type;
    }

    /** The regular expression that finds it, without capturing groups. */
    public String expression() {
        return Grammar.expression(name);
    }

    /**
     * Reads a value from a text that the expression matches.
     *
     * @throws IllegalArgumentException if the text only looks right, such as {@code 27:00} for a time of day
     */
    public T parse(String text) {
        return parse.apply(text);
    }

    /**
     * Prints a value.
     *
     * @throws ClassCastException if the value is of another kind
     */
    public String print(Object value, Language language) {
        T typed = type.cast(value);
        return language == Language.ENGLISH ? english.apply(typed) : chinese.apply(typed);
    }

    @Override
    public String toString() {
        return "{" + name + "}";
    }
}
