package dev.counterfoil.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store in memory that can lose its power at a named write. Acknowledges at once. */
public final class MemoryStore implements Store {
    private final RecordTable records = new RecordTable();
    private @Nullable CrashPoint armed;

    /**
     * Cuts the power at the next write or removal of this kind.
     *
     * @param cut tells the device that its power has failed; an acknowledgement that it must not see is not given
     */
    public void crashAt(RecordKind kind, Moment moment, Runnable cut) {
        armed = new CrashPoint(kind, moment, cut);
    }

    @Override
    public void write(RecordKind kind, String name, byte[] record, Runnable acknowledged) {
        byte[] copy = record.clone();
        apply(kind, () -> records.put(kind, name, copy), acknowledged);
    }

    @Override
    public void delete(RecordKind kind, String name, Runnable acknowledged) {
        apply(kind, () -> records.remove(kind, name), acknowledged);
    }

    @Override
    public byte @Nullable [] read(RecordKind kind, String name) {
        byte[] record = records.get(kind, name);
        return record == null ? null : record.clone();
    }

    @Override
    public List<String> names(RecordKind kind) {
        return records.names(kind);
    }

    private void apply(RecordKind kind, Runnable change, Runnable acknowledged) {
        CrashPoint crash = armed;
        if (crash == null || crash.kind != kind) {
            change.run();
            acknowledged.run();
            return;
        }
        armed = null;
        if (crash.moment.compareTo(Moment.WRITTEN) >= 0) {
            change.run();
        }
        if (crash.moment == Moment.ACKNOWLEDGED) {
            acknowledged.run();
        }
        crash.cut.run();
    }

    private record CrashPoint(RecordKind kind, Moment moment, Runnable cut) {}
}
