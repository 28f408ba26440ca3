package dev.counterfoil.verb;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.stage.Stage;
import dev.counterfoil.verb.grammar.ParameterKind;
import dev.counterfoil.verb.word.Language;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A step with its arguments: something to do or to check.
 *
 * @param row which step
 * @param args its arguments
 */
public record Verb(Row row, Args args) {
    /** Parameter types that may name a terminal or a card. */
    private static final Set<String> NAMING = Set.of(
            "terminal",
            "pad",
            "device",
            "card",
            "managercard",
            "anycard",
            "party",
            "actor",
            "wire",
            "place",
            "person",
            "merchant",
            "subject",
            "transaction",
            "fields",
            "message",
            "keyref",
            "crashpoint");

    private static final Pattern FIELD_VALUE =
            Pattern.compile("\"[^\"]*\"|F[0-9]{1,3}(?:\\.[0-9A-F]{1,4})? [0-9A-Z]+(?![a-z])");
    private static final Pattern TERMINAL = Pattern.compile("\\bT[0-9]{1,6}\\b");
    private static final Pattern MANAGER_CARD = Pattern.compile("manager card (M[0-9]+)");
    private static final Pattern CARD = Pattern.compile("(?<!manager |payment )card ([A-Z][0-9]*)");

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
     * Looks whether an estate has the terminals and cards that the step and its table name.
     *
     * @throws dev.counterfoil.estate.EstateProblem if it has not
     */
    public void requireOf(Estate estate) {
        for (int i = 0; i < args.values().size(); i++) {
            ParameterKind<?> kind = row.english().kinds().get(i);
            if (NAMING.contains(kind.name())) {
                require(estate, kind.print(args.values().get(i), Language.ENGLISH));
            }
        }
        Table table = table();
        if (table != null) {
            for (int i = 0; i < table.size(); i++) {
                require(estate, table.text(i, Column.MESSAGE));
                require(estate, table.text(i, Column.FIELDS));
            }
        }
    }

    private static void require(Estate estate, String text) {
        String named = FIELD_VALUE.matcher(text).replaceAll("");
        TERMINAL.matcher(named).results().forEach(found -> estate.terminal(found.group()));
        MANAGER_CARD.matcher(named).results().forEach(found -> estate.managerCard(found.group(1)));
        CARD.matcher(named).results().forEach(found -> estate.card(found.group(1)));
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
