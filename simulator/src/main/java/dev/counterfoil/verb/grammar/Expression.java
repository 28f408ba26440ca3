package dev.counterfoil.verb.grammar;

import dev.counterfoil.verb.word.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One wording of a step: literal text with parameter types between braces. */
public final class Expression {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)\\}");

    private final String source;
    private final Language language;
    private final List<String> literals = new ArrayList<>();
    private final List<ParameterKind<?>> kinds = new ArrayList<>();
    // compiled for the first text that could match: most wordings never meet one
    private volatile @Nullable Pattern pattern;

    /**
     * Reads a wording.
     *
     * @param source such as {@code {terminal} starts {tstate}}
     * @param language the language it is written in
     * @throws IllegalArgumentException if it names an unknown parameter type
     */
    public Expression(String source, Language language) {
        this.source = source;
        this.language = language;
        Matcher parameter = PARAMETER.matcher(source);
        int end = 0;
        while (parameter.find()) {
            literals.add(source.substring(end, parameter.start()));
            kinds.add(ParameterKinds.named(parameter.group(1)));
            end = parameter.end();
        }
        literals.add(source.substring(end));
    }

    /** The wording as written, with braces. */
    public String source() {
        return source;
    }

    /** The language it is written in. */
    public Language language() {
        return language;
    }

    /** What stands before, between and behind its parameters; one more than there are parameters. */
    List<String> literals() {
        return literals;
    }

    /** Its parameter types, from left to right. */
    public List<ParameterKind<?>> kinds() {
        return List.copyOf(kinds);
    }

    /**
     * Reads the values from a step; empty if the step is worded otherwise.
     *
     * @throws IllegalArgumentException if a parameter only looks right, such as {@code 27:00} for a time of day
     */
    public Optional<List<Object>> read(String step) {
        if (!hasLiterals(step)) {
            return Optional.empty();
        }
        Matcher matcher = pattern().matcher(step);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>(kinds.size());
        for (int i = 0; i < kinds.size(); i++) {
            values.add(kinds.get(i).parse(matcher.group(i + 1)));
        }
        return Optional.of(values);
    }

    /** The step that says these values. */
    public String print(List<Object> values) {
        StringBuilder step = new StringBuilder(literals.get(0));
        for (int i = 0; i < kinds.size(); i++) {
            step.append(kinds.get(i).print(values.get(i), language)).append(literals.get(i + 1));
        }
        return step.toString();
    }

    @Override
    public String toString() {
        return source;
    }

    /**
     * Whether the literals stand in a step in their order: a cheap question that rules nearly every wording out. A
     * wording without literals is told by its language.
     */
    private boolean hasLiterals(String step) {
        if (!step.startsWith(literals.get(0)) || !step.endsWith(literals.get(literals.size() - 1))) {
            return false;
        }
        int from = 0;
        boolean any = false;
        for (String literal : literals) {
            int found = step.indexOf(literal, from);
            if (found < 0) {
                return false;
            }
            from = found + literal.length();
            any |= !literal.isEmpty();
        }
        return any || Language.of(step) == language;
    }

    private Pattern pattern() {
        Pattern compiled = pattern;
        if (compiled == null) {
            compiled = compile();
            pattern = compiled;
        }
        return compiled;
    }

    private Pattern compile() {
        StringBuilder regex = new StringBuilder(Pattern.quote(literals.get(0)));
        for (int i = 0; i < kinds.size(); i++) {
            regex.append('(').append(kinds.get(i).expression()).append(')').append(Pattern.quote(literals.get(i + 1)));
        }
        return Pattern.compile(regex.toString());
    }
}
