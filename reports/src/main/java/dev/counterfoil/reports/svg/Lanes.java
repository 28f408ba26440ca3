package dev.counterfoil.reports.svg;

import dev.counterfoil.reports.model.ActorReport;
import dev.counterfoil.reports.model.Moment;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.WireMessage;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lanes of a sequence diagram: an actor that spoke has one, in the estate's order. */
final class Lanes {
    private static final int FIRST_X = 168;
    private static final int SPACING = 110;
    private static final int COMMENT_WIDTH = 280;

    private final Map<String, Integer> xById = new LinkedHashMap<>();
    private final Map<String, ActorReport> actors = new LinkedHashMap<>();

    private Lanes(List<ActorReport> estate, Set<String> spoke) {
        for (ActorReport actor : estate) {
            actors.put(actor.id(), actor);
        }
        estate.stream().map(ActorReport::id).filter(spoke::contains).forEach(this::add);
        spoke.stream().filter(id -> !xById.containsKey(id)).forEach(this::add);
    }

    static Lanes of(RunReport run, ScenarioReport scenario) {
        Set<String> spoke = new LinkedHashSet<>();
        for (WireMessage message : scenario.recording().messages()) {
            spoke.add(message.from());
            spoke.add(message.to());
        }
        scenario.recording().moments().stream().map(Moment::actor).forEach(spoke::add);
        return new Lanes(run.actors(), spoke);
    }

    private void add(String id) {
        xById.put(id, FIRST_X + xById.size() * SPACING);
    }

    Set<String> ids() {
        return xById.keySet();
    }

    int x(String id) {
        return xById.getOrDefault(id, FIRST_X);
    }

    Optional<ActorReport> actor(String id) {
        return Optional.ofNullable(actors.get(id));
    }

    int lastX() {
        return FIRST_X + Math.max(0, xById.size() - 1) * SPACING;
    }

    int commentX() {
        return lastX() + 62;
    }

    int width() {
        return commentX() + COMMENT_WIDTH;
    }
}
