package dev.counterfoil.verb;

import dev.counterfoil.verb.word.Language;
import dev.counterfoil.verb.word.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The data table below a step.
 *
 * @param columns its columns, from left to right
 * @param rows its rows, each with a value (or null for an empty cell) for each column
 */
public record Table(List<Column> columns, List<List<@Nullable Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads cells, heads first. The heads may be in either language and in any order, and a column whose cells may be
     * empty may be left out.
     *
     * @throws IllegalArgumentException if a head or a cell is not what the step takes
     */
    static Table parse(List<Column> expected, List<List<String>> cells) {
        List<Column> columns = new ArrayList<>();
        for (String head : cells.get(0)) {
            columns.add(Word.find(expected.toArray(new Column[0]), head)
                    .filter(column -> !columns.contains(column))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "a table head \"" + head + "\" where the step takes " + heads(expected))));
        }
        for (Column column : expected) {
            if (!columns.contains(column) && column != Column.FIELDS && column != Column.AFTER) {
                throw new IllegalArgumentException("the table lacks the column " + column.english());
            }
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        cells.subList(1, cells.size()).forEach(row -> rows.add(read(columns, row)));
        return new Table(columns, rows);
    }

    private static List<@Nullable Object> read(List<Column> columns, List<String> cells) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            row.add(columns.get(i).read(cells.get(i)));
        }
        return Collections.unmodifiableList(row);
    }

    private static String heads(List<Column> columns) {
        return columns.stream().map(Column::english).collect(Collectors.joining(", "));
    }

    /** The value in a column of a row, counted from 0; null if the cell is empty or the column left out. */
    public @Nullable Object cell(int row, Column column) {
        int index = columns.indexOf(column);
        return index < 0 ? null : rows.get(row).get(index);
    }

    /** The text in a column of a row. */
    public String text(int row, Column column) {
        Object cell = cell(row, column);
        return cell == null ? "" : column.print(cell, Language.ENGLISH);
    }

    /** The cells as they are written in a language, heads first. */
    public List<List<String>> print(Language language) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(column -> column.in(language)).toList());
        for (List<@Nullable Object> row : rows) {
            List<String> printed = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                printed.add(columns.get(i).print(row.get(i), language));
            }
            cells.add(printed);
        }
        return cells;
    }

    /** All values of one column. */
    public <T> List<T> column(Column column, Class<T> type) {
        int index = columns.indexOf(column);
        return rows.stream().map(row -> type.cast(row.get(index))).toList();
    }

    /** How many rows it has, the heads not counted. */
    public int size() {
        return rows.size();
    }
}
