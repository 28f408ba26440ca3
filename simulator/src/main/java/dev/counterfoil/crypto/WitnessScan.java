package dev.counterfoil.crypto;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.SecretTable.Entry;
import dev.counterfoil.crypto.Sighting.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over a range of bytes. Three numbers roll along: the last 8 bytes, the last 16 half bytes that end in the
 * middle of a byte, and the last 16 hex digits of an unbroken run; a window set says of each whether it may start a
 * secret.
 */
final class WitnessScan {
    private static final byte[] HEX_VALUES = hexValues();

    private final Witness witness;
    private final SecretWindows wide;
    private final SecretWindows narrow;
    private final byte[] data;
    private final int start;
    private final int end;
    private List<Sighting> found = List.of();

    WitnessScan(Witness witness, SecretWindows wide, SecretWindows narrow, byte[] data, int start, int end) {
        this.witness = witness;
        this.wide = wide;
        this.narrow = narrow;
        this.data = data;
        this.start = start;
        this.end = end;
    }

    List<Sighting> run() {
        long bytes = 0;
        long digits = 0;
        int run = 0;
        for (int at = start; at < end; at++) {
            int b = data[at] & 0xFF;
            long shifted = (bytes << 4) | (b >>> 4);
            bytes = (bytes << 8) | b;
            if (wide.mayHold(shifted)) {
                packed(wide, shifted, 2 * at - 15);
            }
            if (narrow.mayHold(shifted & 0xFFFFFFFFL)) {
                packed(narrow, shifted & 0xFFFFFFFFL, 2 * at - 7);
            }
            if (wide.mayHold(bytes)) {
                raw(wide, bytes, at - 7);
                packed(wide, bytes, 2 * at - 14);
            }
            if (narrow.mayHold(bytes & 0xFFFFFFFFL)) {
                raw(narrow, bytes & 0xFFFFFFFFL, at - 3);
                packed(narrow, bytes & 0xFFFFFFFFL, 2 * at - 6);
            }
            int digit = HEX_VALUES[b];
            if (digit < 0) {
                run = 0;
                continue;
            }
            digits = (digits << 4) | digit;
            run++;
            if (run >= 16 && wide.mayHold(digits)) {
                hex(wide, digits, at - 15);
            }
            if (run >= 8 && narrow.mayHold(digits & 0xFFFFFFFFL)) {
                hex(narrow, digits & 0xFFFFFFFFL, at - 7);
            }
        }
        return found;
    }

    private void raw(SecretWindows windows, long window, int first) {
        for (long left = windows.lengths(window, false); left != 0; left &= left - 1) {
            int length = Long.numberOfTrailingZeros(left) + 1;
            if (first >= start && first + length <= end) {
                byte[] candidate = new byte[length];
                System.arraycopy(data, first, candidate, 0, length);
                compare(candidate, Form.RAW, first);
            }
        }
    }

    private void hex(SecretWindows windows, long window, int first) {
        for (long left = windows.lengths(window, false); left != 0; left &= left - 1) {
            int length = Long.numberOfTrailingZeros(left) + 1;
            if (first + 2 * length <= end && allHex(first, 2 * length)) {
                byte[] candidate = new byte[length];
                for (int i = 0, at = first; i < length; i++, at += 2) {
                    candidate[i] = (byte) ((HEX_VALUES[data[at]] << 4) | HEX_VALUES[data[at + 1]]);
                }
                compare(candidate, Form.HEX, first);
            }
        }
    }

    /** Looks at packed digits from half byte {@code first}, counted from the beginning of the array. */
    private void packed(SecretWindows windows, long window, int first) {
        for (long left = windows.lengths(window, true); left != 0; left &= left - 1) {
            int length = Long.numberOfTrailingZeros(left) + 1;
            if (first >= 2 * start && first + length <= 2 * end) {
                byte[] candidate = new byte[length];
                for (int i = 0; i < length; i++) {
                    candidate[i] = SecretPattern.unpacked(halfByte(first + i));
                }
                compare(candidate, Form.BCD, first / 2);
            }
        }
    }

    private void compare(byte[] candidate, Form form, int offset) {
        SecretPattern.fold(candidate, candidate.length);
        for (Entry entry : witness.known(candidate, candidate.length)) {
            if (found.isEmpty()) {
                found = new ArrayList<>();
            }
            found.add(new Sighting(entry.name.secret(), entry.name.label(), form, offset, entry.ended));
        }
    }

    private boolean allHex(int first, int count) {
        for (int i = first; i < first + count; i++) {
            if (HEX_VALUES[data[i] & 0xFF] < 0) {
                return false;
            }
        }
        return true;
    }

    private int halfByte(int index) {
        int b = data[index / 2];
        return (index % 2 == 0 ? b >> 4 : b) & 15;
    }

    private static byte[] hexValues() {
        byte[] values = new byte[256];
        for (int c = 0; c < 256; c++) {
            values[c] = (byte) Hex.value((char) c);
        }
        return values;
    }
}
