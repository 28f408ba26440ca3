package dev.counterfoil.verb;

import dev.counterfoil.verb.grammar.Likeness;
import dev.counterfoil.verb.word.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All steps of the vocabulary. */
public final class Vocabulary {
    private static final List<Section> SECTIONS = List.of(
            EstateRows.ESTATE_AND_STATE,
            PeopleRows.PEOPLE_AND_PANEL,
            CardRows.CARDS_AND_PIN,
            KeyRows.KEYS_AND_KEY_DOWNLOAD,
            SaleRows.SIGN_IN,
            SaleRows.SALES_AND_OTHER_TRANSACTIONS,
            ReceiptRows.RECEIPTS_TONES_DISPLAY,
            LineRows.LINES_AND_FAULTS,
            PowerRows.POWER_AND_PLUGS,
            TimeRows.TIME,
            HostRows.HOST_POLICY_AND_SCRIPTED_ANSWERS,
            BackOfficeRows.HSM,
            BackOfficeRows.SWITCH_AND_ISSUER,
            BackOfficeRows.CARD_ISSUING,
            LedgerRows.LEDGER_AND_SETTLEMENT,
            MessageRows.MESSAGES_ON_THE_WIRE,
            OperatorRows.INVARIANTS_AND_DECLARED_FINDINGS,
            OperatorRows.OPERATOR_AND_HARDWARE,
            OperatorRows.EVIDENCE,
            ThiefRows.THIEVES_ON_LINES,
            InspectionRows.INSPECTIONS);

    private static final Map<String, Row> ROWS = byName();

    private Vocabulary() {}

    /** The parts of the dictionary, in its order. */
    public static List<Section> sections() {
        return SECTIONS;
    }

    /** Every row, in the order of the dictionary. */
    public static List<Row> rows() {
        return List.copyOf(ROWS.values());
    }

    /**
     * The row of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Row row(String name) {
        Row row = ROWS.get(name);
        if (row == null) {
            throw new IllegalArgumentException("no step is called " + name);
        }
        return row;
    }

    /**
     * Reads a step without a data table.
     *
     * @throws IllegalArgumentException if a parameter only looks right, or the step needs a table
     */
    public static Optional<Verb> parse(String step) {
        return parse(step, List.of());
    }

    /**
     * Reads a step, in English or Chinese; empty if the vocabulary has no such step.
     *
     * @param step the words after the keyword
     * @param table the cells of its data table, heads first; empty if it has none
     * @throws IllegalArgumentException if a parameter only looks right, or the table is not what the step takes
     */
    public static Optional<Verb> parse(String step, List<List<String>> table) {
        for (Row row : ROWS.values()) {
            for (Language language : Language.values()) {
                Optional<List<Object>> values = row.in(language).read(step);
                if (values.isPresent()) {
                    return Optional.of(row.verb(values.get(), table));
                }
            }
        }
        return Optional.empty();
    }

    /** The wording most like a step that the vocabulary does not have, in the language of the step. */
    public static Likeness nearest(String step) {
        Language language = Language.of(step);
        return Likeness.of(
                step, ROWS.values().stream().map(row -> row.in(language)).toList());
    }

    private static Map<String, Row> byName() {
        Map<String, Row> rows = new LinkedHashMap<>();
        SECTIONS.forEach(section -> section.rows().forEach(row -> rows.put(row.name(), row)));
        return rows;
    }

    /**
     * A part of the dictionary.
     *
     * @param english its title in English
     * @param chinese its title in Chinese
     * @param rows its steps
     */
    public record Section(String english, String chinese, List<Row> rows) {
        static Section of(String english, String chinese, Row... rows) {
            return new Section(english, chinese, List.of(rows));
        }
    }
}
