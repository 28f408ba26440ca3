package dev.counterfoil.protocol.padlink;

import dev.counterfoil.codec.Checksums;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One frame: {@code 02 | LEN | DATA | 03 | LRC}. LEN counts DATA in 3 decimal ASCII digits; {@code 000} stands for 4
 * more digits. LRC is the exclusive or from after 02 through 03, as 2 upper-case ASCII hex digits.
 */
final class PadFrame {
    static final int LONGEST_DATA_BYTES = 9999;
    static final byte STX = 0x02;
    static final byte ETX = 0x03;
    static final int SHORT_HEAD_BYTES = 4;
    static final int LONG_HEAD_BYTES = 8;
    static final int TAIL_BYTES = 3;

    private static final int LONGEST_SHORT_DATA_BYTES = 999;
    private static final String PATH = "pad frame";

    private PadFrame() {}

    /** The frame around 1 to 9999 bytes of data. */
    static byte[] of(byte[] data) {
        if (data.length == 0 || data.length > LONGEST_DATA_BYTES) {
            throw new IllegalArgumentException("a pad frame holds 1 to 9999 bytes, not " + data.length);
        }
        boolean isShort = data.length <= LONGEST_SHORT_DATA_BYTES;
        String length = isShort ? Fields.decimal(data.length, 3) : "000" + Fields.decimal(data.length, 4);
        byte[] head = ascii((char) STX + length);
        byte[] frame = Arrays.copyOf(head, head.length + data.length + TAIL_BYTES);
        int etx = head.length + data.length;
        System.arraycopy(data, 0, frame, head.length, data.length);
        frame[etx] = ETX;
        System.arraycopy(lrc(frame, etx), 0, frame, etx + 1, 2);
        return frame;
    }

    /**
     * The data of a whole frame.
     *
     * @throws Malformed when it is no frame or its LRC is wrong
     */
    static byte[] data(byte[] frame) {
        if (!intact(frame)) {
            throw new Malformed(PATH, 0, "a frame of the length it states, with its LRC", frame.length + " bytes");
        }
        return Arrays.copyOfRange(frame, headBytes(frame, frame.length), frame.length - TAIL_BYTES);
    }

    /** Whether these are the bytes of one frame with a right LRC. */
    static boolean intact(byte[] frame) {
        int head = headBytes(frame, frame.length);
        int length = head < 0 ? -1 : lengthBytes(frame, head);
        if (length < 1 || frame.length != head + length + TAIL_BYTES) {
            return false;
        }
        int etx = head + length;
        byte[] lrc = lrc(frame, etx);
        return frame[etx] == ETX && frame[etx + 1] == lrc[0] && frame[etx + 2] == lrc[1];
    }

    /** Bytes before DATA of a frame that begins {@code bytes}, or -1 when there are too few bytes to tell. */
    static int headBytes(byte[] bytes, int count) {
        if (count < SHORT_HEAD_BYTES) {
            return -1;
        }
        boolean isLong = bytes[1] == '0' && bytes[2] == '0' && bytes[3] == '0';
        int head = isLong ? LONG_HEAD_BYTES : SHORT_HEAD_BYTES;
        return count < head ? -1 : head;
    }

    /** The length that a head of 4 or 8 bytes states, or -1 when it is no head. */
    static int lengthBytes(byte[] bytes, int head) {
        int length = 0;
        for (int i = 1; i < head; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            length = 10 * length + digit;
        }
        return bytes[0] == STX && length > 0 ? length : -1;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1);
    }

    private static byte[] lrc(byte[] frame, int etx) {
        int lrc = Checksums.lrc(frame, 1, etx);
        return new byte[] {(byte) Hex.digit(lrc >> 4), (byte) Hex.digit(lrc)};
    }
}
