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
    ITEM("item", "项目", List.of()),
    /** Text to be found, without quotes; a string. */
    TEXT("text", "内容", List.of()),
    /** A field, subfield or tag; a string. */
    FIELD("field", "域", List.of("field")),
    /** What the field holds; a string. */
    VALUE("value", "值", List.of()),
    /** A message type or a message: a string of four digits or a {@link dev.counterfoil.verb.ref.MessageRef}. */
    MESSAGE("message", "报文", List.of("mti", "message")),
    /** {@link dev.counterfoil.verb.ref.FieldConditions}, or nothing. */
    FIELDS("fields", "域值", List.of("fields")),
    /** A {@link dev.counterfoil.verb.ref.Span}, or nothing. */
    AFTER("after", "延时", List.of("duration")),
    /** A {@link dev.counterfoil.verb.word.KeyState}. */
    STATE("state", "状态", List.of("keystate"));

    private final String english;
    private final String chinese;
    private final List<String> kinds;

    Column(String english, String chinese, List<String> kinds) {
        this.english = english;
        this.chinese = chinese;
        this.kinds = kinds;
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

    /** Prints a cell. */
    String print(@Nullable Object value, Language language) {
        if (value == null) {
            return "";
        }
        return value instanceof Word word ? word.in(language) : value.toString();
    }
}
