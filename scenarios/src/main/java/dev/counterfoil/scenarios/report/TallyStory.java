package dev.counterfoil.scenarios.report;

import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.people.PeopleEvents;
import dev.counterfoil.reports.model.Tally;
import dev.counterfoil.scenarios.play.PlayedScenario;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is counted of every scenario; nothing is decoded for it. */
final class TallyStory {
    private TallyStory() {}

    static Tally of(PlayedScenario played) {
        Evidence evidence = played.evidence();
        Set<String> actors = new LinkedHashSet<>();
        Set<String> struck = new LinkedHashSet<>();
        for (WireMessage message : evidence.messages().all()) {
            actors.add(message.from());
            actors.add(message.to());
            String fault = message.fault();
            if (fault != null) {
                struck.add(fault);
            }
        }
        evidence.of(PeopleEvents.Did.class).forEach(did -> actors.add(did.actor()));
        return new Tally(
                evidence.messages().all().size(),
                struck.size(),
                played.neverStruck().size(),
                List.copyOf(actors));
    }
}
