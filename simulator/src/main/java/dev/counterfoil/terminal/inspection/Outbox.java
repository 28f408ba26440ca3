package dev.counterfoil.terminal.inspection;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
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
     * @param number of the inspection, when the host has answered and the keys are still to be erased; else empty
     */
    public record Kept(String madeAt, String stan, String f62, String number) {
        private String name() {
            return madeAt + stan;
        }

        InspectionReport report() {
            return InspectionReport.decode(Hex.bytes(f62));
        }

        /** Whether a chip card's holder takes the terminal away. */
        boolean withdraws() {
            return report().medium() == Medium.IC && report().state() == EquipmentState.WITHDRAWN;
        }

        /** Whether it has a MAC under the key of the card. */
        boolean sealed() {
            return Tlv.find(Tlv.parse(Hex.bytes(f62)), KeyDownload.MAC) != null;
        }

        private byte[] encode() {
            return new Row().put(madeAt).put(stan).put(f62).put(number).encode();
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
            outbox.waiting.put(name, new Kept(in.text(), in.text(), in.text(), in.text()));
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

    void add(String madeAt, String stan, byte[] f62) {
        put(new Kept(madeAt, stan, Hex.of(f62), ""));
        tell();
    }

    /** The host has noted that the terminal is withdrawn: the report stays until the keys are erased. */
    Kept numbered(Kept kept, String number) {
        return put(new Kept(kept.madeAt, kept.stan, kept.f62, number));
    }

    private Kept put(Kept kept) {
        waiting.put(kept.name(), kept);
        out.accept(new Effect.Write(RecordKind.INSPECTION, kept.name(), kept.encode()));
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
