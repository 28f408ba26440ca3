package dev.counterfoil.protocol.hostcommand;

import dev.counterfoil.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The named fields of one host command or answer, in the order of their layout.
 *
 * <p>Values are ISO 8859-1 text, one character a byte. A field that a layout leaves out is absent. Printing shows
 * names only.
 */
public final class Fields {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Fields from alternating names and values. */
    public static Fields of(String... namesAndValues) {
        Fields fields = new Fields();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.set(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** Sets one field and returns this object. */
    public Fields set(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Sets one field to bytes, sent as they are, and returns this object. */
    public Fields set(String name, byte[] value) {
        return set(name, new String(value, StandardCharsets.ISO_8859_1));
    }

    /** Whether the field is present. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The field's text.
     *
     * @throws IllegalArgumentException when the field is absent
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no field " + name + " among " + values.keySet());
        }
        return value;
    }

    /** The field's text, or {@code otherwise} when it is absent. */
    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** The field's characters as bytes, unconverted. */
    public byte[] raw(String name) {
        return text(name).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The bytes that the field's hex digits stand for; the scheme letter before a key's digits is passed over.
     *
     * @throws dev.counterfoil.codec.Malformed when the text is not hex
     */
    public byte[] hex(String name) {
        String text = text(name);
        boolean tagged = !text.isEmpty() && Hex.value(text.charAt(0)) < 0;
        return Hex.bytes(tagged ? text.substring(1) : text);
    }

    /** The field's decimal value. */
    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    /** Adds the fields of one item of a repeated part, numbered from 1. */
    public Fields set(int item, Fields fields) {
        fields.values.forEach((name, value) -> set(name + "." + item, value));
        return this;
    }

    /** The fields of one item of a repeated part, numbered from 1, under their plain names. */
    public Fields item(int item) {
        String suffix = "." + item;
        Fields fields = new Fields();
        values.forEach((name, value) -> {
            if (name.endsWith(suffix)) {
                fields.set(name.substring(0, name.length() - suffix.length()), value);
            }
        });
        return fields;
    }

    /** All values, in order. */
    List<String> values() {
        return List.copyOf(values.values());
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
