package dev.counterfoil.protocol.apdu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts what the contacts carry into resets, answers to reset and T=1 blocks, either direction. Bytes that begin none of
 * them come out singly; whether a piece is good, {@link Atr#whole} and {@link CardBlock#apdu} say.
 */
public final class CardReader {
    private static final byte[] NONE = {};

    private byte[] pending = NONE;

    /** The pieces that are complete with this chunk, in order; may be none. */
    public List<byte[]> feed(byte[] chunk) {
        byte[] all = Arrays.copyOf(pending, pending.length + chunk.length);
        System.arraycopy(chunk, 0, all, pending.length, chunk.length);
        List<byte[]> pieces = new ArrayList<>();
        int at = 0;
        while (at < all.length) {
            byte[] rest = at == 0 ? all : Arrays.copyOfRange(all, at, all.length);
            int size = pieceBytes(rest);
            if (size < 0 || size > rest.length) {
                break;
            }
            pieces.add(Arrays.copyOf(rest, size));
            at += size;
        }
        pending = at == all.length ? NONE : Arrays.copyOfRange(all, at, all.length);
        return pieces;
    }

    /** Bytes of a piece that has begun and not ended. */
    public int pending() {
        return pending.length;
    }

    /** Forgets what has begun, as when a card is pulled. */
    public void reset() {
        pending = NONE;
    }

    private static int pieceBytes(byte[] rest) {
        return switch (rest[0]) {
            case CardBlock.NAD -> rest.length < CardBlock.HEAD_BYTES ? -1 : CardBlock.HEAD_BYTES + (rest[2] & 0xFF) + 1;
            case Atr.DIRECT_CONVENTION, Atr.INVERSE_CONVENTION -> Atr.lengthBytes(rest);
            default -> 1;
        };
    }
}
