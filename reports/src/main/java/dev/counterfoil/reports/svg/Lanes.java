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

/** The lanes of a sequence diagram: an actor that spoke has one, in the estate's order, wide enough for its names. */
final class Lanes {
    private static final int FIRST_X = 180;
    private static final int LEAST_SPACING = 110;
    private static final double NAME_SIZE = 12.5;
    private static final double ID_SIZE = 11;

    private final Map<String, ActorReport> actors = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final int spacing;

    private Lanes(List<ActorReport> estate, Set<String> spoke) {
        for (ActorReport actor : estate) {
            actors.put(actor.id(), actor);
        }
        estate.stream().map(ActorReport::id).filter(spoke::contains).forEach(this::add);
        spoke.stream().filter(id -> !places.containsKey(id)).forEach(this::add);
        double widest =
                places.keySet().stream().mapToDouble(this::headWidth).max().orElse(0);
        spacing = (int) Math.max(LEAST_SPACING, StrictMath.ceil(widest) + 22);
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
        places.put(id, places.size());
    }

    private double headWidth(String id) {
        return Math.max(
                Measure.width(role(id), NAME_SIZE),
                Math.max(Measure.width(zh(id), ID_SIZE), Measure.width(id, ID_SIZE)));
    }

    /** What the actor is, in English; its id when the estate does not say. */
    String role(String id) {
        return actor(id).map(a -> a.role().en()).orElse(id);
    }

    String zh(String id) {
        return actor(id).map(a -> a.role().zh()).orElse("");
    }

    Set<String> ids() {
        return places.keySet();
    }

    int x(String id) {
        return FIRST_X + places.getOrDefault(id, 0) * spacing;
    }

    /** Width of a lane's head. */
    int headWidth() {
        return spacing - 12;
    }

    Optional<ActorReport> actor(String id) {
        return Optional.ofNullable(actors.get(id));
    }

    int lastX() {
        return FIRST_X + Math.max(0, places.size() - 1) * spacing;
    }
}
