package dev.counterfoil.estate;

/** An estate that cannot be used; the message names source, line and key, and says what was expected. */
public final class EstateProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EstateProblem(String message) {
        super(message);
    }
}
