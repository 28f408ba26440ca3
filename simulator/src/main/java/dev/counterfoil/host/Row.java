package dev.counterfoil.host;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record as it is stored: lines {@code name=value} in UTF-8, in a fixed order; values hold no line break. */
final class Row {
    private final Map<String, String> values = new LinkedHashMap<>();

    static Row decode(byte[] record) {
        Row row = new Row();
        new String(record, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            row.values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return row;
    }

    byte[] encode() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    Row put(String name, String value) {
        values.put(name, value);
        return this;
    }

    Row put(String name, long value) {
        return put(name, Long.toString(value));
    }

    /** The value, or an empty text when the record has none. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    long number(String name) {
        String value = text(name);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }
}
