package dev.counterfoil.store;

import org.jspecify.annotations.Nullable;

/** A store in memory that can lose its power at a named write. Acknowledges at once. */
public final class MemoryStore extends RecordTable implements Store {
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
        apply(kind, name, record.clone(), acknowledged);
    }

    @Override
    public void delete(RecordKind kind, String name, Runnable acknowledged) {
        apply(kind, name, null, acknowledged);
    }

    @Override
    public byte @Nullable [] read(RecordKind kind, String name) {
        byte[] record = get(kind, name);
        return record == null ? null : record.clone();
    }

    private void apply(RecordKind kind, String name, byte @Nullable [] record, Runnable acknowledged) {
        CrashPoint crash = armed;
        if (crash == null || crash.kind != kind) {
            change(kind, name, record);
            acknowledged.run();
            return;
        }
        armed = null;
        if (crash.moment.compareTo(Moment.WRITTEN) >= 0) {
            change(kind, name, record);
        }
        if (crash.moment == Moment.ACKNOWLEDGED) {
            acknowledged.run();
        }
        crash.cut.run();
    }

    private void change(RecordKind kind, String name, byte @Nullable [] record) {
        if (record == null) {
            remove(kind, name);
        } else {
            put(kind, name, record);
        }
    }

    private record CrashPoint(RecordKind kind, Moment moment, Runnable cut) {}
}
