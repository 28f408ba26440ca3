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

/**
 * How one field is read and written: the facts of its {@link FieldSpec}, laid out for speed.
 *
 * <p>Lengths are counted in units: digits for BCD, bytes otherwise, hex digits where the dialect says so.
 */
final class FieldWire {
    private static final byte[] DECIMAL_PAIRS = decimalPairs();
    private static final byte[] DIGITS = nibbles("0123456789");
    private static final byte[] TRACK = nibbles("0123456789ABCDEF");

    final FieldSpec spec;
    final int prefixBytes;
    final boolean binary;
    private final int number;
    private final int max;
    private final int shift;
    private final boolean packed;
    private final boolean decimal;
    private final boolean oddRight;
    private final boolean hexCounted;
    private final int padNibble;

    FieldWire(FieldSpec spec, int padNibble) {
        this.spec = spec;
        this.padNibble = padNibble;
        number = spec.number();
        prefixBytes = spec.prefix().bytes;
        packed = spec.encoding() == Encoding.BCD;
        binary = spec.encoding() == Encoding.BINARY;
        hexCounted = spec.unit() == Unit.HEX_DIGITS && !packed;
        max = spec.max() * (hexCounted ? 2 : 1);
        shift = packed || hexCounted ? 1 : 0;
        decimal = packed && spec.content() == Content.N;
        boolean fixed = spec.prefix() == Prefix.NONE;
        oddRight = packed && fixed && spec.align() == Align.RIGHT && (spec.max() & 1) != 0;
    }

    /**
     * The offset after the field that begins at {@code at}.
     *
     * @param strict true to refuse nibbles above nine in a number
     * @throws Malformed when its length is wrong, its bytes are missing or a digit is none
     */
    int end(byte[] frame, int at, boolean strict) {
        int units = units(frame, at);
        int value = at + prefixBytes;
        int end = value + bytes(units);
        if (end > frame.length) {
            throw missing(value, end - value, frame.length);
        }
        if (strict && decimal && !isDecimal(frame, value, units)) {
            throw notDecimal(frame, value, units);
        }
        return end;
    }

    /** The length of the field at {@code at}, in units. */
    int units(byte[] frame, int at) {
        if (prefixBytes == 0) {
            return max;
        }
        if (at + prefixBytes > frame.length) {
            throw missing(at, prefixBytes, frame.length);
        }
        int units = DECIMAL_PAIRS[frame[at] & 0xFF];
        if (prefixBytes == 2) {
            int low = DECIMAL_PAIRS[frame[at + 1] & 0xFF];
            units = (units | low) < 0 ? -1 : units * 100 + low;
        }
        if (units < 0 || units > max || (hexCounted && (units & 1) != 0)) {
            throw new Malformed(
                    "F" + number,
                    at,
                    "a decimal length of up to " + max + (hexCounted ? ", even" : ""),
                    Hex.of(frame, at, prefixBytes));
        }
        return units;
    }

    /** Bytes that a value of {@code units} takes. */
    int bytes(int units) {
        return (units + shift) >> shift;
    }

    private Malformed missing(int at, int expected, int end) {
        return new Malformed("F" + number, at, expected + " bytes", Math.max(0, end - at) + " bytes left");
    }

    private boolean isDecimal(byte[] frame, int at, int digits) {
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

    private Malformed notDecimal(byte[] frame, int value, int digits) {
        int first = value * 2 + (oddRight ? 1 : 0);
        int i = 0;
        String text = Bcd.nibbles(frame, first, digits);
        while (text.charAt(i) <= '9') {
            i++;
        }
        return new Malformed("F" + number, (first + i) / 2, "a digit 0-9", "nibble " + text.charAt(i));
    }

    /** The value of the field at {@code at} as text. */
    String text(byte[] frame, int at) {
        int units = units(frame, at);
        int value = at + prefixBytes;
        if (packed) {
            return Bcd.nibbles(frame, value * 2 + (oddRight ? 1 : 0), units);
        }
        int length = bytes(units);
        return binary ? Hex.of(frame, value, length) : new String(frame, value, length, StandardCharsets.ISO_8859_1);
    }

    /** The value of the field at {@code at} as bytes: those of a binary field, one for each character of others. */
    byte[] valueBytes(byte[] frame, int at) {
        if (packed) {
            return text(frame, at).getBytes(StandardCharsets.ISO_8859_1);
        }
        int value = at + prefixBytes;
        return Arrays.copyOfRange(frame, value, value + bytes(units(frame, at)));
    }

    /** Bytes that {@link #write} will take for a value that fits. */
    int size(Object value) {
        if (prefixBytes == 0) {
            return bytes(max);
        }
        if (value instanceof String text) {
            int length = text.length();
            return prefixBytes + (packed ? (length + 1) >> 1 : binary ? length >> 1 : length);
        }
        return prefixBytes + ((byte[]) value).length;
    }

    /**
     * Writes a value with its length prefix at {@code p} and returns the offset after it.
     *
     * @param value a String, or the byte[] of a binary field; either is turned into what the table wants
     * @throws Malformed when it does not fit the table
     */
    int write(Object value, byte[] out, int p) {
        if (value instanceof String text) {
            return binary ? writeBytes(hex(text), out, p) : writeText(text, out, p);
        }
        byte[] bytes = (byte[]) value;
        if (binary) {
            return writeBytes(bytes, out, p);
        }
        String text = packed ? Bcd.digits(bytes) : new String(bytes, StandardCharsets.ISO_8859_1);
        return writeText(text, out, p);
    }

    private byte[] hex(String text) {
        try {
            return Hex.bytes(text);
        } catch (Malformed e) {
            throw e.within("F" + number, 0);
        }
    }

    private int writePrefix(int units, byte[] out, int p) {
        if (units > max) {
            throw new Malformed("F" + number, p, "at most " + max, units + " digits or bytes");
        }
        int at = p;
        if (prefixBytes == 2) {
            out[at++] = (byte) (((units / 1000) << 4) | (units / 100 % 10));
        }
        if (prefixBytes != 0) {
            int rest = units % 100;
            out[at++] = (byte) (((rest / 10) << 4) | (rest % 10));
        }
        return at;
    }

    private int writeBytes(byte[] bytes, byte[] out, int p) {
        int at = writePrefix(hexCounted ? bytes.length * 2 : bytes.length, out, p);
        if (prefixBytes == 0 && bytes.length != max) {
            throw new Malformed("F" + number, p, max + " bytes", bytes.length + " bytes");
        }
        System.arraycopy(bytes, 0, out, at, bytes.length);
        return at + bytes.length;
    }

    private int writeText(String text, byte[] out, int p) {
        int length = text.length();
        int at = writePrefix(hexCounted ? length * 2 : length, out, p);
        if (!packed) {
            return writeCharacters(text, out, at);
        }
        boolean fixed = prefixBytes == 0;
        if (oddRight || (fixed && length < max)) {
            return writeSpaced(text, out, at + bytes(max));
        }
        int end = decimal ? packDecimal(text, out, at) : packTrack(text, out, at);
        if (end < 0) {
            throw badDigit(text);
        }
        if ((length & 1) != 0 && !fixed) {
            out[end - 1] |= (byte) padNibble;
        }
        return end;
    }

    @SuppressWarnings("deprecation") // Latin-1 was checked when the value was set; no charset object, no copy.
    private int writeCharacters(String text, byte[] out, int p) {
        int length = text.length();
        text.getBytes(0, length, out, p);
        int end = prefixBytes == 0 ? p + max : p + length;
        for (int i = p + length; i < end; i++) {
            out[i] = ' ';
        }
        return end;
    }

    /** Returns the offset after the last byte, or -1 when a character, less its bits 0x30, is more than nine. */
    private static int packDecimal(String text, byte[] out, int p) {
        int length = text.length();
        int at = p;
        int bad = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            int high = text.charAt(i) ^ '0';
            int low = text.charAt(i + 1) ^ '0';
            bad |= (9 - high) | (9 - low);
            out[at++] = (byte) ((high << 4) | low);
        }
        if (i < length) {
            int high = text.charAt(i) ^ '0';
            bad |= 9 - high;
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
    private int writeSpaced(String text, byte[] out, int end) {
        byte[] values = decimal ? DIGITS : TRACK;
        boolean spareLast = (max & 1) != 0 && !oddRight;
        int nibble = end * 2 - (spareLast ? 2 : 1);
        for (int i = text.length() - 1; i >= 0; i--, nibble--) {
            int value = values[text.charAt(i) & 0xFF];
            if (value < 0) {
                throw badDigit(text);
            }
            out[nibble >> 1] |= (byte) ((nibble & 1) == 0 ? value << 4 : value);
        }
        return end;
    }

    private Malformed badDigit(String text) {
        byte[] values = decimal ? DIGITS : TRACK;
        int i = 0;
        while (values[text.charAt(i) & 0xFF] >= 0) {
            i++;
        }
        String expected = values == DIGITS ? "a digit 0-9" : "a digit 0-9, A-F or =";
        return new Malformed("F" + number, i, expected, "character " + (int) text.charAt(i));
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
