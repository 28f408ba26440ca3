package dev.counterfoil.host.inspection;

import dev.counterfoil.host.Effects;
import dev.counterfoil.store.RecordKind;
import dev.counterfoil.store.Row;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that every terminal is inspected in time. A terminal whose visit is due and has not come goes on the
 * overdue list; one that stays there for as long again as the plan allows is limited until somebody inspects it.
 */
final class VisitPlan {
    private static final RecordKind KIND = RecordKind.INSPECTION;
    private static final String SINCE = "since ";
    private static final String MISSED = "missed ";

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

    /**
     * A visit that is due and has not come, as the service desk knows it.
     *
     * @param after number of the terminal's latest inspection, or empty; the next one makes this void
     * @param at when the desk was told
     * @param limited whether it was told that the terminal is limited
     */
    private record Missed(String after, LocalDateTime at, boolean limited) {
        byte[] encode() {
            return new Row().put(after).put(at.toString()).put(limited).encode();
        }

        static Missed decode(byte[] record) {
            Row.Reader in = Row.read(record);
            return new Missed(in.text(), LocalDateTime.parse(in.text()), in.flag());
        }
    }

    private final Effects effects;
    private final Office office;
    private final Supplier<Terms> terms;
    private final InspectionRegister register;
    private final Map<String, LocalDateTime> since = new TreeMap<>();
    private final Map<String, Missed> missed = new TreeMap<>();

    VisitPlan(Effects effects, Office office, Supplier<Terms> terms) {
        this.effects = effects;
        this.office = office;
        this.terms = terms;
        this.register = office.register();
    }

    /** Takes up a record that is one of the plan's; false when it is not. */
    boolean restore(String name, byte[] record) {
        if (name.startsWith(SINCE)) {
            since.put(
                    name.substring(SINCE.length()),
                    LocalDateTime.parse(Row.read(record).text()));
        } else if (name.startsWith(MISSED)) {
            missed.put(name.substring(MISSED.length()), Missed.decode(record));
        } else {
            return false;
        }
        return true;
    }

    /** The plan holds for this terminal, by its estate name and F41, from now on if it did not before. */
    void watch(String terminal, String terminalId) {
        if (terms.get().none()) {
            return;
        }
        if (since.containsKey(terminalId)) {
            look(terminal, terminalId);
            return;
        }
        LocalDateTime now = effects.now();
        since.put(terminalId, now);
        byte[] record = new Row().put(now.toString()).encode();
        effects.write(KIND, SINCE + terminalId, record, () -> look(terminal, terminalId));
    }

    /** Somebody was there. */
    void visited(String terminal, Inspection inspection) {
        String id = inspection.terminalId();
        Missed before = missed.remove(id);
        if (before != null && before.after.equals(register.previous(inspection))) {
            tell(terminal, "inspected, not overdue any more");
        }
        watch(terminal, id);
    }

    /** Whether the service desk has been told that a terminal is limited. The policies are those of now. */
    boolean limited(String terminalId) {
        if (terms.get().none()) {
            return false;
        }
        look(office.nameOf(terminalId), terminalId);
        Missed known = known(terminalId);
        return known != null && known.limited;
    }

    /** Tells the service desk what has come to be true, one thing after the other, and waits for the next. */
    private void look(String terminal, String terminalId) {
        LocalDateTime due = due(terminalId);
        Missed known = known(terminalId);
        if (due == null || (known != null && known.limited)) {
            return;
        }
        LocalDateTime next = known == null ? due : known.at.plus(terms.get().grace());
        LocalDateTime now = effects.now();
        if (now.isBefore(next)) {
            ring(terminalId, next, () -> look(terminal, terminalId));
        } else if (office.inService(terminalId)) {
            LocalDateTime first = known == null ? now : known.at;
            Missed told = new Missed(register.latest(terminalId), first, known != null);
            missed.put(terminalId, told);
            effects.write(KIND, MISSED + terminalId, told.encode(), () -> {
                tell(terminal, told.limited ? "limited until inspected" : "inspection overdue");
                look(terminal, terminalId);
            });
        }
    }

    /** What the desk knows of a visit that is still missing; null for nothing. */
    private @Nullable Missed known(String terminalId) {
        Missed told = missed.get(terminalId);
        LocalDateTime due = due(terminalId);
        boolean stands = told != null
                && due != null
                && !effects.now().isBefore(due)
                && told.after.equals(register.latest(terminalId));
        return stands ? told : null;
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
        return register.of(terminalId).stream()
                .map(Inspection::at)
                .reduce(begun, (one, other) -> one.isAfter(other) ? one : other)
                .plus(terms.get().every());
    }

    private void tell(String terminal, String note) {
        effects.emit(new InspectionEvents.DeskNote(terminal, note));
    }
}
