package dev.counterfoil.verb;

/** A scenario that ends before its last step without a verdict on what it tests. */
public final class Abandoned extends RuntimeException {
    /** Why a scenario ends early. */
    public enum Cause {
        /** It needs a real device and none is attached: skipped. */
        DEVICE_ABSENT,
        /** It cannot be played in this mode: skipped. */
        NOT_FOR_THIS_MODE,
        /** An operator did not do their part: inconclusive. */
        OPERATOR
    }

    private static final long serialVersionUID = 1;

    private final Cause why;

    /**
     * Ends a scenario early.
     *
     * @param why the kind of cause
     * @param reason the cause in words, for the report
     */
    public Abandoned(Cause why, String reason) {
        super(reason, null, false, false);
        this.why = why;
    }

    /** The kind of cause. */
    public Cause why() {
        return why;
    }
}
