package dev.counterfoil.protocol.padlink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of bytes into frames and the single bytes between them (pressed keys).
 *
 * <p>It only finds the ends: whether the LRC is right, {@link PadCommand#decode} and {@link PadReply#decode} say. What
 * begins like a frame and is none falls apart into single bytes, so the pieces joined are always the stream.
 */
public final class PadFrameReader {
    /** The silence after which a frame that has begun will not end: 1 second, ours. */
    public static final long LONGEST_GAP_NANOS = 1_000_000_000;

    private static final byte[] NONE = {};

    private byte[] pending = NONE;
    private long fedAtNanos;

    /** As {@link #feed(byte[])}, where a frame that began before a silence is forgotten. */
    public List<byte[]> feed(byte[] chunk, long nowNanos) {
        if (nowNanos - fedAtNanos > LONGEST_GAP_NANOS) {
            reset();
        }
        fedAtNanos = nowNanos;
        return feed(chunk);
    }

    /** The pieces that are complete with this chunk, in order; may be none. */
    public List<byte[]> feed(byte[] chunk) {
        if (pending.length == 0 && chunk.length > 0 && pieceBytes(chunk, 0) == chunk.length) {
            return List.of(chunk);
        }
        byte[] all = Arrays.copyOf(pending, pending.length + chunk.length);
        System.arraycopy(chunk, 0, all, pending.length, chunk.length);
        List<byte[]> pieces = new ArrayList<>();
        int at = 0;
        while (at < all.length) {
            int size = pieceBytes(all, at);
            if (size < 0) {
                break;
            }
            pieces.add(Arrays.copyOfRange(all, at, at + size));
            at += size;
        }
        pending = at == all.length ? NONE : Arrays.copyOfRange(all, at, all.length);
        return pieces;
    }

    /** Bytes of a frame that has begun and not ended. */
    public int pending() {
        return pending.length;
    }

    /** Forgets a frame that will not end, as after a silence. */
    public void reset() {
        pending = NONE;
    }

    /** Size of the piece that begins at {@code at}, or -1 when it may still become a frame. */
    private static int pieceBytes(byte[] all, int at) {
        if (all[at] != PadFrame.STX) {
            return 1;
        }
        byte[] rest = at == 0 ? all : Arrays.copyOfRange(all, at, all.length);
        if (!digitsSoFar(rest)) {
            return 1;
        }
        int head = PadFrame.headBytes(rest, rest.length);
        if (head < 0) {
            return -1;
        }
        int length = PadFrame.lengthBytes(rest, head);
        int etx = head + length;
        if (length < 0 || (rest.length > etx && rest[etx] != PadFrame.ETX)) {
            return 1;
        }
        int whole = etx + PadFrame.TAIL_BYTES;
        return rest.length < whole ? -1 : whole;
    }

    private static boolean digitsSoFar(byte[] rest) {
        for (int i = 1; i < rest.length && i < PadFrame.SHORT_HEAD_BYTES; i++) {
            if (rest[i] < '0' || rest[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
