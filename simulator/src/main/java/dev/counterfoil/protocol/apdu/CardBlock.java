package dev.counterfoil.protocol.apdu;

import dev.counterfoil.codec.Checksums;
import dev.counterfoil.codec.Malformed;
import java.util.Arrays;

/**
 * A T=1 block (ISO 7816-3 clause 11) that holds one whole APDU: {@code NAD 00 | PCB | LEN | INF | LRC}. PCB is 00 and 40
 * in turn, LRC the exclusive or of all bytes before it. Blocks are not chained: an APDU has at most 254 bytes.
 */
public final class CardBlock {
    /** What a reader sends to reset the card: FF, which begins no block. */
    public static final byte RESET = (byte) 0xFF;

    static final byte NAD = 0x00;
    static final int HEAD_BYTES = 3;
    static final int LONGEST_INF_BYTES = 254;

    private static final byte SECOND_IN_TURN = 0x40;
    private static final String PATH = "T=1 block";

    private CardBlock() {}

    /** The block around 1 to 254 bytes; {@code turn} alternates from block to block, from false. */
    public static byte[] of(byte[] apdu, boolean turn) {
        if (apdu.length == 0 || apdu.length > LONGEST_INF_BYTES) {
            throw new IllegalArgumentException("a T=1 block holds 1 to 254 bytes, not " + apdu.length);
        }
        byte[] block = new byte[HEAD_BYTES + apdu.length + 1];
        block[0] = NAD;
        block[1] = turn ? SECOND_IN_TURN : 0;
        block[2] = (byte) apdu.length;
        System.arraycopy(apdu, 0, block, HEAD_BYTES, apdu.length);
        block[block.length - 1] = (byte) Checksums.lrc(block, 0, block.length - 1);
        return block;
    }

    /**
     * The APDU in a block.
     *
     * @throws Malformed when it is no such block or its LRC is wrong
     */
    public static byte[] apdu(byte[] block) {
        if (block.length <= HEAD_BYTES + 1 || (block[2] & 0xFF) != block.length - HEAD_BYTES - 1) {
            throw new Malformed(PATH, 0, "a block of the length it states", block.length + " bytes");
        }
        if (block[0] != NAD || (block[1] & ~SECOND_IN_TURN) != 0 || Checksums.lrc(block, 0, block.length) != 0) {
            throw new Malformed(PATH, block.length - 1, "NAD 00, PCB 00 or 40 and the LRC", "other bytes");
        }
        return Arrays.copyOfRange(block, HEAD_BYTES, block.length - 1);
    }
}
