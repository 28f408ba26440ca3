package dev.counterfoil.host.inspection;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import dev.counterfoil.store.Row;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides on inspections of terminals in service. A message that comes again has the answer that it had; a manager is
 * known by what the registry says at that moment, so the number of a card that was replaced is refused at once.
 */
public final class InspectionRegister {
    static final String FORMAT = "30";
    static final String DOUBLE = "94";

    private static final int NUMBER_DIGITS = 8;
    private static final int UNKNOWN_TRIES = 3;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final String UNKNOWN = ManagerCard.State.UNKNOWN.refusal();
    private static final String OUT_OF_REGION = ManagerCard.State.OUT_OF_REGION.refusal();

    /**
     * A report on its way in.
     *
     * @param merchant F42 of the terminal
     * @param stan F11
     * @param at by the host's clock
     * @param f62 what {@code report} was read from
     * @param bound whether a MAC covers it
     */
    public record Arrival(
            String terminalId,
            String merchant,
            String stan,
            LocalDateTime at,
            byte[] f62,
            InspectionReport report,
            boolean bound) {
        boolean typed() {
            return report.medium() == Medium.TYPED;
        }

        /** Trace number and content, by which a message that comes again is known. */
        private String print() {
            return stan + Hex.of(f62);
        }
    }

    /**
     * Unknown numbers that were typed at a terminal.
     *
     * @param after number of the terminal's inspection before, or empty; the next one makes them void
     * @param seen the messages with them, each once
     */
    private record Tries(String after, List<String> seen) {
        byte[] encode() {
            return new Row().put(after).put(String.join(",", seen)).encode();
        }

        static Tries decode(byte[] record) {
            Row.Reader in = Row.read(record);
            return new Tries(in.text(), List.of(in.text().split(",", -1)));
        }

        Tries and(String message) {
            List<String> more = new ArrayList<>(seen);
            more.add(message);
            return new Tries(after, List.copyOf(more));
        }
    }

    /** What is to be done with a report. */
    public sealed interface Decision {}

    /** It may be noted, once a chip card has proved itself. */
    public record Open(ManagerCard card) implements Decision {}

    /** It was noted before, and only its answer is wanted. */
    public record Again(Inspection inspection) implements Decision {}

    /**
     * @param code F39
     * @param unknownTries unknown numbers typed at this terminal so far when this was another one, else 0
     */
    public record Refused(String code, String why, int unknownTries) implements Decision {
        /** Whether typed entry has just been locked. */
        public boolean locks() {
            return unknownTries == UNKNOWN_TRIES;
        }
    }

    private final Duration noDoubleWithin;
    private final Function<String, @Nullable ManagerCard> registry;
    private final Map<String, List<Inspection>> noted = new TreeMap<>();
    private final Map<String, Tries> unknown = new TreeMap<>();
    private int count;

    /**
     * An empty register.
     *
     * @param noDoubleWithin a terminal is not inspected twice in this time
     * @param registry the card with a number, or null
     */
    public InspectionRegister(Duration noDoubleWithin, Function<String, @Nullable ManagerCard> registry) {
        this.noDoubleWithin = noDoubleWithin;
        this.registry = registry;
    }

    /** Puts back what was noted before a power cut. */
    void restore(Inspection inspection) {
        enter(inspection);
    }

    /** Puts back what {@link #triesRecord} told. */
    void restoreTries(String terminalId, byte[] record) {
        unknown.put(terminalId, Tries.decode(record));
    }

    /** The unknown numbers that have been typed at a terminal, for a store. */
    byte[] triesRecord(String terminalId) {
        return tries(terminalId).encode();
    }

    public Decision decide(Arrival arrival) {
        Optional<Inspection> before = of(arrival.terminalId).stream()
                .filter(inspection -> inspection.is(arrival.stan, arrival.f62))
                .findFirst();
        if (before.isPresent()) {
            return new Again(before.get());
        } else if (arrival.typed() && locked(arrival)) {
            return refused(InspectionReport.TYPED_ENTRY_LOCKED, "typed entry is locked");
        }
        String number = arrival.report.manager();
        ManagerCard card = registry.apply(number);
        boolean unlikely = arrival.typed() && !InspectionReport.checkDigitFits(number);
        if (card == null || card.state() == ManagerCard.State.UNKNOWN || unlikely) {
            return new Refused(UNKNOWN, "manager card is unknown", arrival.typed() ? count(arrival) : 0);
        }
        Refused refusal = refusal(arrival, card);
        return refusal == null ? new Open(card) : refusal;
    }

    /** Whether typed entry is locked; a message from before the lock is answered as it was. */
    private boolean locked(Arrival arrival) {
        List<String> seen = tries(arrival.terminalId).seen;
        return seen.size() >= UNKNOWN_TRIES && !seen.contains(arrival.print());
    }

    /** Counts an unknown number: how many there are now, or 0 when the message has been counted before. */
    private int count(Arrival arrival) {
        Tries tries = tries(arrival.terminalId);
        if (tries.seen.contains(arrival.print())) {
            return 0;
        }
        Tries more = tries.and(arrival.print());
        unknown.put(arrival.terminalId, more);
        return more.seen.size();
    }

    /** Numbers a report that {@link #decide} has found open; a known manager ends the lock of typed entry. */
    public Inspection note(Arrival arrival) {
        String number = Decimal.digits(count + 1L, NUMBER_DIGITS);
        Inspection inspection =
                new Inspection(number, arrival.terminalId, arrival.stan, Hex.of(arrival.f62), arrival.bound);
        enter(inspection);
        return inspection;
    }

    /** The inspections of a terminal, in the order in which they were noted. */
    public List<Inspection> of(String terminalId) {
        return noted.getOrDefault(terminalId, List.of());
    }

    /** The number of a terminal's latest inspection, or empty. */
    String latest(String terminalId) {
        List<Inspection> all = of(terminalId);
        return all.isEmpty() ? "" : all.get(all.size() - 1).number();
    }

    /** All inspections behind the one with this number, in their order. */
    List<Inspection> behind(String number) {
        return noted.values().stream()
                .flatMap(List::stream)
                .filter(inspection -> inspection.number().compareTo(number) > 0)
                .sorted(Comparator.comparing(Inspection::number))
                .toList();
    }

    /** The unknown numbers that have been typed at a terminal since its last inspection. */
    private Tries tries(String terminalId) {
        String latest = latest(terminalId);
        Tries tries = unknown.get(terminalId);
        return tries == null || !tries.after.equals(latest) ? new Tries(latest, List.of()) : tries;
    }

    private @Nullable Refused refusal(Arrival arrival, ManagerCard card) {
        LocalDateTime made = made(arrival.report);
        if (!card.state().refusal().isEmpty()) {
            return refused(
                    card.state().refusal(), "manager card is " + card.state().words());
        } else if (made == null) {
            return refused(FORMAT, "no time: " + arrival.report.madeAt());
        } else if (!card.limits().allow(arrival.merchant, made.toLocalTime())) {
            return refused(OUT_OF_REGION, "not a merchant of the manager's, or not in his hours");
        } else if (made.isAfter(arrival.at.plus(CLOCKS_DIFFER)) || usedBefore(Inspection.r1(arrival.f62))) {
            return refused(KeyDownload.REPEATED, "report is not fresh");
        }
        return of(arrival.terminalId).stream()
                .filter(other -> Duration.between(other.at(), made).abs().compareTo(noDoubleWithin) < 0)
                .findFirst()
                .map(other -> refused(DOUBLE, "inspected already, number " + other.number()))
                .orElse(null);
    }

    /** Whether a card has drawn this R1 for another report; an empty one has never been used. */
    private boolean usedBefore(String r1) {
        return !r1.isEmpty()
                && noted.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(other -> other.r1().equals(r1));
    }

    private static @Nullable LocalDateTime made(InspectionReport report) {
        try {
            return Inspection.at(report);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void enter(Inspection inspection) {
        noted.computeIfAbsent(inspection.terminalId(), id -> new ArrayList<>()).add(inspection);
        count++;
    }

    private static Refused refused(String code, String why) {
        return new Refused(code, why, 0);
    }
}
