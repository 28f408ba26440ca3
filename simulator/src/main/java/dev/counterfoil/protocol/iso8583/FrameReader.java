package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Malformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a byte stream into frames by their two-byte length, big-endian, which does not count itself.
 *
 * <p>Frames come out whole, length included, as {@link Dialect#unpack} takes them. Each byte is copied once, however
 * the stream is split.
 */
public final class FrameReader {
    /** Largest frame accepted unless said otherwise, bytes after the length. */
    public static final int DEFAULT_LIMIT_BYTES = 8192;

    private final int limitBytes;
    private int firstLengthByte = -1;
    private byte @Nullable [] frame;
    private int filled;

    public FrameReader() {
        this(DEFAULT_LIMIT_BYTES);
    }

    /** A reader that refuses frames of more than {@code limitBytes} after the length, 1 to 65535. */
    public FrameReader(int limitBytes) {
        if (limitBytes < 1 || limitBytes > 0xFFFF) {
            throw new IllegalArgumentException("limit of " + limitBytes + " bytes, 1 to 65535 expected");
        }
        this.limitBytes = limitBytes;
    }

    /**
     * The frames that {@code chunk} completes, in order.
     *
     * @throws Malformed when a length is zero or above the limit; the stream cannot be followed after that
     */
    public List<byte[]> feed(byte[] chunk) {
        List<byte[]> frames = new ArrayList<>();
        int p = 0;
        while (p < chunk.length) {
            byte[] current = frame;
            if (current == null) {
                begin(chunk[p++] & 0xFF);
                continue;
            }
            int taken = Math.min(current.length - filled, chunk.length - p);
            System.arraycopy(chunk, p, current, filled, taken);
            p += taken;
            filled += taken;
            if (filled == current.length) {
                frames.add(current);
                frame = null;
            }
        }
        return frames;
    }

    private void begin(int lengthByte) {
        if (firstLengthByte < 0) {
            firstLengthByte = lengthByte;
            return;
        }
        int length = (firstLengthByte << 8) | lengthByte;
        if (length == 0 || length > limitBytes) {
            throw new Malformed("length", 0, "1 to " + limitBytes, Integer.toString(length));
        }
        byte[] next = new byte[length + 2];
        next[0] = (byte) firstLengthByte;
        next[1] = (byte) lengthByte;
        firstLengthByte = -1;
        filled = 2;
        frame = next;
    }

    /** Bytes of the unfinished frame when it is whole, its length included; 2 while the length is not known. */
    public int wanted() {
        return frame != null ? frame.length : 2;
    }

    /** Bytes of an unfinished frame that have come so far. */
    public int pending() {
        return frame != null ? filled : firstLengthByte >= 0 ? 1 : 0;
    }
}
