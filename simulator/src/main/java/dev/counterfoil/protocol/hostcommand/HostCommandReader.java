package dev.counterfoil.protocol.hostcommand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a byte stream into host command frames, however the stream was split.
 *
 * <p>A 2-byte big-endian length decides where each frame ends; bytes of an unfinished frame wait for the next chunk, at
 * most 65,536 of them.
 */
public final class HostCommandReader {
    private byte[] pending = {};

    /** The frames that {@code chunk} completes, in order, each with its 2-byte length. */
    public List<byte[]> feed(byte[] chunk) {
        if (pending.length == 0 && endOfFrame(chunk, 0) == chunk.length) {
            return List.of(chunk);
        }
        byte[] data = Arrays.copyOf(pending, pending.length + chunk.length);
        System.arraycopy(chunk, 0, data, pending.length, chunk.length);
        List<byte[]> frames = new ArrayList<>();
        int start = 0;
        int end = endOfFrame(data, start);
        while (end >= 0 && end <= data.length) {
            frames.add(Arrays.copyOfRange(data, start, end));
            start = end;
            end = endOfFrame(data, start);
        }
        pending = Arrays.copyOfRange(data, start, data.length);
        return frames;
    }

    /** How many bytes of an unfinished frame are held. */
    public int pending() {
        return pending.length;
    }

    private static int endOfFrame(byte[] data, int start) {
        if (data.length - start < HostCommandFrame.LENGTH_BYTES) {
            return -1;
        }
        int length = (data[start] & 0xFF) << 8 | (data[start + 1] & 0xFF);
        return start + HostCommandFrame.LENGTH_BYTES + length;
    }
}
