package dev.counterfoil.hsm;

/** Ends the handling of a command with an error code; {@link HsmEngine} turns it into the answer. */
public final class HsmRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public HsmRefusal(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** 2 characters, see {@link dev.counterfoil.protocol.hostcommand.HsmError}. */
    public String code() {
        return code;
    }

    /** Refuses with {@code code} unless {@code condition} holds. */
    public static void unless(boolean condition, String code) {
        if (!condition) {
            throw new HsmRefusal(code);
        }
    }
}
