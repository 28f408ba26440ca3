package dev.counterfoil.protocol.injection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds 02 .. 03 and the byte behind it; another 02 before 03 begins anew. */
final class FuturexReader implements Framing.Reader {
    private static final int LONGEST_BYTES = 512;
    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;

    private final byte[] frame = new byte[LONGEST_BYTES];
    private int filled;
    private boolean ended;

    @Override
    public List<byte[]> feed(byte[] chunk) {
        List<byte[]> frames = new ArrayList<>();
        for (byte b : chunk) {
            if (ended) {
                frame[filled++] = b;
                frames.add(Arrays.copyOf(frame, filled));
                reset();
            } else if (b == STX) {
                frame[0] = b;
                filled = 1;
            } else if (filled > 0) {
                take(b);
            }
        }
        return frames;
    }

    private void take(byte b) {
        frame[filled++] = b;
        ended = b == ETX;
        if (filled == LONGEST_BYTES) {
            reset();
        }
    }

    @Override
    public void reset() {
        filled = 0;
        ended = false;
    }
}
