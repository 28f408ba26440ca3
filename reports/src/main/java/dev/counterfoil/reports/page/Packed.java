package dev.counterfoil.reports.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Packs text for a page: raw DEFLATE (RFC 1951) in one block of fixed Huffman codes, then Base64. Browsers unpack
 * it with {@code DecompressionStream}. The JDK's own packer is not used because its bytes depend on the zlib of the
 * machine, and equal runs must give equal pages.
 */
final class Packed {
    private static final int WINDOW = 32_768;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;
    private static final int TRIES = 64;
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

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] data;
    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] older;
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
        put(1, 1);
        put(1, 2);
        int at = 0;
        while (at < data.length) {
            at += step(at);
        }
        symbol(END_OF_BLOCK);
        put(0, 7);
        return out.toByteArray();
    }

    /** Writes a literal or a copy and says how many bytes it stands for. */
    private int step(int at) {
        int best = 0;
        int distance = 0;
        int from = at + SHORTEST <= data.length ? newest[hash(at)] - 1 : -1;
        for (int tries = TRIES; from >= 0 && at - from <= WINDOW && tries > 0; tries--) {
            int length = match(from, at);
            if (length > best) {
                best = length;
                distance = at - from;
            }
            from = older[from] - 1;
        }
        int length = best < SHORTEST ? 1 : best;
        if (length == 1) {
            symbol(data[at] & 0xFF);
        } else {
            copy(length, distance);
        }
        for (int i = at; i < at + length; i++) {
            remember(i);
        }
        return length;
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

    private void copy(int length, int distance) {
        int code = LENGTH_BASE.length - 1;
        while (LENGTH_BASE[code] > length) {
            code--;
        }
        symbol(257 + code);
        put(length - LENGTH_BASE[code], LENGTH_EXTRA[code]);
        int offset = distance - 1;
        int extra = offset < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(offset);
        int distanceCode = offset < 4 ? offset : 2 * extra + (offset >>> extra);
        putHuffman(distanceCode, 5);
        put(offset & ((1 << extra) - 1), extra);
    }

    /** The fixed codes of RFC 1951 section 3.2.6. */
    private void symbol(int symbol) {
        if (symbol < 144) {
            putHuffman(0x30 + symbol, 8);
        } else if (symbol < 256) {
            putHuffman(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            putHuffman(symbol - 256, 7);
        } else {
            putHuffman(0xC0 + symbol - 280, 8);
        }
    }

    private void putHuffman(int code, int length) {
        put(Integer.reverse(code) >>> (32 - length), length);
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
