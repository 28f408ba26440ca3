package dev.counterfoil.evidence;

import dev.counterfoil.host.HostEvents;
import dev.counterfoil.host.inspection.InspectionEvents.Noted;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the inspections of a world are made up: terminals that had one, media, equipment states. */
public final class InspectionTally {
    private final List<Noted> noted;
    private final Set<String> terminals = new TreeSet<>();
    private final Set<String> inspected = new TreeSet<>();

    public InspectionTally(Evidence evidence) {
        noted = evidence.of(Noted.class).stream().map(Seen::event).toList();
        noted.forEach(inspection -> inspected.add(inspection.terminal()));
        evidence.of(HostEvents.TerminalEntry.class)
                .forEach(entry -> terminals.add(entry.event().terminal()));
    }

    /** Terminals in the host's table that have been inspected. */
    public int inspected() {
        return inspected.size();
    }

    /** Terminals in the host's table that have not. */
    public int missed() {
        return (int) terminals.stream()
                .filter(terminal -> !inspected.contains(terminal))
                .count();
    }

    /** Inspections by this medium. */
    public int by(Medium medium) {
        return count(noted.stream().map(Noted::medium), medium.words());
    }

    /** Inspections that found a terminal in this state. */
    public int in(EquipmentState state) {
        return count(noted.stream().map(Noted::state), state.words());
    }

    private static int count(Stream<String> words, String wanted) {
        return (int) words.filter(wanted::equals).count();
    }

    /** {@code 1 of 4 terminals; chip 1, stripe 0, typed 1; good 1, faulty 1}; states that were found only. */
    public String words() {
        String media = Stream.of(Medium.values())
                .map(medium -> medium.words() + " " + by(medium))
                .collect(Collectors.joining(", "));
        String states = Stream.of(EquipmentState.values())
                .filter(state -> in(state) > 0)
                .map(state -> state.words() + " " + in(state))
                .collect(Collectors.joining(", "));
        return inspected() + " of " + (inspected() + missed()) + " terminals; " + media + "; " + states;
    }
}
