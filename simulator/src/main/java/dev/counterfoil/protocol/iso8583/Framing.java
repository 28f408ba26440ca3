package dev.counterfoil.protocol.iso8583;

import dev.counterfoil.codec.Malformed;

/**
 * What stands before the message type: length, TPDU, LRI block, header.
 *
 * @param lengthBytes 2, or 0 when the frame has no length of its own
 * @param tpduBytes 5 or 0
 * @param lriBytes 0, 14 or 33: the line record of a network access controller
 * @param headerBytes 6, or 2 for a bare version, or 0
 */
record Framing(int lengthBytes, int tpduBytes, int lriBytes, int headerBytes) {
    /** The smallest frame that has a message type and a bitmap. */
    int minimumBytes() {
        return mtiOffset() + 10;
    }

    int tpduOffset() {
        return lengthBytes;
    }

    int lriOffset() {
        return lengthBytes + tpduBytes;
    }

    int headerOffset() {
        return lriOffset() + lriBytes;
    }

    int mtiOffset() {
        return headerOffset() + headerBytes;
    }

    /** Checks all that can be said of a frame before its fields are read. */
    void check(byte[] frame) {
        if (frame.length < minimumBytes()) {
            throw new Malformed(
                    "frame",
                    frame.length,
                    "at least " + minimumBytes() + " bytes, to the end of the bitmap",
                    frame.length + " bytes");
        }
        if (lengthBytes == 2) {
            int declared = ((frame[0] & 0xFF) << 8) | (frame[1] & 0xFF);
            if (declared != frame.length - 2) {
                int lack = declared - frame.length + 2;
                String what = lack > 0 ? lack + " bytes are missing" : -lack + " bytes are too many";
                throw new Malformed(
                        "length", 0, "the " + (frame.length - 2) + " bytes that follow", declared + ": " + what);
            }
        }
    }
}
