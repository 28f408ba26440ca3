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
    private final int padNibble;

    FieldTable(List<FieldSpec> fields, int padNibble) {
        this.padNibble = padNibble;
        for (FieldSpec spec : fields) {
            int n = spec.number();
            boolean packed = spec.encoding() == Encoding.BCD;
            boolean fixed = spec.prefix() == Prefix.NONE;
            specs[n] = spec;
            prefixes[n] = spec.prefix().bytes;
            maxima[n] = spec.max() * (spec.unit() == Unit.HEX_DIGITS && !packed ? 2 : 1);
            shifts[n] = packed || spec.unit() == Unit.HEX_DIGITS ? 1 : 0;
            decimal[n] = packed && spec.content() == Content.N;
            oddRight[n] = packed && fixed && spec.align() == Align.RIGHT && (spec.max() & 1) != 0;
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
        if (units < 0 || units > maxima[field] || (shifts[field] != 0 && !wholeBytes(field, units))) {
            throw new Malformed(
                    "F" + field,
                    at,
                    "a decimal length of up to " + maxima[field] + (wholeBytes(field, 1) ? "" : ", even"),
                    Hex.of(frame, at, prefix));
        }
        return units;
    }

    private boolean wholeBytes(int field, int units) {
        return (units & 1) == 0 || specs[field].unit() != Unit.HEX_DIGITS;
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
        return switch (specs[field].encoding()) {
            case BCD -> Bcd.nibbles(frame, value * 2 + (oddRight[field] ? 1 : 0), units);
            case ASCII -> new String(frame, value, bytes(field, units), StandardCharsets.ISO_8859_1);
            case BINARY -> Hex.of(frame, value, bytes(field, units));
        };
    }

    /** The value in the form that this table writes: bytes for a binary field, text for the others. */
    Object fit(int field, Object value) {
        Encoding encoding = specs[field].encoding();
        if (value instanceof byte[] bytes) {
            return switch (encoding) {
                case BINARY -> bytes;
                case ASCII -> new String(bytes, StandardCharsets.ISO_8859_1);
                case BCD -> Bcd.digits(bytes);
            };
        }
        return encoding == Encoding.BINARY ? hex(field, (String) value) : value;
    }

    private static byte[] hex(int field, String text) {
        try {
            return Hex.bytes(text);
        } catch (Malformed e) {
            throw e.within("F" + field, 0);
        }
    }

    /** Bytes that a fitted value takes with its length prefix. */
    int size(int field, Object value) {
        int max = maxima[field];
        int units = fittedUnits(field, value);
        if (units > max) {
            throw new Malformed("F" + field, 0, "at most " + max + " digits or bytes", Integer.toString(units));
        }
        return prefixes[field] + bytes(field, prefixes[field] == 0 ? max : units);
    }

    private int fittedUnits(int field, Object value) {
        int length = value instanceof String text ? text.length() : ((byte[]) value).length;
        return specs[field].unit() == Unit.HEX_DIGITS && specs[field].encoding() != Encoding.BCD ? length * 2 : length;
    }

    /** Writes a fitted value of {@link #size} bytes at {@code p} and returns the offset after it. */
    int write(int field, Object value, byte[] out, int p) {
        int at = p;
        int prefix = prefixes[field];
        if (prefix != 0) {
            int units = fittedUnits(field, value);
            if (prefix == 2) {
                out[at++] = (byte) (((units / 1000) << 4) | (units / 100 % 10));
            }
            out[at++] = (byte) (((units / 10 % 10) << 4) | (units % 10));
        }
        if (value instanceof byte[] bytes) {
            return writeBytes(field, bytes, out, at);
        }
        String text = (String) value;
        return specs[field].encoding() == Encoding.BCD
                ? writeDigits(field, text, out, at)
                : writeText(field, text, out, at);
    }

    private int writeBytes(int field, byte[] bytes, byte[] out, int p) {
        if (prefixes[field] == 0 && bytes.length != maxima[field] >> shifts[field]) {
            throw new Malformed("F" + field, 0, maxima[field] + " bytes", bytes.length + " bytes");
        }
        System.arraycopy(bytes, 0, out, p, bytes.length);
        return p + bytes.length;
    }

    @SuppressWarnings("deprecation") // Latin-1 was checked when the value was set; no charset object, no copy.
    private int writeText(int field, String text, byte[] out, int p) {
        int length = text.length();
        text.getBytes(0, length, out, p);
        int end = prefixes[field] == 0 ? p + maxima[field] : p + length;
        for (int i = p + length; i < end; i++) {
            out[i] = ' ';
        }
        return end;
    }

    private int writeDigits(int field, String text, byte[] out, int p) {
        byte[] values = decimal[field] ? DIGITS : TRACK;
        int length = text.length();
        boolean fixed = prefixes[field] == 0;
        int zeros = fixed ? maxima[field] - length : 0;
        if (zeros > 0 || oddRight[field]) {
            int end = p + bytes(field, maxima[field]);
            return writeSpaced(field, text, values, out, end);
        }
        int bad = 0;
        int i = 0;
        int at = p;
        for (; i + 1 < length; i += 2) {
            int high = values[text.charAt(i) & 0xFF];
            int low = values[text.charAt(i + 1) & 0xFF];
            bad |= high | low;
            out[at++] = (byte) ((high << 4) | low);
        }
        if (i < length) {
            int high = values[text.charAt(i) & 0xFF];
            bad |= high;
            out[at++] = (byte) ((high << 4) | (fixed ? 0 : padNibble));
        }
        if (bad < 0) {
            throw badDigit(field, text, values);
        }
        return at;
    }

    /** A number that is shorter than its field, or leaves the first nibble spare: filled from its last digit back. */
    private int writeSpaced(int field, String text, byte[] values, byte[] out, int end) {
        boolean spareLast = (maxima[field] & 1) != 0 && !oddRight[field];
        int nibble = end * 2 - (spareLast ? 2 : 1);
        for (int i = text.length() - 1; i >= 0; i--, nibble--) {
            int value = values[text.charAt(i) & 0xFF];
            if (value < 0) {
                throw badDigit(field, text, values);
            }
            out[nibble >> 1] |= (byte) ((nibble & 1) == 0 ? value << 4 : value);
        }
        return end;
    }

    private static Malformed badDigit(int field, String text, byte[] values) {
        int i = 0;
        while (values[text.charAt(i) & 0xFF] >= 0) {
            i++;
        }
        String expected = values == DIGITS ? "a digit 0-9" : "a digit 0-9, A-F or =";
        return new Malformed("F" + field, i, expected, "character " + (int) text.charAt(i));
    }

    private static byte[] nibbles(String digits) {
        byte[] values = new byte[256];
        java.util.Arrays.fill(values, (byte) -1);
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
