package dev.counterfoil.store;

import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;

/** The form of a record: values in an order that its kind fixes, in UTF-8, each ended by a line feed. */
public final class Row {
    private static final String TRUE = "1";

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
        text.append(value ? TRUE : "").append('\n');
        return this;
    }

    /** The bytes for a {@link Store}. */
    public byte[] encode() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #encode} wrote; a last value that is cut off is none. */
    public static Reader read(byte[] record) {
        return new Reader(new String(record, StandardCharsets.UTF_8));
    }

    /** Gives the values of a record, one after the other. */
    public static final class Reader {
        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        /** Whether another value follows. */
        public boolean more() {
            return text.indexOf('\n', at) >= 0;
        }

        /** @throws Malformed when no value follows */
        public String text() {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                throw new Malformed("record", at, "another value", "its end");
            }
            String value = text.substring(at, end);
            at = end + 1;
            return value;
        }

        public long number() {
            return Long.parseLong(text());
        }

        public boolean flag() {
            return text().equals(TRUE);
        }
    }
}
