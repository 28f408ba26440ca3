package dev.counterfoil.protocol.injection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds frames by their head and length; what begins like a frame and is none is dropped byte by byte. */
final class XgdReader implements Framing.Reader {
    static final int LONGEST_DATA_BYTES = 1_024;
    private static final byte[] NOTHING = {};

    private byte[] pending = NOTHING;

    @Override
    public List<byte[]> feed(byte[] chunk) {
        byte[] all = Arrays.copyOf(pending, pending.length + chunk.length);
        System.arraycopy(chunk, 0, all, pending.length, chunk.length);
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (at < all.length) {
            int left = all.length - at;
            int size = Xgd.size(all, at, left);
            if (size < 0) {
                at++;
            } else if (size == 0 || size > left) {
                break;
            } else {
                frames.add(Arrays.copyOfRange(all, at, at + size));
                at += size;
            }
        }
        pending = at == all.length ? NOTHING : Arrays.copyOfRange(all, at, all.length);
        return frames;
    }

    @Override
    public void reset() {
        pending = NOTHING;
    }
}
