package dev.counterfoil.crypto;

/** Where random bytes come from: the owner of a seeded stream passes {@code random::nextBytes}. */
@FunctionalInterface
public interface NonceSource {
    /** For formats without random digits; asking it is a programming error. */
    NonceSource NONE = target -> {
        throw new IllegalStateException("this PIN block format needs random bytes and was given no source of them");
    };

    /** Fills the whole array. */
    void nextBytes(byte[] target);
}
