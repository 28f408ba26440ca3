package dev.counterfoil.reports.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Packs text for a page: raw DEFLATE (RFC 1951) in one block with a Huffman code of its own, then Base64. Browsers
 * unpack it with {@code DecompressionStream}. The JDK's own packer is not used because its bytes depend on the zlib of
 * the machine, and equal runs must give equal pages.
 */
final class Packed {
    private static final int WINDOW = 32_768;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;
    private static final int TRIES = 64;
    /** A copy shorter than this gives way to a longer one a byte later. */
    private static final int LAZY = 32;

    private static final int HASH_BITS = 15;
    private static final int END_OF_BLOCK = 256;

    /** First length of each length code from 257 on, RFC 1951 section 3.2.5. */
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };

    private static final int[] LENGTH_EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    /** In this order the lengths of the code of lengths are told, RFC 1951 section 3.2.7. */
    private static final int[] TOLD = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int SYMBOLS = 286;
    private static final int DISTANCES = 30;
    private static final int LONGEST_CODE = 15;
    private static final int LONGEST_CODE_OF_LENGTHS = 7;
    private static final int LITERAL = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] data;
    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] older;
    /** Two numbers a token: a byte and {@link #LITERAL}, or a length and a distance. */
    private int[] tokens = new int[1024];

    private int tokenCount;
    private long bits;
    private int bitCount;

    private Packed(byte[] data) {
        this.data = data;
        this.older = new int[data.length + 1];
    }

    /** The text packed, as Base64. */
    static String base64(String text) {
        Packed packed = new Packed(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(packed.pack());
    }

    private byte[] pack() {
        int at = 0;
        while (at < data.length) {
            at += step(at);
        }
        int[] symbols = new int[SYMBOLS];
        int[] distances = new int[DISTANCES];
        symbols[END_OF_BLOCK] = 1;
        distances[0] = 1;
        for (int i = 0; i < tokenCount; i += 2) {
            if (tokens[i + 1] == LITERAL) {
                symbols[tokens[i]]++;
            } else {
                symbols[257 + lengthCode(tokens[i])]++;
                distances[distanceCode(tokens[i + 1] - 1)]++;
            }
        }
        Huffman symbolCode = Huffman.of(symbols, LONGEST_CODE);
        Huffman distanceCode = Huffman.of(distances, LONGEST_CODE);
        put(1, 1);
        put(2, 2);
        head(symbolCode, distanceCode);
        for (int i = 0; i < tokenCount; i += 2) {
            if (tokens[i + 1] == LITERAL) {
                put(symbolCode, tokens[i]);
            } else {
                copy(symbolCode, distanceCode, tokens[i], tokens[i + 1]);
            }
        }
        put(symbolCode, END_OF_BLOCK);
        put(0, 7);
        return out.toByteArray();
    }

    /** Tells both codes by the lengths of their codes, each length in a code of its own. */
    private void head(Huffman symbolCode, Huffman distanceCode) {
        int symbols = symbolCode.used(257);
        int distances = distanceCode.used(1);
        int[] lengths = new int[symbols + distances];
        int[] frequencies = new int[TOLD.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = i < symbols ? symbolCode.length(i) : distanceCode.length(i - symbols);
            frequencies[lengths[i]]++;
        }
        Huffman lengthCode = Huffman.of(frequencies, LONGEST_CODE_OF_LENGTHS);
        put(symbols - 257, 5);
        put(distances - 1, 5);
        put(TOLD.length - 4, 4);
        for (int length : TOLD) {
            put(lengthCode.length(length), 3);
        }
        for (int length : lengths) {
            put(lengthCode, length);
        }
    }

    /** Takes a literal or a copy and says how many bytes it stands for. */
    private int step(int at) {
        long found = longest(at);
        int best = (int) (found >>> Integer.SIZE);
        remember(at);
        boolean literal = best < SHORTEST || best < LAZY && longest(at + 1) >>> Integer.SIZE > best;
        token(literal ? data[at] & 0xFF : best, literal ? LITERAL : (int) found);
        int length = literal ? 1 : best;
        for (int i = at + 1; i < at + length; i++) {
            remember(i);
        }
        return length;
    }

    /** The longest copy for what stands at a place: its length in the upper half, its distance in the lower. */
    private long longest(int at) {
        long best = 0;
        int from = at + SHORTEST <= data.length ? newest[hash(at)] - 1 : -1;
        for (int tries = TRIES; from >= 0 && at - from <= WINDOW && tries > 0; tries--) {
            long length = match(from, at);
            if (length > best >>> Integer.SIZE) {
                best = length << Integer.SIZE | (at - from);
            }
            from = length == LONGEST ? -1 : older[from] - 1;
        }
        return best;
    }

    private void token(int value, int distance) {
        if (tokenCount == tokens.length) {
            tokens = Arrays.copyOf(tokens, tokenCount * 2);
        }
        tokens[tokenCount++] = value;
        tokens[tokenCount++] = distance;
    }

    private int match(int from, int at) {
        int most = Math.min(LONGEST, data.length - at);
        int length = 0;
        while (length < most && data[from + length] == data[at + length]) {
            length++;
        }
        return length;
    }

    private void remember(int at) {
        if (at + SHORTEST <= data.length) {
            int hash = hash(at);
            older[at] = newest[hash];
            newest[hash] = at + 1;
        }
    }

    private int hash(int at) {
        int three = (data[at] & 0xFF) << 16 | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF);
        return (three * 0x9E3779B1) >>> (32 - HASH_BITS);
    }

    private void copy(Huffman symbolCode, Huffman distances, int length, int distance) {
        int code = lengthCode(length);
        put(symbolCode, 257 + code);
        put(length - LENGTH_BASE[code], LENGTH_EXTRA[code]);
        int offset = distance - 1;
        put(distances, distanceCode(offset));
        int extra = extraBits(offset);
        put(offset & ((1 << extra) - 1), extra);
    }

    private static int lengthCode(int length) {
        int code = LENGTH_BASE.length - 1;
        while (LENGTH_BASE[code] > length) {
            code--;
        }
        return code;
    }

    private static int extraBits(int offset) {
        return offset < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(offset);
    }

    private static int distanceCode(int offset) {
        int extra = extraBits(offset);
        return offset < 4 ? offset : 2 * extra + (offset >>> extra);
    }

    private void put(Huffman code, int symbol) {
        put(code.code(symbol), code.length(symbol));
    }

    private void put(int value, int length) {
        bits |= (long) value << bitCount;
        bitCount += length;
        while (bitCount >= 8) {
            out.write((int) bits & 0xFF);
            bits >>>= 8;
            bitCount -= 8;
        }
    }
}
