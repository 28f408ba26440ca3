package dev.counterfoil.protocol.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds frames in what comes down the line.
 *
 * <p>Bytes before a start byte are skipped; a frame with a wrong CRC is dropped whole and not searched again, so that
 * each byte is looked at twice at most, whatever the noise.
 */
final class FrameHunter {
    private final byte[] buffer = new byte[LinkFrame.DATA_HEAD_BYTES + LinkFrame.LIMIT_BYTES + LinkFrame.CRC_BYTES];
    private int filled;

    /** The frames that {@code chunk} completes; null stands for a data frame that was harmed. */
    List<@Nullable LinkFrame> feed(byte[] chunk) {
        List<@Nullable LinkFrame> found = new ArrayList<>();
        for (byte b : chunk) {
            if (filled == 0 && !starts(b)) {
                continue;
            }
            buffer[filled++] = b;
            int length = length();
            if (length < 0) {
                filled = 0;
                found.add(null);
            } else if (filled == length) {
                filled = 0;
                LinkFrame frame = LinkFrame.decode(buffer, 0, length);
                if (frame != null || isData()) {
                    found.add(frame);
                }
            }
        }
        return found;
    }

    private static boolean starts(byte b) {
        for (LinkFrame.Kind kind : LinkFrame.Kind.values()) {
            if (kind.code == b) {
                return true;
            }
        }
        return false;
    }

    private boolean isData() {
        return buffer[0] == LinkFrame.Kind.DATA.code;
    }

    /** Length of the frame that has begun; large while it is not known, -1 when it cannot be. */
    private int length() {
        if (!isData()) {
            return 2 + LinkFrame.CRC_BYTES;
        }
        if (filled < LinkFrame.DATA_HEAD_BYTES) {
            return Integer.MAX_VALUE;
        }
        int payload = ((buffer[2] & 0xFF) << 8) | (buffer[3] & 0xFF);
        return payload > LinkFrame.LIMIT_BYTES ? -1 : LinkFrame.DATA_HEAD_BYTES + payload + LinkFrame.CRC_BYTES;
    }

    /** Bytes of a frame that has begun. */
    int pending() {
        return filled;
    }

    /** Forgets a frame that has begun; true when there was one of data. */
    boolean drop() {
        boolean data = filled > 0 && isData();
        filled = 0;
        return data;
    }
}
