package dev.counterfoil.verb;

import dev.counterfoil.verb.grammar.Expression;
import dev.counterfoil.verb.word.Language;
import java.util.List;
import java.util.function.Consumer;

/**
 * One step of the vocabulary, worded in both languages.
 *
 * @param name its name in the dictionary, such as {@code Sell}
 * @param nature whether it sets up, acts, waits or asserts
 * @param english the English wording
 * @param chinese the Chinese wording: the same parameter types in the same order
 * @param columns the columns of its data table; none if it takes no table
 * @param sense complains of arguments that can make no sense, whatever the world
 * @param meaning what it does
 */
public record Row(
        String name,
        Nature nature,
        Expression english,
        Expression chinese,
        List<Column> columns,
        Consumer<Args> sense,
        Meaning meaning) {

    /** What a step is for. */
    public enum Nature {
        /** Sets up what is true at the start. */
        ARRANGE,
        /** Does something. */
        ACT,
        /** Waits for its message, then does something. */
        ARM,
        /** Asserts, and never acts. */
        CHECK
    }

    public Row {
        columns = List.copyOf(columns);
    }

    /** A step without a data table. */
    static Row row(String name, Nature nature, String english, String chinese, Meaning meaning) {
        return new Row(
                name,
                nature,
                new Expression(english, Language.ENGLISH),
                new Expression(chinese, Language.CHINESE),
                List.of(),
                args -> {},
                meaning);
    }

    /** The same step with a data table below it. */
    Row with(Column... columns) {
        return new Row(name, nature, english, chinese, List.of(columns), sense, meaning);
    }

    /** The same step with a check of its arguments, which throws {@link IllegalArgumentException}. */
    Row checking(Consumer<Args> itsSense) {
        return new Row(name, nature, english, chinese, columns, itsSense, meaning);
    }

    /** The wording in a language. */
    public Expression in(Language language) {
        return language == Language.ENGLISH ? english : chinese;
    }

    /** Whether a data table follows the step. */
    public boolean takesTable() {
        return !columns.isEmpty();
    }

    /**
     * The verb that this step says with these arguments.
     *
     * @param values one for each parameter of the wording
     * @param cells the cells of the data table, heads first; empty if the step takes none
     * @throws IllegalArgumentException if a table is missing, unwanted or filled wrongly, or the
     *     arguments make no sense
     */
    public Verb verb(List<Object> values, List<List<String>> cells) {
        if (takesTable() == cells.isEmpty()) {
            throw new IllegalArgumentException(
                    takesTable() ? "the step needs a data table" : "the step takes no table");
        }
        Args args = new Args(values, takesTable() ? Table.parse(columns, cells) : null);
        sense.accept(args);
        return new Verb(this, args);
    }
}
