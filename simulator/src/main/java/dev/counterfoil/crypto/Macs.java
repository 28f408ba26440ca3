package dev.counterfoil.crypto;

import java.util.Arrays;

/** Message authentication codes: one call for the eight bytes of F64, and the ISO 9797-1 parts an HSM is made of. */
public final class Macs {
    /** The length of F64. */
    public static final int F64_BYTES = 8;

    private Macs() {}

    /**
     * F64 of {@code length} bytes from {@code offset}: 8 ASCII hex characters for {@link MacAlgorithm#UNIONPAY_ECB},
     * the first 8 bytes of the code for every other algorithm.
     *
     * @throws IllegalArgumentException when the algorithm has no meaning under this kind of key
     */
    public static byte[] compute(MacAlgorithm algorithm, CipherKey key, byte[] data, int offset, int length) {
        byte[] whole = whole(algorithm, key, data, offset, length);
        return algorithm == MacAlgorithm.UNIONPAY_ECB ? UnionPayMac.text(whole) : Arrays.copyOf(whole, F64_BYTES);
    }

    /** {@link #compute(MacAlgorithm, CipherKey, byte[], int, int)} of the whole array. */
    public static byte[] compute(MacAlgorithm algorithm, CipherKey key, byte[] data) {
        return compute(algorithm, key, data, 0, data.length);
    }

    /** The whole code before F64 shortens it: one block, 8 bytes under DES and TDES, 16 under SM4 and AES. */
    public static byte[] whole(MacAlgorithm algorithm, CipherKey key, byte[] data, int offset, int length) {
        return switch (algorithm) {
            case UNIONPAY_ECB, UNIONPAY_ECB_RAW -> UnionPayMac.result(key, data, offset, length);
            case X9_9, ISO9797_1_PADDING_1 -> algorithm1(key, MacPadding.METHOD_1, data, offset, length);
            case ISO9797_1_PADDING_2 -> algorithm1(key, MacPadding.METHOD_2, data, offset, length);
            case ISO9797_1_PADDING_3 -> algorithm1(key, MacPadding.METHOD_3, data, offset, length);
            case X9_19, ISO9797_3_PADDING_1 -> algorithm3(key, MacPadding.METHOD_1, data, offset, length);
            case ISO9797_3_PADDING_2 -> algorithm3(key, MacPadding.METHOD_2, data, offset, length);
            case ISO9797_3_PADDING_3 -> algorithm3(key, MacPadding.METHOD_3, data, offset, length);
            case CMAC -> key.engines().cmac(data, offset, length);
        };
    }

    /**
     * ISO 9797-1 algorithm 1 from a given state, over data that are padded already: CBC with the whole key.
     *
     * @param iv the state to start from, one block; the result of the blocks before, or zeros
     * @param padded whole blocks
     * @return the new state, one block: the code itself after the last block of a message
     */
    public static byte[] algorithm1(CipherKey key, byte[] iv, byte[] padded) {
        byte[] state = start(key, iv, padded);
        key.engines().chain(state, padded, 0, padded.length);
        return state;
    }

    /**
     * The blocks of algorithm 3 before the last one: CBC with single DES under the left half; see {@link #algorithm3}.
     */
    public static byte[] algorithm3Chain(CipherKey key, byte[] iv, byte[] padded) {
        byte[] state = start(key, iv, padded);
        mustBeTdes(key).engines().chainLeft(state, padded, 0, padded.length);
        return state;
    }

    /**
     * ISO 9797-1 algorithm 3 from a given state, over data that are padded already: CBC with single DES under the left
     * half, the last block with the whole TDES key.
     *
     * @param iv the state to start from, 8 bytes; the result of {@link #algorithm3Chain}, or zeros
     * @param padded whole blocks, at least one
     */
    public static byte[] algorithm3(CipherKey key, byte[] iv, byte[] padded) {
        byte[] state = start(mustBeTdes(key), iv, padded);
        finish3(key.engines(), state, padded, 0, padded.length);
        return state;
    }

    /**
     * ISO 9797-1 algorithm 3 with two keys of one kind, as GB/T 15852.1 has it for SM4: CBC with the left key, then
     * decrypt with the right one and encrypt with the left.
     */
    public static byte[] algorithm3(CipherKey left, CipherKey right, byte[] iv, byte[] padded) {
        return left.encryptEcb(right.decryptEcb(algorithm1(left, iv, padded)));
    }

    private static byte[] algorithm1(CipherKey key, MacPadding padding, byte[] data, int offset, int length) {
        int block = key.kind().blockBytes();
        byte[] padded = padding.pad(data, offset, length, block);
        byte[] state = new byte[block];
        key.engines().chain(state, padded, 0, padded.length);
        return state;
    }

    private static byte[] algorithm3(CipherKey key, MacPadding padding, byte[] data, int offset, int length) {
        byte[] padded = padding.pad(data, offset, length, 8);
        byte[] state = new byte[8];
        finish3(mustBeTdes(key).engines(), state, padded, 0, padded.length);
        return state;
    }

    /** Decrypting with the right half and encrypting with the left again makes the last block a TDES encryption. */
    private static void finish3(Engines engines, byte[] state, byte[] padded, int offset, int length) {
        engines.chainLeft(state, padded, offset, length - 8);
        engines.chain(state, padded, offset + length - 8, 8);
    }

    private static byte[] start(CipherKey key, byte[] iv, byte[] padded) {
        int block = key.kind().blockBytes();
        if (iv.length != block || padded.length == 0 || padded.length % block != 0) {
            throw new IllegalArgumentException("a MAC under " + key.kind() + " starts from " + block
                    + " bytes and takes whole blocks, not " + iv.length + " and " + padded.length + " bytes");
        }
        return iv.clone();
    }

    private static CipherKey mustBeTdes(CipherKey key) {
        if (key.kind() != CipherKind.TDES) {
            throw new IllegalArgumentException("ISO 9797-1 algorithm 3 wants a TDES key, not " + key.kind());
        }
        return key;
    }
}
