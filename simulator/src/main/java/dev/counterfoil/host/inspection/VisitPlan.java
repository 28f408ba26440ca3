package dev.counterfoil.host.inspection;

import dev.counterfoil.host.Effects;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import dev.counterfoil.store.Store;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that every terminal is inspected in time. A terminal whose visit is due and has not come goes on the
 * overdue list; one that stays there for as long again as the plan allows is limited until somebody inspects it.
 */
final class VisitPlan {
    private static final RecordKind KIND = RecordKind.INSPECTION;
    private static final String SINCE = "since ";

    /**
     * What the host's policies say.
     *
     * @param every time from one visit to the next; none at all for no plan
     * @param grace how long an overdue terminal may still sell
     */
    record Terms(Duration every, Duration grace) {
        boolean none() {
            return every.isZero();
        }
    }

    private final Effects effects;
    private final Office office;
    private final Supplier<Terms> terms;
    private final Function<String, List<Inspection>> register;
    private final Map<String, LocalDateTime> since = new TreeMap<>();
    private final TreeSet<String> overdue = new TreeSet<>();

    /** @param register the inspections of a terminal id */
    VisitPlan(Effects effects, Office office, Supplier<Terms> terms, Function<String, List<Inspection>> register) {
        this.effects = effects;
        this.office = office;
        this.terms = terms;
        this.register = register;
    }

    /** Reads since when the plan holds for each terminal. */
    void restore(Store store) {
        for (String name : store.names(KIND)) {
            byte[] record = name.startsWith(SINCE) ? store.read(KIND, name) : null;
            if (record != null) {
                since.put(
                        name.substring(SINCE.length()),
                        LocalDateTime.parse(Row.read(record).text()));
            }
        }
    }

    static boolean named(String name) {
        return name.startsWith(SINCE);
    }

    /** The plan holds for this terminal, by its estate name and F41, from now on if it did not before. */
    void watch(String terminal, String terminalId) {
        if (terms.get().none()) {
            return;
        }
        if (since.containsKey(terminalId)) {
            set(terminal, terminalId);
            return;
        }
        LocalDateTime now = effects.now();
        since.put(terminalId, now);
        byte[] record = new Row().put(now.toString()).encode();
        effects.write(KIND, SINCE + terminalId, record, () -> set(terminal, terminalId));
    }

    /** Somebody was there. */
    void visited(String terminal, String terminalId) {
        if (overdue.remove(terminalId)) {
            tell(terminal, "inspected, not overdue any more");
        }
        watch(terminal, terminalId);
    }

    /** Whether a terminal has been overdue for too long. */
    boolean limited(String terminalId) {
        LocalDateTime due = due(terminalId);
        return due != null && !effects.now().isBefore(due.plus(terms.get().grace()));
    }

    private void set(String terminal, String terminalId) {
        LocalDateTime due = due(terminalId);
        if (due != null) {
            ring(terminalId, due, () -> missed(terminal, terminalId, due));
        }
    }

    private void missed(String terminal, String terminalId, LocalDateTime due) {
        if (!office.inService(terminalId)) {
            return;
        }
        overdue.add(terminalId);
        tell(terminal, "inspection overdue");
        ring(terminalId, due.plus(terms.get().grace()), () -> tell(terminal, "limited until inspected"));
    }

    private void ring(String terminalId, LocalDateTime at, Runnable then) {
        long nanos = Math.max(0, Duration.between(effects.now(), at).toNanos());
        effects.alarm("visit of " + terminalId, nanos, then);
    }

    /** When the next visit is due; null when no plan holds. */
    private @Nullable LocalDateTime due(String terminalId) {
        LocalDateTime begun = since.get(terminalId);
        if (begun == null || terms.get().none()) {
            return null;
        }
        return register.apply(terminalId).stream()
                .map(Inspection::at)
                .reduce(begun, (one, other) -> one.isAfter(other) ? one : other)
                .plus(terms.get().every());
    }

    private void tell(String terminal, String note) {
        effects.emit(new InspectionEvents.DeskNote(terminal, note));
    }
}
