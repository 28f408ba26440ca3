package dev.counterfoil.protocol.link;

import dev.counterfoil.codec.Checksums;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the line.
 *
 * <p>The three kinds differ in their first byte; only data has a length and a payload.
 */
final class LinkFrame {
    /** First byte of a frame. */
    enum Kind {
        DATA(0x02),
        ACK(0x06),
        NAK(0x15);

        final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    /** Largest payload, bytes. */
    static final int LIMIT_BYTES = 4096;

    static final int DATA_HEAD_BYTES = 4;
    static final int CRC_BYTES = 2;

    private final Kind kind;
    private final int sequence;
    private final byte[] payload;

    private LinkFrame(Kind kind, int sequence, byte[] payload) {
        this.kind = kind;
        this.sequence = sequence;
        this.payload = payload;
    }

    static LinkFrame data(int sequence, byte[] payload) {
        if (payload.length > LIMIT_BYTES) {
            throw new IllegalArgumentException("payload of " + payload.length + " bytes, at most " + LIMIT_BYTES);
        }
        return new LinkFrame(Kind.DATA, sequence, payload.clone());
    }

    static LinkFrame ack(int sequence) {
        return new LinkFrame(Kind.ACK, sequence, new byte[0]);
    }

    static LinkFrame nak(int sequence) {
        return new LinkFrame(Kind.NAK, sequence, new byte[0]);
    }

    Kind kind() {
        return kind;
    }

    /** 0 to 255. */
    int sequence() {
        return sequence;
    }

    byte[] payload() {
        return payload.clone();
    }

    byte[] encode() {
        int head = kind == Kind.DATA ? DATA_HEAD_BYTES : 2;
        byte[] out = new byte[head + payload.length + CRC_BYTES];
        out[0] = (byte) kind.code;
        out[1] = (byte) sequence;
        if (kind == Kind.DATA) {
            out[2] = (byte) (payload.length >> 8);
            out[3] = (byte) payload.length;
        }
        System.arraycopy(payload, 0, out, head, payload.length);
        int crc = Checksums.crc16Ccitt(out, 0, out.length - CRC_BYTES);
        out[out.length - 2] = (byte) (crc >> 8);
        out[out.length - 1] = (byte) crc;
        return out;
    }

    /** The frame that fills {@code length} bytes from {@code offset}, or null when its CRC is wrong. */
    static @Nullable LinkFrame decode(byte[] data, int offset, int length) {
        int end = offset + length - CRC_BYTES;
        int crc = ((data[end] & 0xFF) << 8) | (data[end + 1] & 0xFF);
        if (crc != Checksums.crc16Ccitt(data, offset, length - CRC_BYTES)) {
            return null;
        }
        int sequence = data[offset + 1] & 0xFF;
        return switch (data[offset]) {
            case 0x06 -> ack(sequence);
            case 0x15 -> nak(sequence);
            default -> new LinkFrame(Kind.DATA, sequence, Arrays.copyOfRange(data, offset + DATA_HEAD_BYTES, end));
        };
    }

    @Override
    public String toString() {
        return kind + " " + sequence + (kind == Kind.DATA ? " (" + payload.length + " bytes)" : "");
    }
}
