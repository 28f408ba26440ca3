package dev.counterfoil.scenarios.report;

import dev.counterfoil.evidence.Invariants;
import dev.counterfoil.reports.model.Finding;
import dev.counterfoil.reports.model.InvariantReport;
import dev.counterfoil.reports.model.InvariantReport.State;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.verb.word.Word;
import java.util.List;

/** How the invariants fared over a run. */
final class InvariantStory {
    private InvariantStory() {}

    /** @param worlds how many worlds were watched */
    static List<InvariantReport> of(List<ScenarioReport> scenarios, int worlds) {
        return Invariants.all().stream()
                .map(invariant -> report(invariant.name(), scenarios, worlds))
                .toList();
    }

    private static InvariantReport report(String name, List<ScenarioReport> scenarios, int worlds) {
        List<Finding> findings = scenarios.stream()
                .flatMap(s -> s.findings().stream())
                .filter(f -> f.invariant().equals(name))
                .toList();
        boolean broken = findings.stream().anyMatch(f -> !f.declared());
        State state = broken ? State.BROKEN : findings.isEmpty() ? State.HELD : State.DECLARED;
        String zh = Word.find(dev.counterfoil.verb.word.Invariant.values(), name)
                .map(Word::chinese)
                .orElse("");
        return new InvariantReport(
                Label.of(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1), zh),
                state,
                note(worlds, findings));
    }

    private static String note(int worlds, List<Finding> findings) {
        String watched = worlds + (worlds == 1 ? " world" : " worlds");
        if (findings.isEmpty()) {
            return watched;
        }
        return watched + ", broken " + findings.size() + (findings.size() == 1 ? " time" : " times");
    }
}
