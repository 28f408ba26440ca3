package dev.counterfoil.crypto;

/**
 * A secret found in clear.
 *
 * @param secret what kind of secret it is, in the words of its birth
 * @param label whose it is
 * @param form how it was written
 * @param offset where it starts: an index into the scanned array
 * @param ended whether its owner had reported its end before
 */
public record Sighting(String secret, String label, Form form, int offset, boolean ended) {
    /** A way of writing bytes. */
    public enum Form {
        /** As the bytes are; digits in ASCII. */
        RAW,
        /** Two ASCII hex digits for each byte, of either case. */
        HEX,
        /** Digits packed two to the byte, starting in either half of one. */
        BCD
    }
}
