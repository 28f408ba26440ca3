package dev.counterfoil.verb;

import dev.counterfoil.verb.grammar.ParameterKind;
import dev.counterfoil.verb.grammar.ParameterKinds;
import dev.counterfoil.verb.word.Language;
import dev.counterfoil.verb.word.SlipItem;
import dev.counterfoil.verb.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of a step's data table, by its head in both languages. */
public enum Column implements Word {
    /** A line of a slip, a {@link SlipItem}. */
    ITEM("item", "项目"),
    /** Text to be found, without quotes; a string. */
    TEXT("text", "内容"),
    /** A field, subfield or tag; a string. */
    FIELD("field", "域"),
    /** What the field holds; a string. */
    VALUE("value", "值"),
    /** A message type or a message: a string of four digits or a {@link dev.counterfoil.verb.ref.MessageRef}. */
    MESSAGE("message", "报文"),
    /** {@link dev.counterfoil.verb.ref.FieldConditions}, or nothing. */
    FIELDS("fields", "域值"),
    /** A {@link dev.counterfoil.verb.ref.Span}, or nothing. */
    AFTER("after", "延时"),
    /** A {@link dev.counterfoil.verb.word.KeyState}. */
    STATE("state", "状态"),
    /** The number of a step in a published procedure; a string. */
    STEP("step", "步骤");

    private final String english;
    private final String chinese;

    Column(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }

    /**
     * Reads a cell; an empty cell of fields or of a delay holds nothing.
     *
     * @throws IllegalArgumentException if the cell is not what the column takes
     */
    @Nullable
    Object read(String cell) {
        if (cell.isEmpty() && (this == FIELDS || this == AFTER)) {
            return null;
        }
        if (this == ITEM) {
            return Word.parse(SlipItem.class, cell);
        }
        List<String> kinds = kinds();
        for (String name : kinds) {
            ParameterKind<?> kind = ParameterKinds.named(name);
            if (cell.matches(kind.expression())) {
                return kind.parse(cell);
            }
        }
        if (kinds.isEmpty()) {
            return cell;
        }
        throw new IllegalArgumentException(
                "\"" + cell + "\" cannot stand in the column " + english + " (" + chinese + ")");
    }

    /** The parameter types that a cell may be of; none means any text. */
    private List<String> kinds() {
        return switch (this) {
            case ITEM, TEXT, VALUE, STEP -> List.of();
            case FIELD -> List.of("field");
            case MESSAGE -> List.of("mti", "message");
            case FIELDS -> List.of("fields");
            case AFTER -> List.of("duration");
            case STATE -> List.of("keystate");
        };
    }

    /** Prints a cell. */
    String print(@Nullable Object value, Language language) {
        if (value == null) {
            return "";
        }
        return value instanceof Word word ? word.in(language) : value.toString();
    }
}
