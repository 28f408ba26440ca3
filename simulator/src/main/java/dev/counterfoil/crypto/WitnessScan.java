package dev.counterfoil.crypto;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.SecretIndex.TailFilter;
import dev.counterfoil.crypto.SecretIndex.Windows;
import dev.counterfoil.crypto.SecretTable.Entry;
import dev.counterfoil.crypto.Sighting.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One pass over a range of bytes. The last 4 bytes roll along, beside them the last 8 half bytes that end in the middle
 * of a byte; runs of ASCII hex digits are passed once more with their last 8 digits. A bit field says of each whether a
 * secret's window may end there, and only then is anything looked up.
 */
final class WitnessScan {
    private static final byte[] HEX_VALUES = hexValues();

    /** The fewest hex digits that make a sought pattern: a run of these covers a place that {@link #hexRuns} visits. */
    private static final int SHORTEST_HEX_RUN = 2 * SecretPattern.SHORTEST;

    private final Witness witness;
    private final SecretIndex index;
    private final byte[] data;
    private final int start;
    private final int end;
    private final List<Sighting> found = new ArrayList<>();

    WitnessScan(Witness witness, SecretIndex index, byte[] data, int start, int end) {
        this.witness = witness;
        this.index = index;
        this.data = data;
        this.start = start;
        this.end = end;
    }

    /** The sightings, ordered by their offsets. */
    List<Sighting> run() {
        bytes();
        hexRuns();
        found.sort(Comparator.comparingInt(Sighting::offset));
        return found;
    }

    private void bytes() {
        for (int at = nextTail(start); at < end; at = nextTail(at + 1)) {
            raw(index.wide, 8, at - 7);
            raw(index.narrow, 4, at - 3);
            packed(index.widePacked, 16, 2 * at - 14);
            packed(index.widePacked, 16, 2 * at - 15);
            packed(index.narrowPacked, 8, 2 * at - 6);
            packed(index.narrowPacked, 8, 2 * at - 7);
        }
    }

    /**
     * Where a window may end, from {@code from} on, or the end of the range. The loop calls nothing: it is the cost.
     */
    private int nextTail(int from) {
        TailFilter any = index.any;
        TailFilter packed = index.packed;
        int tail = 0;
        for (int at = Math.max(start, from - 4); at < from; at++) {
            tail = (tail << 8) | (data[at] & 0xFF);
        }
        for (int at = from; at < end; at++) {
            int b = data[at] & 0xFF;
            int odd = (tail << 4) | (b >>> 4);
            tail = (tail << 8) | b;
            if (((any.test(tail) | packed.test(odd)) & 1) != 0) {
                return at;
            }
        }
        return end;
    }

    private void hexRuns() {
        int from = start;
        for (int at = start + SHORTEST_HEX_RUN - 1; at < end; at = from + SHORTEST_HEX_RUN - 1) {
            from = at + 1;
            if (hexAt(at) >= 0) {
                int first = at;
                while (first > start && hexAt(first - 1) >= 0) {
                    first--;
                }
                while (from < end && hexAt(from) >= 0) {
                    from++;
                }
                if (from - first >= SHORTEST_HEX_RUN) {
                    hexRun(first, from);
                }
            }
        }
    }

    private void hexRun(int first, int after) {
        for (int at = nextHexTail(first, first, after); at < after; at = nextHexTail(at + 1, first, after)) {
            hex(index.wide, 16, at - 15, first, after);
            hex(index.narrow, 8, at - 7, first, after);
        }
    }

    private int nextHexTail(int from, int first, int after) {
        TailFilter any = index.any;
        int tail = 0;
        for (int at = Math.max(first, from - 8); at < from; at++) {
            tail = (tail << 4) | hexAt(at);
        }
        for (int at = from; at < after; at++) {
            tail = (tail << 4) | hexAt(at);
            if ((any.test(tail) & 1) != 0) {
                return at;
            }
        }
        return after;
    }

    private void raw(Windows windows, int width, int first) {
        if (first < start) {
            return;
        }
        long window = 0;
        for (int i = first; i < first + width; i++) {
            window = (window << 8) | (data[i] & 0xFF);
        }
        for (long left = windows.lengths(window); left != 0; left &= left - 1) {
            int length = shortest(left);
            if (first + length <= end) {
                byte[] candidate = new byte[length];
                System.arraycopy(data, first, candidate, 0, length);
                compare(candidate, Form.RAW, first);
            }
        }
    }

    private void hex(Windows windows, int width, int first, int runStart, int runEnd) {
        if (first < runStart) {
            return;
        }
        long window = 0;
        for (int i = first; i < first + width; i++) {
            window = (window << 4) | hexAt(i);
        }
        for (long left = windows.lengths(window); left != 0; left &= left - 1) {
            int length = shortest(left);
            if (first + 2 * length <= runEnd) {
                byte[] candidate = new byte[length];
                for (int i = 0, at = first; i < length; i++, at += 2) {
                    candidate[i] = (byte) ((hexAt(at) << 4) | hexAt(at + 1));
                }
                compare(candidate, Form.HEX, first);
            }
        }
    }

    /** Looks at packed digits from half byte {@code first}, counted from the beginning of the array. */
    private void packed(Windows windows, int width, int first) {
        if (first < 2 * start) {
            return;
        }
        long window = 0;
        for (int i = first; i < first + width; i++) {
            window = (window << 4) | halfByte(i);
        }
        for (long left = windows.lengths(window); left != 0; left &= left - 1) {
            int length = shortest(left);
            if (first + length <= 2 * end) {
                byte[] candidate = new byte[length];
                for (int i = 0; i < length; i++) {
                    candidate[i] = SecretPattern.unpacked(halfByte(first + i));
                }
                compare(candidate, Form.BCD, first / 2);
            }
        }
    }

    private void compare(byte[] candidate, Form form, int offset) {
        SecretPattern.fold(candidate);
        for (Entry entry : witness.known(candidate)) {
            found.add(new Sighting(entry.secret, entry.label, form, offset, entry.ended));
        }
    }

    private static int shortest(long lengths) {
        return Long.numberOfTrailingZeros(lengths) + 1;
    }

    private int hexAt(int at) {
        return HEX_VALUES[data[at] & 0xFF];
    }

    private int halfByte(int half) {
        int b = data[half / 2];
        return (half % 2 == 0 ? b >> 4 : b) & 15;
    }

    private static byte[] hexValues() {
        byte[] values = new byte[256];
        for (int c = 0; c < 256; c++) {
            values[c] = (byte) Hex.value((char) c);
        }
        return values;
    }
}
