package dev.counterfoil.crypto.asymmetric;

import dev.counterfoil.crypto.NonceSource;
import java.security.SecureRandom;

/** Lets the library draw from a seeded stream: it asks for this type and would else fetch one of the machine's. */
final class Drawn extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final NonceSource source;

    Drawn(NonceSource source) {
        super(null, null);
        this.source = source;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
