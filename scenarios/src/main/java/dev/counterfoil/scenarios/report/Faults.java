package dev.counterfoil.scenarios.report;

import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.scenarios.play.PlayedScenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults of a scenario, numbered in the order in which they struck; those that never did come last. */
final class Faults {
    private final Map<String, Recording.Fault> byName = new LinkedHashMap<>();

    private Faults(PlayedScenario played) {
        for (WireMessage message : played.evidence().messages().all()) {
            String name = message.fault();
            if (name != null) {
                byName.computeIfAbsent(name, n -> struck(n, message));
            }
        }
        for (String name : played.neverStruck()) {
            byName.computeIfAbsent(name, n -> new Recording.Fault(byName.size() + 1, n, 0, 0, false));
        }
    }

    static Faults of(PlayedScenario played) {
        return new Faults(played);
    }

    private Recording.Fault struck(String name, WireMessage message) {
        return new Recording.Fault(byName.size() + 1, name, message.sentNanos(), message.number(), true);
    }

    List<Recording.Fault> all() {
        return new ArrayList<>(byName.values());
    }

    /** Number of the fault that struck a message, 0 when none did. */
    int number(WireMessage message) {
        String name = message.fault();
        Recording.Fault fault = name == null ? null : byName.get(name);
        return fault == null ? 0 : fault.number();
    }
}
