package dev.counterfoil.evidence;

import org.jspecify.annotations.Nullable;

/** One transaction of a terminal as its events tell it; later events add to it. */
public final class Transaction {
    private final String terminal;
    private final int number;
    private final String kind;
    private final boolean byItself;
    private final long beganEvent;
    private final long beganNanos;
    private @Nullable String stan;
    private @Nullable String batch;
    private @Nullable String verdict;
    private String code = "";
    private String entryMode = "";
    private long amountFen;
    private long endedEvent;
    private long endedNanos;
    private boolean reversed;

    Transaction(String terminal, int number, String kind, boolean byItself, long beganEvent, long beganNanos) {
        this.terminal = terminal;
        this.number = number;
        this.kind = kind;
        this.byItself = byItself;
        this.beganEvent = beganEvent;
        this.beganNanos = beganNanos;
    }

    public String terminal() {
        return terminal;
    }

    /** From 1, for each terminal. */
    public int number() {
        return number;
    }

    /** English name of its kind, as in steps. */
    public String kind() {
        return kind;
    }

    /** Whether the terminal began it without a key pressed. */
    public boolean byItself() {
        return byItself;
    }

    public long beganEvent() {
        return beganEvent;
    }

    public long beganNanos() {
        return beganNanos;
    }

    /** Its trace number, or null while it has none. */
    public @Nullable String stan() {
        return stan;
    }

    public @Nullable String batch() {
        return batch;
    }

    public long amountFen() {
        return amountFen;
    }

    /** F22, or empty when no card was read. */
    public String entryMode() {
        return entryMode;
    }

    /** How it ended for the terminal, or null while it goes on. */
    public @Nullable String verdict() {
        return reversed ? "reversed" : verdict;
    }

    /** Response code of the host, or empty. */
    public String code() {
        return code;
    }

    public long endedEvent() {
        return endedEvent;
    }

    public long endedNanos() {
        return endedNanos;
    }

    void numbered(String itsStan, String itsBatch, long fen) {
        stan = itsStan;
        batch = itsBatch;
        amountFen = fen;
    }

    void cardRead(String mode) {
        entryMode = mode;
    }

    void ended(String itsVerdict, String itsCode, long event, long nanos) {
        verdict = itsVerdict;
        code = itsCode;
        endedEvent = event;
        endedNanos = nanos;
    }

    void reverse() {
        reversed = true;
    }
}
