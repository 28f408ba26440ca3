package dev.counterfoil.scenarios.report;

import dev.counterfoil.reports.coverage.Catalogues;
import dev.counterfoil.reports.model.Catalogue;
import dev.counterfoil.reports.model.Catalogue.Behaviour;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the product promises, held against the features that come with it. */
public final class Promises {
    private Promises() {}

    /** The part of the catalogue that these scenarios are tagged with. */
    static Catalogue of(List<ScenarioReport> scenarios) {
        Set<String> tags = new LinkedHashSet<>();
        scenarios.forEach(s -> tags.addAll(s.head().tags()));
        Catalogue all = Catalogues.bundled();
        return new Catalogue(
                all.behaviours().stream().filter(b -> tags.contains(b.id())).toList(),
                all.seedItems().stream()
                        .filter(item -> item.behaviours().stream().anyMatch(tags::contains))
                        .toList());
    }

    /** Ids of promised behaviours that no bundled scenario is tagged with, in the order of the catalogue. */
    public static List<String> withoutScenario() {
        Set<String> tags = new LinkedHashSet<>();
        for (Scenario scenario : Selection.scenarios(List.of(), "", 0)) {
            tags.addAll(scenario.tags());
        }
        return Catalogues.bundled().behaviours().stream()
                .filter(b -> b.status() == Behaviour.Status.PROMISED)
                .map(Behaviour::id)
                .filter(id -> !tags.contains("@" + id))
                .toList();
    }
}
