package dev.counterfoil.pinpad;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import dev.counterfoil.trace.Trace;

/**
 * Counts wrong check values and wrong passwords in a row. From the limit on the pad refuses keys and passwords,
 * for a minute at first and twice as long after each wrong one that follows; a right one ends the count. Count and
 * time outlast a power cut.
 */
final class ProbeGuard {
    private static final String NAME = "probes";
    private static final long FIRST_NANOS = 60_000_000_000L;
    private static final int MOST_DOUBLINGS = 16;
    private static final int VERIFIED = 0x9000;

    private final int limit;
    private final Store store;
    private final Trace trace;
    private long wrong;
    private long lockedUntilNanos;
    private boolean loading;

    /**
     * @param limit wrong ones in a row that lock the pad
     * @param trace tells the time
     */
    ProbeGuard(int limit, Store store, Trace trace) {
        this.limit = limit;
        this.store = store;
        this.trace = trace;
    }

    /** Reads the store, as after power has come. */
    void boot() {
        byte[] record = store.read(RecordKind.PAD_LOCK, NAME);
        if (record != null) {
            Row.Reader in = Row.read(record);
            wrong = in.number();
            lockedUntilNanos = in.number();
        }
    }

    /** Power has gone. */
    void forget() {
        wrong = 0;
        lockedUntilNanos = 0;
    }

    /** Whether a command is refused now. */
    boolean refuses(PadCommand command) {
        loading = command instanceof PadCommand.LoadMasterKey
                || command instanceof PadCommand.LoadWorkingKey
                || command instanceof PadCommand.LoadKeySet
                || command instanceof PadCommand.LoadUnderCardKey
                || command instanceof PadCommand.LoadKeyBlock
                || command instanceof PadCommand.LoadUnderTransportKey;
        boolean guess = loading
                || command instanceof PadCommand.StartCardPassword
                || command instanceof PadCommand.StartInjection
                || command instanceof PadCommand.StartComponent;
        return guess && trace.nowNanos() < lockedUntilNanos;
    }

    /** The pad answers or tells something. */
    void saw(PadReply reply) {
        if (reply instanceof PadReply.PasswordChecked checked) {
            note(checked.statusWord() == VERIFIED);
        } else if (loading && reply instanceof PadReply.Answer answer) {
            loading = false;
            if (answer.good() || answer.result() == PadResult.KCV) {
                note(answer.good());
            }
        }
    }

    private void note(boolean right) {
        if (right && wrong == 0) {
            return;
        }
        wrong = right ? 0 : wrong + 1;
        if (wrong >= limit) {
            long doublings = Math.min(wrong - limit, MOST_DOUBLINGS);
            lockedUntilNanos = trace.nowNanos() + (FIRST_NANOS << doublings);
        }
        byte[] record = new Row().put(wrong).put(lockedUntilNanos).encode();
        store.write(RecordKind.PAD_LOCK, NAME, record, () -> {});
    }
}
