package dev.counterfoil.reports.model;

import java.util.List;

/**
 * How one F64 was made with the UnionPay ECB algorithm, block by block. Hex is upper case; {@code ·} stands for a
 * hidden digit. Renderers hide card digits again, in the blocks, in the same columns of the fold, and in the
 * bytes of the second block that would give the fold's columns back.
 *
 * @param messageNumber the message, 0 when none
 * @param caption what it is, such as {@code 1st try}
 * @param keyName name of the key
 * @param keyCheckValue its check value
 * @param blocks the MAC input, 8 bytes each, zero padding included
 * @param paddingBytes how many bytes at the end are padding, 0 to 7
 * @param foldHex all blocks folded by XOR, 16 hex digits
 * @param firstHex E: first 8 characters of the fold's hex text enciphered, 16 hex digits
 * @param xorHex X: E folded with the last 8 characters, 16 hex digits
 * @param resultHex R: X enciphered, 16 hex digits
 * @param f64 the field: first 8 characters of R's hex text
 */
public record MacWorking(
        int messageNumber,
        String caption,
        String keyName,
        String keyCheckValue,
        List<Block> blocks,
        int paddingBytes,
        String foldHex,
        String firstHex,
        String xorHex,
        String resultHex,
        String f64) {
    public MacWorking {
        blocks = List.copyOf(blocks);
    }

    /**
     * Eight bytes of a MAC input.
     *
     * @param hex 16 hex digits
     * @param fields the fields that they belong to, such as {@code F2 F3 F4}
     */
    public record Block(String hex, String fields) {}
}
