package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.Layout.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the values of fields into their subfields and tags. */
final class Parts {
    private static final String TLV_CODES = "350 351 352 440 441 442 443 448 449 450 451 453 460";

    private Parts() {}

    /**
     * One subfield or tag of a message.
     *
     * @param path such as {@code F60.3}
     * @param value as text, not masked
     * @param from units of the field before it
     * @param length units of the field that it takes: digits, characters, or bytes of a binary field
     */
    record Found(String path, String nameEn, String nameZh, String value, int from, int length, Masking masking) {}

    /** The value at a path, or null; {@code innerDigits} as in {@link #of}. */
    static @Nullable String find(IsoMessage message, String path, int innerDigits) {
        int dot = path.indexOf('.');
        int field = number(path, dot < 0 ? path.length() : dot);
        if (field < 0) {
            return null;
        }
        if (dot < 0 || !message.has(field)) {
            return message.textOrNull(field);
        }
        for (Found part : of(message, field, innerDigits, new ArrayList<>())) {
            if (part.path.equals(path)) {
                return part.value;
            }
        }
        return null;
    }

    private static int number(String path, int end) {
        if (path.isEmpty() || path.charAt(0) != 'F' || end < 2 || end > 4) {
            return -1;
        }
        int number = 0;
        for (int i = 1; i < end; i++) {
            int digit = Character.digit(path.charAt(i), 10);
            if (digit < 0) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /**
     * The parts of one field, in order; none when it has no subfields.
     *
     * @param innerDigits digits of length inside F59, 2 or 3
     * @param departures gains a line for each way in which the value leaves its layout
     */
    static List<Found> of(IsoMessage message, int field, int innerDigits, List<String> departures) {
        Object value = message.value(field);
        String code = networkCode(message);
        if (value instanceof byte[] bytes && (field == 55 || (field == 62 && isTlv(message, code)))) {
            return tlv(field, bytes, departures);
        }
        if (field == 59 && value instanceof String text) {
            return extended(text, innerDigits, departures);
        }
        int length = value instanceof String text ? text.length() : ((byte[]) value).length;
        Layout layout = Layout.find(field, message.mti(), code, length);
        if (layout == null) {
            return List.of();
        }
        return new Cutter(field, value, length, departures).cut(layout);
    }

    /** F60.3, or empty. */
    static String networkCode(IsoMessage message) {
        String text = message.has(60) ? message.text(60) : "";
        return text.length() < 11 ? "" : text.substring(8, 11);
    }

    private static boolean isTlv(IsoMessage message, String code) {
        return message.mti().startsWith("08") && !code.isEmpty() && TLV_CODES.contains(code);
    }

    private static List<Found> tlv(int field, byte[] bytes, List<String> departures) {
        List<Found> found = new ArrayList<>();
        try {
            for (Tlv tlv : Tlv.parse(bytes)) {
                TagNames.Tag tag = TagNames.of(tlv.tag());
                int end = tlv.valueOffset() + tlv.lengthBytes();
                found.add(new Found(
                        "F" + field + "." + tlv.name(),
                        tag.nameEn(),
                        tag.nameZh(),
                        tlv.hex(),
                        tlv.offset(),
                        end - tlv.offset(),
                        tag.masking()));
            }
        } catch (Malformed e) {
            departures.add("not BER-TLV: " + e.getMessage());
        }
        return found;
    }

    /** F59: a tag of two characters, a decimal length, a value; all ASCII. */
    private static List<Found> extended(String text, int innerDigits, List<String> departures) {
        List<Found> found = new ArrayList<>();
        int p = 0;
        while (p < text.length()) {
            int value = p + 2 + innerDigits;
            int length = value > text.length() ? -1 : decimal(text, p + 2, value);
            if (length < 0 || length > text.length() - value) {
                departures.add("expected a tag, a length of " + innerDigits + " digits and a value at character " + p
                        + ", found something else");
                return found;
            }
            TagNames.Tag tag = TagNames.extended(text.substring(p, p + 2));
            String content = text.substring(value, value + length);
            found.add(new Found(
                    "F59." + text.substring(p, p + 2),
                    tag.nameEn(),
                    tag.nameZh(),
                    content,
                    p,
                    value + length - p,
                    tag.masking()));
            p = value + length;
        }
        return found;
    }

    private static int decimal(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** Cuts one value by one layout. */
    private static final class Cutter {
        private final int field;
        private final Object value;
        private final int length;
        private final List<String> departures;
        private final List<Found> found = new ArrayList<>();
        private int at;

        private Cutter(int field, Object value, int length, List<String> departures) {
            this.field = field;
            this.value = value;
            this.length = length;
            this.departures = departures;
        }

        private List<Found> cut(Layout layout) {
            run("F" + field + ".", layout.parts());
            for (int item = 1; at < length && !layout.item().isEmpty(); item++) {
                run("F" + field + "." + item + ".", layout.item());
            }
            if (at < length) {
                departures.add("expected the end behind its subfields, found " + (length - at) + " characters more");
            }
            return found;
        }

        private void run(String prefix, List<Part> parts) {
            for (int i = 0; i < parts.size() && at < length; i++) {
                Part part = parts.get(i);
                int whole = part.length() == 0 ? length - at : part.length();
                int size = Math.min(whole, length - at);
                String path = prefix + (i + 1);
                if (size < whole) {
                    departures.add("expected " + whole + " characters in " + path + ", found " + size);
                }
                found.add(new Found(path, part.nameEn(), part.nameZh(), text(size), at, size, part.masking()));
                at += size;
            }
        }

        private String text(int size) {
            return value instanceof String text ? text.substring(at, at + size) : Hex.of((byte[]) value, at, size);
        }
    }

    /** Latin-1 text, or {@code hex:} and digits when a character cannot be printed. */
    static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return "hex:" + Hex.of(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return text;
    }
}
