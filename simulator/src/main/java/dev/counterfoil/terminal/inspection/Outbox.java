package dev.counterfoil.terminal.inspection;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import dev.counterfoil.terminal.Effect;
import dev.counterfoil.trace.TraceEvent;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports that the host has not answered yet, oldest first, and the entries of an inspection that it refused. */
public final class Outbox {
    /**
     * A report as it will be sent, however late.
     *
     * @param madeAt 14 digits
     * @param stan its F11
     * @param f62 in hex
     */
    public record Kept(String madeAt, String stan, String f62) {
        private String name() {
            return madeAt + stan;
        }

        /** Without its content. */
        @Override
        public String toString() {
            return "report " + stan;
        }
    }

    /** How many reports wait, told when that changes. */
    public record Waiting(int reports) implements TraceEvent {
        @Override
        public String kind() {
            return "terminal.reports-waiting";
        }

        @Override
        public void tell(Teller teller) {
            teller.number("reports", reports);
        }
    }

    private record Refused(Draft entries, LocalDateTime at) {}

    private static final Duration ENTRIES_KEPT = Duration.ofMinutes(10);

    private final Consumer<Effect> out;
    private final SortedMap<String, Kept> waiting = new TreeMap<>();
    private @Nullable Refused refused;

    public Outbox(Consumer<Effect> out) {
        this.out = out;
    }

    /** What a store has held over a power cut; null for nothing. */
    public static @Nullable Outbox found(Store store, Consumer<Effect> out) {
        Outbox outbox = null;
        for (String name : store.names(RecordKind.INSPECTION)) {
            outbox = outbox == null ? new Outbox(out) : outbox;
            Row.Reader in = Row.read(Objects.requireNonNull(store.read(RecordKind.INSPECTION, name)));
            outbox.waiting.put(name, new Kept(in.text(), in.text(), in.text()));
        }
        if (outbox != null) {
            outbox.tell();
        }
        return outbox;
    }

    /** The reports that wait, oldest first. */
    public List<Kept> waiting() {
        return List.copyOf(waiting.values());
    }

    Kept add(String madeAt, String stan, byte[] f62) {
        Kept kept = new Kept(madeAt, stan, Hex.of(f62));
        waiting.put(kept.name(), kept);
        byte[] record = new Row().put(madeAt).put(stan).put(kept.f62).encode();
        out.accept(new Effect.Write(RecordKind.INSPECTION, kept.name(), record));
        tell();
        return kept;
    }

    /** The host has answered for good. */
    void answered(Kept kept) {
        waiting.remove(kept.name());
        out.accept(new Effect.Delete(RecordKind.INSPECTION, kept.name()));
        tell();
    }

    private void tell() {
        out.accept(new Effect.Emit(new Waiting(waiting.size())));
    }

    /** What was typed at an inspection that the host has just refused; nothing when that is too long ago. */
    Draft entries(LocalDateTime now) {
        Refused last = refused;
        if (last != null && now.isAfter(last.at.plus(ENTRIES_KEPT))) {
            refused = null;
        }
        return refused == null ? Draft.NONE : refused.entries;
    }

    /** Forgets the entries, which are in another inspection now; whether there were any. */
    boolean dropEntries() {
        boolean kept = refused != null;
        refused = null;
        return kept;
    }

    void refused(Draft draft, LocalDateTime now) {
        refused = new Refused(draft.typed(), now);
    }
}
