package dev.counterfoil.verb;

import dev.counterfoil.stage.Stage;
import dev.counterfoil.verb.word.Language;
import org.jspecify.annotations.Nullable;

/**
 * A step with its arguments: something to do or to check.
 *
 * @param row which step
 * @param args its arguments
 */
public record Verb(Row row, Args args) {
    /** The step in English, without its table. */
    public String english() {
        return in(Language.ENGLISH);
    }

    /** The step in Chinese, without its table. */
    public String chinese() {
        return in(Language.CHINESE);
    }

    /** The step in a language, without its table. */
    public String in(Language language) {
        return row.in(language).print(args.values());
    }

    /** The data table below the step, or none. */
    public @Nullable Table table() {
        return args.table();
    }

    /**
     * Does what the step says.
     *
     * @throws AssertionError if it is a check and the check fails
     */
    public void perform(Stage stage) {
        switch (row.nature()) {
            case ACT -> stage.acting();
            case CHECK -> stage.checking();
            default -> stage.preparing();
        }
        row.meaning().perform(stage, args);
    }
}
