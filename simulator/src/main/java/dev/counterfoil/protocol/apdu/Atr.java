package dev.counterfoil.protocol.apdu;

import dev.counterfoil.codec.Checksums;
import org.jspecify.annotations.Nullable;

/** The answer to reset (ISO 7816-3 clause 8): TS, T0, interface bytes, historical bytes, TCK. */
public final class Atr {
    static final byte DIRECT_CONVENTION = 0x3B;
    static final byte INVERSE_CONVENTION = 0x3F;

    private static final int LONGEST_BYTES = 33;

    private Atr() {}

    /** The answer of a card that speaks T=1 only, with 0 to 15 historical bytes. */
    public static byte[] withHistory(byte[] history) {
        byte[] atr = new byte[4 + history.length];
        atr[0] = DIRECT_CONVENTION;
        atr[1] = (byte) (0x80 | history.length);
        atr[2] = 0x01;
        System.arraycopy(history, 0, atr, 3, history.length);
        atr[atr.length - 1] = (byte) Checksums.lrc(atr, 1, atr.length - 2);
        return atr;
    }

    /** Whether these are the bytes of a whole answer to reset, with a right TCK where there must be one. */
    public static boolean whole(byte[] bytes) {
        Shape shape = shape(bytes);
        return shape != null
                && shape.lengthBytes == bytes.length
                && (!shape.tck || Checksums.lrc(bytes, 1, bytes.length - 1) == 0);
    }

    /** The length of the answer that begins so, or -1 when there are too few bytes to tell. */
    static int lengthBytes(byte[] bytes) {
        Shape shape = shape(bytes);
        return shape == null ? -1 : shape.lengthBytes;
    }

    /** Follows the interface bytes: the high half of T0 and of each TD says which come next. */
    private static @Nullable Shape shape(byte[] bytes) {
        boolean tck = false;
        int at = 1;
        while (at < bytes.length && at < LONGEST_BYTES) {
            int present = bytes[at] >> 4 & 0x0F;
            tck |= at > 1 && (bytes[at] & 0x0F) != 0;
            at += Integer.bitCount(present);
            if ((present & 8) == 0) {
                return new Shape(at + 1 + (bytes[1] & 0x0F) + (tck ? 1 : 0), tck);
            }
        }
        return null;
    }

    /** @param tck whether a check byte ends it: when any protocol but T=0 is offered */
    private record Shape(int lengthBytes, boolean tck) {}
}
