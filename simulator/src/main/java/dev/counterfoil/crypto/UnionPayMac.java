package dev.counterfoil.crypto;

import dev.counterfoil.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The UnionPay ECB MAC: fold the message into one block, write the block as hex text, encrypt its first half, add its
 * second half, encrypt again.
 *
 * <p>Single DES for an 8-byte MAK, 3DES for a longer one. Under SM4 the steps are the same with 16-byte blocks and 32
 * hex characters.
 */
public final class UnionPayMac {
    private UnionPayMac() {}

    /**
     * The steps of one calculation, for a report; all in upper-case hex.
     *
     * @param blocks the message in blocks of 8 bytes (16 under SM4), the last padded with zeros
     * @param folded the exclusive or of all blocks; zeros for an empty message
     * @param e1 the encrypted first half of the folded block's hex text
     * @param x {@code e1} with the second half of the hex text added
     * @param e2 {@code x} encrypted: the raw result
     * @param mac F64 in its text form: the first 8 hex digits of {@code e2}, sent as 8 ASCII characters
     */
    public record Working(List<String> blocks, String folded, String e1, String x, String e2, String mac) {}

    /** Every step of the MAC of {@code data}. */
    public static Working explain(CipherKey mak, byte[] data) {
        int block = mak.kind().blockBytes();
        List<String> blocks = new ArrayList<>();
        for (int at = 0; at < data.length; at += block) {
            blocks.add(Hex.of(Arrays.copyOfRange(data, at, at + block)));
        }
        String folded = Hex.of(fold(block, data, 0, data.length));
        byte[] text = folded.getBytes(StandardCharsets.US_ASCII);
        byte[] e1 = mak.encryptEcb(Arrays.copyOf(text, block));
        byte[] x = e1.clone();
        for (int i = 0; i < block; i++) {
            x[i] ^= text[block + i];
        }
        String e2 = Hex.of(mak.encryptEcb(x));
        return new Working(List.copyOf(blocks), folded, Hex.of(e1), Hex.of(x), e2, e2.substring(0, 8));
    }

    /** The raw result: one block, 8 bytes (16 under SM4). */
    static byte[] result(CipherKey mak, byte[] data, int offset, int length) {
        int block = mak.kind().blockBytes();
        byte[] text = Hex.of(fold(block, data, offset, length)).getBytes(StandardCharsets.US_ASCII);
        byte[] state = new byte[block];
        mak.engines().chain(state, text, 0, text.length);
        return state;
    }

    /** The first 8 hex characters of a raw result, in ASCII. */
    static byte[] text(byte[] result) {
        return Hex.of(result, 0, 4).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] fold(int block, byte[] data, int offset, int length) {
        byte[] folded = new byte[block];
        for (int i = 0; i < length; i++) {
            folded[i % block] ^= data[offset + i];
        }
        return folded;
    }
}
