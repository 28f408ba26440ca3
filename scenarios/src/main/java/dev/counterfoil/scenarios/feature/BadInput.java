package dev.counterfoil.scenarios.feature;

import org.jspecify.annotations.Nullable;

/** Something the user gave that cannot be used; its message is all that the user needs. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
