package dev.counterfoil.store;

import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** The form of a record: values in an order that its kind fixes, in UTF-8, each ended by a line feed. */
public final class Row {
    private final StringBuilder text = new StringBuilder();

    /** Adds a value; a line feed in it becomes a space. */
    public Row put(String value) {
        text.append(value.replace('\n', ' ')).append('\n');
        return this;
    }

    public Row put(long value) {
        text.append(value).append('\n');
        return this;
    }

    public Row put(boolean value) {
        text.append(value).append('\n');
        return this;
    }

    /** The bytes for a {@link Store}. */
    public byte[] encode() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #encode} wrote; a last value that is cut off is none. */
    public static Reader read(byte[] record) {
        List<String> values = List.of(new String(record, StandardCharsets.UTF_8).split("\n", -1));
        return new Reader(values.subList(0, values.size() - 1).iterator());
    }

    /** Gives the values of a record, one after the other. */
    public static final class Reader {
        private final Iterator<String> values;

        private Reader(Iterator<String> values) {
            this.values = values;
        }

        /** Whether another value follows. */
        public boolean more() {
            return values.hasNext();
        }

        /** @throws Malformed when no value follows */
        public String text() {
            if (!values.hasNext()) {
                throw new Malformed("record", 0, "another value", "its end");
            }
            return values.next();
        }

        public long number() {
            return Long.parseLong(text());
        }

        public boolean flag() {
            return text().equals("true");
        }
    }
}
