package dev.counterfoil.terminal;

import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of a terminal's records: UTF-8 lines {@code name=value}; a value holds no line break. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    Lines put(String name, String value) {
        text.append(name).append('=').append(value.replace('\n', ' ')).append('\n');
        return this;
    }

    byte[] encode() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Malformed when a line has no name */
    static Map<String, String> decode(byte[] record) {
        Map<String, String> lines = new LinkedHashMap<>();
        int offset = 0;
        for (String line : new String(record, StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new Malformed("record", offset, "name=value", line.length() + " characters");
            }
            lines.put(line.substring(0, equals), line.substring(equals + 1));
            offset += line.length() + 1;
        }
        return lines;
    }

    /** @throws Malformed when there is no such line */
    static String get(Map<String, String> lines, String name) {
        String value = lines.get(name);
        if (value == null) {
            throw new Malformed("record." + name, 0, "a value", "none");
        }
        return value;
    }
}
