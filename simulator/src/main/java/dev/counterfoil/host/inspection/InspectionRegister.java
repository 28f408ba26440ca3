package dev.counterfoil.host.inspection;

import dev.counterfoil.codec.Decimal;
import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides on inspections of terminals in service. A message that comes again has the answer that it had; a manager is
 * known by what the registry says at that moment, so the number of a card that was replaced is refused at once.
 */
public final class InspectionRegister {
    public static final String LOCKED = "D9";
    public static final String DOUBLE = "94";

    private static final int NUMBER_DIGITS = 8;
    private static final String UNKNOWN = ManagerCard.State.UNKNOWN.refusal();
    private static final String OUT_OF_REGION = ManagerCard.State.OUT_OF_REGION.refusal();

    /**
     * What a plan says.
     *
     * @param noDoubleWithin a terminal is not inspected twice in this time
     * @param unknownTries after so many unknown typed numbers in a row a terminal takes none any more
     */
    public record Rules(Duration noDoubleWithin, int unknownTries) {}

    /**
     * A report on its way in.
     *
     * @param merchant F42 of the terminal
     * @param message batch and trace number, 12 digits
     */
    public record Arrival(
            String terminalId, String merchant, String message, LocalDateTime at, InspectionReport report) {}

    /** What is answered. */
    public sealed interface Decision {}

    /** @param again whether it was noted before, and only its answer is wanted */
    public record Noted(Inspection inspection, boolean again) implements Decision {}

    /**
     * @param code F39
     * @param tellDesk whether typed entry has just been locked
     */
    public record Refused(String code, String why, boolean tellDesk) implements Decision {}

    private final Rules rules;
    private final Function<String, @Nullable ManagerCard> registry;
    private final List<Inspection> noted = new ArrayList<>();
    private final Map<String, Integer> unknown = new TreeMap<>();

    /** @param registry the card with a number, or null */
    public InspectionRegister(Rules rules, Function<String, @Nullable ManagerCard> registry) {
        this.rules = rules;
        this.registry = registry;
    }

    public Decision decide(Arrival arrival) {
        Inspection before = last(arrival.terminalId);
        if (before != null && before.message().equals(arrival.message)) {
            return new Noted(before, true);
        }
        Refused refusal = refusal(arrival, before);
        return refusal != null ? refusal : note(arrival);
    }

    /** How many inspections have gone by this medium, for the audit. */
    public long count(Medium medium) {
        return noted.stream()
                .filter(inspection -> inspection.report().medium() == medium)
                .count();
    }

    private @Nullable Refused refusal(Arrival arrival, @Nullable Inspection before) {
        boolean typed = arrival.report.medium() == Medium.TYPED;
        if (typed && locked(arrival.terminalId)) {
            return refused(LOCKED, "typed entry is locked");
        }
        ManagerCard card = registry.apply(arrival.report.manager());
        if (card == null || card.state() == ManagerCard.State.UNKNOWN) {
            return unknown(arrival, typed);
        }
        unknown.remove(arrival.terminalId);
        if (!card.state().refusal().isEmpty()) {
            return refused(
                    card.state().refusal(), "manager card is " + card.state().words());
        } else if (!card.limits().allow(arrival.merchant, arrival.at.toLocalTime())) {
            return refused(OUT_OF_REGION, "not a merchant of the manager's, or not in his hours");
        } else if (before != null && arrival.at.isBefore(before.at().plus(rules.noDoubleWithin))) {
            return refused(DOUBLE, "inspected already, number " + before.number());
        }
        return null;
    }

    private Refused unknown(Arrival arrival, boolean typed) {
        if (typed) {
            unknown.merge(arrival.terminalId, 1, Integer::sum);
        }
        return new Refused(UNKNOWN, "manager card is unknown", typed && locked(arrival.terminalId));
    }

    private boolean locked(String terminalId) {
        return unknown.getOrDefault(terminalId, 0) >= rules.unknownTries;
    }

    private Noted note(Arrival arrival) {
        String number = Decimal.digits(noted.size() + 1L, NUMBER_DIGITS);
        Inspection inspection = new Inspection(number, arrival.terminalId, arrival.message, arrival.at, arrival.report);
        noted.add(inspection);
        return new Noted(inspection, false);
    }

    private @Nullable Inspection last(String terminalId) {
        Inspection last = null;
        for (Inspection inspection : noted) {
            last = inspection.terminalId().equals(terminalId) ? inspection : last;
        }
        return last;
    }

    private static Refused refused(String code, String why) {
        return new Refused(code, why, false);
    }
}
