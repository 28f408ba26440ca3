package dev.counterfoil.store;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record of named values: lines {@code name=value} in UTF-8, in the order they were put. Values hold no line break.
 */
public final class Row {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Reads what {@link #encode} wrote. */
    public static Row decode(byte[] record) {
        Row row = new Row();
        new String(record, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            row.values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return row;
    }

    /** The bytes for a {@link Store}. */
    public byte[] encode() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public Row put(String name, String value) {
        values.put(name, value);
        return this;
    }

    public Row put(String name, long value) {
        return put(name, Long.toString(value));
    }

    /** The value, or an empty text when the record has none. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** The value as a number, 0 when the record has none. */
    public long number(String name) {
        String value = text(name);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    /** Whether the value is {@code true}. */
    public boolean flag(String name) {
        return text(name).equals("true");
    }
}
