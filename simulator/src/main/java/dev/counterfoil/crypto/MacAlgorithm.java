package dev.counterfoil.crypto;

/** A way to authenticate a message. What each one returns in 8 bytes is said by {@link Macs#compute}. */
public enum MacAlgorithm {
    /** {@link UnionPayMac}, sent as the first 8 hex characters of the result in ASCII. */
    UNIONPAY_ECB,
    /** {@link UnionPayMac}, sent as the first 8 bytes of the result: the other reading of its SM4 form. */
    UNIONPAY_ECB_RAW,
    /** ANSI X9.9: ISO 9797-1 algorithm 1 with padding 1; the standard itself sends the first 4 bytes. */
    X9_9,
    /** ANSI X9.19: ISO 9797-1 algorithm 3 with padding 1 under a TDES key. */
    X9_19,
    ISO9797_1_PADDING_1,
    ISO9797_1_PADDING_2,
    ISO9797_1_PADDING_3,
    ISO9797_3_PADDING_1,
    ISO9797_3_PADDING_2,
    ISO9797_3_PADDING_3,
    /** NIST SP 800-38B under TDES, AES or SM4. */
    CMAC
}
