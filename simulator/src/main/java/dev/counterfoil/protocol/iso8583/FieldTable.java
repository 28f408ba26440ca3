package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Bcd;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.iso8583.FieldSpec.Align;
import dev.counterfoil.protocol.iso8583.FieldSpec.Content;
import dev.counterfoil.protocol.iso8583.FieldSpec.Encoding;
import dev.counterfoil.protocol.iso8583.FieldSpec.Prefix;
import dev.counterfoil.protocol.iso8583.FieldSpec.Unit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A dialect's field table laid out for speed: the same facts as its {@link FieldSpec}s, in dense arrays by number.
 *
 * <p>Lengths are counted in units: digits for BCD, bytes otherwise, hex digits where the dialect says so.
 */
final class FieldTable {
    static final int LAST = 64;

    private static final byte[] DECIMAL_PAIRS = decimalPairs();
    private static final byte[] DIGITS = nibbles("0123456789");
    private static final byte[] TRACK = nibbles("0123456789ABCDEF");

    private final FieldSpec[] specs = new FieldSpec[LAST + 1];
    private final int[] prefixes = new int[LAST + 1];
    private final int[] maxima = new int[LAST + 1];
    private final int[] shifts = new int[LAST + 1];
    private final boolean[] decimal = new boolean[LAST + 1];
    private final boolean[] oddRight = new boolean[LAST + 1];
    private final boolean[] binary = new boolean[LAST + 1];
    private final boolean[] packed = new boolean[LAST + 1];
    private final boolean[] hexCounted = new boolean[LAST + 1];
    private final int padNibble;

    FieldTable(List<FieldSpec> fields, int padNibble) {
        this.padNibble = padNibble;
        for (FieldSpec spec : fields) {
            int n = spec.number();
            boolean fixed = spec.prefix() == Prefix.NONE;
            specs[n] = spec;
            prefixes[n] = spec.prefix().bytes;
            packed[n] = spec.encoding() == Encoding.BCD;
            binary[n] = spec.encoding() == Encoding.BINARY;
            hexCounted[n] = spec.unit() == Unit.HEX_DIGITS && !packed[n];
            maxima[n] = spec.max() * (hexCounted[n] ? 2 : 1);
            shifts[n] = packed[n] || hexCounted[n] ? 1 : 0;
            decimal[n] = packed[n] && spec.content() == Content.N;
            oddRight[n] = packed[n] && fixed && spec.align() == Align.RIGHT && (spec.max() & 1) != 0;
        }
    }

    FieldSpec spec(int field) {
        return specs[field];
    }

    /** True when both tables write the field in the same way. */
    boolean sameWire(FieldTable other, int field) {
        return this == other || (specs[field] != null && specs[field].equals(other.specs[field]));
    }

    int prefixBytes(int field) {
        return prefixes[field];
    }

    /**
     * Finds every field that the bitmap names.
     *
     * @param p offset of the first field
     * @param starts filled with each field's offset; what was found stays there when a later field is malformed
     * @param strict true to refuse nibbles above nine in numbers
     * @throws Malformed at the first field whose length is wrong or whose bytes are missing, and at bytes left over
     */
    void scan(byte[] frame, long bitmap, int p, int[] starts, boolean strict) {
        if (bitmap < 0) {
            throw new Malformed("F1", p, "no secondary bitmap", "bit 1 set");
        }
        int at = p;
        for (long rest = bitmap; rest != 0; ) {
            int n = Long.numberOfLeadingZeros(rest) + 1;
            rest &= ~(1L << (LAST - n));
            int units = units(frame, n, at);
            int value = at + prefixes[n];
            int next = value + bytes(n, units);
            if (next > frame.length) {
                throw missing(n, value, next - value, frame.length);
            }
            if (strict && decimal[n] && !isDecimal(frame, value, units, oddRight[n])) {
                throw notDecimal(frame, n, value, units);
            }
            starts[n] = at;
            at = next;
        }
        if (at != frame.length) {
            throw new Malformed("frame", at, "the end of the message", frame.length - at + " bytes more");
        }
    }

    /** The length of the field at {@code at}, in units. */
    int units(byte[] frame, int field, int at) {
        int prefix = prefixes[field];
        if (prefix == 0) {
            return maxima[field];
        }
        if (at + prefix > frame.length) {
            throw missing(field, at, prefix, frame.length);
        }
        int units = DECIMAL_PAIRS[frame[at] & 0xFF];
        if (prefix == 2) {
            int low = DECIMAL_PAIRS[frame[at + 1] & 0xFF];
            units = (units | low) < 0 ? -1 : units * 100 + low;
        }
        if (units < 0 || units > maxima[field] || (hexCounted[field] && (units & 1) != 0)) {
            throw new Malformed(
                    "F" + field,
                    at,
                    "a decimal length of up to " + maxima[field] + (hexCounted[field] ? ", even" : ""),
                    Hex.of(frame, at, prefix));
        }
        return units;
    }

    /** Bytes that a value of {@code units} takes. */
    int bytes(int field, int units) {
        int shift = shifts[field];
        return (units + shift) >> shift;
    }

    private Malformed missing(int field, int at, int expected, int end) {
        return new Malformed("F" + field, at, expected + " bytes", Math.max(0, end - at) + " bytes left");
    }

    private static boolean isDecimal(byte[] frame, int at, int digits, boolean oddRight) {
        int i = at;
        int left = digits;
        int bad = 0;
        if (oddRight) {
            int b = frame[i++] & 15;
            bad = b & ((b << 1) | (b << 2));
            left--;
        }
        for (int end = i + (left >> 1); i < end; i++) {
            int b = frame[i];
            bad |= b & ((b << 1) | (b << 2));
        }
        if ((left & 1) != 0) {
            int b = frame[i] & 0xF0;
            bad |= b & ((b << 1) | (b << 2));
        }
        return (bad & 0x88) == 0;
    }

    private Malformed notDecimal(byte[] frame, int field, int value, int digits) {
        int first = value * 2 + (oddRight[field] ? 1 : 0);
        int i = 0;
        String text = Bcd.nibbles(frame, first, digits);
        while (text.charAt(i) <= '9') {
            i++;
        }
        return new Malformed("F" + field, (first + i) / 2, "a digit 0-9", "nibble " + text.charAt(i));
    }

    /** The value of the field at {@code at} as text. */
    String text(byte[] frame, int field, int at) {
        int units = units(frame, field, at);
        int value = at + prefixes[field];
        if (packed[field]) {
            return Bcd.nibbles(frame, value * 2 + (oddRight[field] ? 1 : 0), units);
        }
        int length = bytes(field, units);
        return binary[field]
                ? Hex.of(frame, value, length)
                : new String(frame, value, length, StandardCharsets.ISO_8859_1);
    }

    /** The value of the field at {@code at} as bytes: those of a binary field, one for each character of others. */
    byte[] valueBytes(byte[] frame, int field, int at) {
        if (packed[field]) {
            return text(frame, field, at).getBytes(StandardCharsets.ISO_8859_1);
        }
        int value = at + prefixes[field];
        return Arrays.copyOfRange(frame, value, value + bytes(field, units(frame, field, at)));
    }

    boolean binary(int field) {
        return binary[field];
    }

    /** Bytes that {@link #write} will take for a value that fits. */
    int size(int field, Object value) {
        int prefix = prefixes[field];
        if (prefix == 0) {
            return bytes(field, maxima[field]);
        }
        if (value instanceof String text) {
            int length = text.length();
            return prefix + (packed[field] ? (length + 1) >> 1 : binary[field] ? length >> 1 : length);
        }
        return prefix + ((byte[]) value).length;
    }

    /**
     * Writes a value with its length prefix at {@code p} and returns the offset after it.
     *
     * @param value a String, or the byte[] of a binary field; either is turned into what the table wants
     * @throws Malformed when it does not fit the table
     */
    int write(int field, Object value, byte[] out, int p) {
        if (specs[field] == null) {
            throw new Malformed("F" + field, p, "a field of the dialect", "one that it does not have");
        }
        if (value instanceof String text) {
            return binary[field] ? writeBytes(field, hex(field, text), out, p) : writeText(field, text, out, p);
        }
        byte[] bytes = (byte[]) value;
        if (binary[field]) {
            return writeBytes(field, bytes, out, p);
        }
        String text = packed[field] ? Bcd.digits(bytes) : new String(bytes, StandardCharsets.ISO_8859_1);
        return writeText(field, text, out, p);
    }

    private static byte[] hex(int field, String text) {
        try {
            return Hex.bytes(text);
        } catch (Malformed e) {
            throw e.within("F" + field, 0);
        }
    }

    private int writePrefix(int field, int units, byte[] out, int p) {
        if (units > maxima[field]) {
            throw new Malformed("F" + field, p, "at most " + maxima[field], units + " digits or bytes");
        }
        int at = p;
        int prefix = prefixes[field];
        if (prefix == 2) {
            out[at++] = (byte) (((units / 1000) << 4) | (units / 100 % 10));
        }
        if (prefix != 0) {
            int rest = units % 100;
            out[at++] = (byte) (((rest / 10) << 4) | (rest % 10));
        }
        return at;
    }

    private int writeBytes(int field, byte[] bytes, byte[] out, int p) {
        int at = writePrefix(field, hexCounted[field] ? bytes.length * 2 : bytes.length, out, p);
        if (prefixes[field] == 0 && bytes.length != maxima[field]) {
            throw new Malformed("F" + field, p, maxima[field] + " bytes", bytes.length + " bytes");
        }
        System.arraycopy(bytes, 0, out, at, bytes.length);
        return at + bytes.length;
    }

    private int writeText(int field, String text, byte[] out, int p) {
        int length = text.length();
        int at = writePrefix(field, hexCounted[field] ? length * 2 : length, out, p);
        if (!packed[field]) {
            return writeCharacters(field, text, out, at);
        }
        boolean fixed = prefixes[field] == 0;
        if (oddRight[field] || (fixed && length < maxima[field])) {
            return writeSpaced(field, text, out, at + bytes(field, maxima[field]));
        }
        int end = decimal[field] ? packDecimal(text, out, at) : packTrack(text, out, at);
        if (end < 0) {
            throw badDigit(field, text);
        }
        if ((length & 1) != 0 && !fixed) {
            out[end - 1] |= (byte) padNibble;
        }
        return end;
    }

    @SuppressWarnings("deprecation") // Latin-1 was checked when the value was set; no charset object, no copy.
    private int writeCharacters(int field, String text, byte[] out, int p) {
        int length = text.length();
        text.getBytes(0, length, out, p);
        int end = prefixes[field] == 0 ? p + maxima[field] : p + length;
        for (int i = p + length; i < end; i++) {
            out[i] = ' ';
        }
        return end;
    }

    /** Returns the offset after the last byte, or -1 when a character is no decimal digit. */
    private static int packDecimal(String text, byte[] out, int p) {
        int length = text.length();
        int at = p;
        int bad = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            int high = text.charAt(i) - '0';
            int low = text.charAt(i + 1) - '0';
            bad |= high | low | (9 - high) | (9 - low);
            out[at++] = (byte) ((high << 4) + low);
        }
        if (i < length) {
            int high = text.charAt(i) - '0';
            bad |= high | (9 - high);
            out[at++] = (byte) (high << 4);
        }
        return bad < 0 ? -1 : at;
    }

    /** The same for tracks, whose digits go up to F and whose separator may be written {@code =}. */
    private static int packTrack(String text, byte[] out, int p) {
        int length = text.length();
        int at = p;
        int bad = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            int high = TRACK[text.charAt(i) & 0xFF];
            int low = TRACK[text.charAt(i + 1) & 0xFF];
            bad |= high | low;
            out[at++] = (byte) ((high << 4) | low);
        }
        if (i < length) {
            int high = TRACK[text.charAt(i) & 0xFF];
            bad |= high;
            out[at++] = (byte) (high << 4);
        }
        return bad < 0 ? -1 : at;
    }

    /** A number that is shorter than its field, or leaves the first nibble spare: filled from its last digit back. */
    private int writeSpaced(int field, String text, byte[] out, int end) {
        byte[] values = decimal[field] ? DIGITS : TRACK;
        boolean spareLast = (maxima[field] & 1) != 0 && !oddRight[field];
        int nibble = end * 2 - (spareLast ? 2 : 1);
        for (int i = text.length() - 1; i >= 0; i--, nibble--) {
            int value = values[text.charAt(i) & 0xFF];
            if (value < 0) {
                throw badDigit(field, text);
            }
            out[nibble >> 1] |= (byte) ((nibble & 1) == 0 ? value << 4 : value);
        }
        return end;
    }

    private Malformed badDigit(int field, String text) {
        byte[] values = decimal[field] ? DIGITS : TRACK;
        int i = 0;
        while (values[text.charAt(i) & 0xFF] >= 0) {
            i++;
        }
        String expected = values == DIGITS ? "a digit 0-9" : "a digit 0-9, A-F or =";
        return new Malformed("F" + field, i, expected, "character " + (int) text.charAt(i));
    }

    private static byte[] nibbles(String digits) {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < digits.length(); i++) {
            values[digits.charAt(i)] = (byte) i;
        }
        if (digits.length() == 16) {
            values['='] = 13;
        }
        return values;
    }

    private static byte[] decimalPairs() {
        byte[] pairs = new byte[256];
        for (int b = 0; b < 256; b++) {
            pairs[b] = (byte) ((b >> 4) > 9 || (b & 15) > 9 ? -1 : (b >> 4) * 10 + (b & 15));
        }
        return pairs;
    }
}
