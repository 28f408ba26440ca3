package dev.counterfoil.protocol.injection;

import dev.counterfoil.codec.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * A row of a framing's table: what is said, its code, and its fields in order.
 *
 * @param type what it reads as
 * @param values the fields' values of one that is to be written
 * @param made one from the fields' values
 */
record Row<T>(
        Class<? extends T> type,
        String code,
        List<Field> fields,
        Function<T, List<String>> values,
        Function<List<String>, T> made) {

    /** A row of a type. */
    static <T, S extends T> Row<T> of(
            Class<S> type,
            String code,
            List<Field> fields,
            Function<S, List<String>> values,
            Function<List<String>, S> made) {
        return new Row<>(type, code, fields, said -> values.apply(type.cast(said)), made::apply);
    }

    /** The text of one that is said. */
    static <T> String write(List<Row<T>> table, T said) {
        for (Row<T> row : table) {
            if (row.type.isInstance(said)) {
                return row.text(said);
            }
        }
        throw new IllegalArgumentException(
                "this framing has no row for " + said.getClass().getSimpleName());
    }

    /**
     * What a text says.
     *
     * @param path what is being read, for errors
     * @param offset where in the frame, in bytes, a character of the text stands
     * @throws Malformed when no row has its code, or a field is not as its row says
     */
    static <T> T read(List<Row<T>> table, String text, String path, IntUnaryOperator offset) {
        for (Row<T> row : table) {
            if (text.startsWith(row.code)) {
                try {
                    return row.read(text);
                } catch (Malformed e) {
                    throw new Malformed(
                            path + " " + row.code + "." + e.path(),
                            offset.applyAsInt(e.offset()),
                            e.expected(),
                            e.found());
                }
            }
        }
        throw new Malformed(path, offset.applyAsInt(0), "a known code", "an unknown one");
    }

    private String text(T said) {
        List<String> all = values.apply(said);
        StringBuilder text = new StringBuilder(code);
        for (int i = 0; i < fields.size(); i++) {
            text.append(fields.get(i).write(all.get(i)));
        }
        return text.toString();
    }

    private T read(String text) {
        List<String> all = new ArrayList<>();
        int at = code.length();
        for (Field field : fields) {
            String value = field.read(text, at);
            all.add(value);
            at += field.size(value);
        }
        if (at < text.length()) {
            throw new Malformed("end", at, "the end", (text.length() - at) + " characters");
        }
        return made.apply(all);
    }
}
