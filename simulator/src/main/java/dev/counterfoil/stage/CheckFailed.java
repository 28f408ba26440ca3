package dev.counterfoil.stage;

/** A check that did not hold. */
public final class CheckFailed extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String came;
    private final long event;
    private final int message;

    CheckFailed(String expected, Look look) {
        super("expected " + expected + "\n    came " + look.came());
        this.expected = expected;
        this.came = look.came();
        this.event = look.event();
        this.message = look.message();
    }

    public String expected() {
        return expected;
    }

    public String came() {
        return came;
    }

    /** Number of the event that the check looked at, or 0. */
    public long event() {
        return event;
    }

    /** Number of the message that the check looked at, or 0. */
    public int message() {
        return message;
    }
}
