package dev.counterfoil.reports.coverage;

import dev.counterfoil.reports.model.Catalogue;
import dev.counterfoil.reports.model.Catalogue.Behaviour;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A catalogue held against the scenarios of a run: one row a behaviour. */
public final class Coverage {
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private Coverage(Catalogue catalogue, List<ScenarioReport> scenarios) {
        Map<String, List<Integer>> byTag = new LinkedHashMap<>();
        for (int i = 0; i < scenarios.size(); i++) {
            for (String tag : scenarios.get(i).head().tags()) {
                byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(i + 1);
            }
        }
        for (Behaviour behaviour : catalogue.behaviours()) {
            List<Integer> numbers = byTag.getOrDefault(behaviour.id(), List.of());
            List<ScenarioReport> own =
                    numbers.stream().map(n -> scenarios.get(n - 1)).toList();
            rows.put(behaviour.id(), row(behaviour, numbers, own));
        }
    }

    /** The coverage of a run by its own catalogue. */
    public static Coverage of(RunReport run) {
        return new Coverage(run.catalogue(), run.scenarios());
    }

    private static Row row(Behaviour behaviour, List<Integer> numbers, List<ScenarioReport> scenarios) {
        boolean covered = scenarios.stream().anyMatch(s -> s.verdict() == Verdict.PASS);
        boolean real = scenarios.stream()
                .anyMatch(s ->
                        s.verdict() == Verdict.PASS && !s.head().realActors().isEmpty());
        if (covered) {
            return new Row(behaviour, State.COVERED, numbers, real, "");
        }
        if (behaviour.status() == Behaviour.Status.PLANNED) {
            return new Row(behaviour, State.PLANNED, numbers, false, "");
        }
        boolean waits = !scenarios.isEmpty() && scenarios.stream().allMatch(s -> s.verdict() == Verdict.SKIPPED);
        return new Row(behaviour, waits ? State.SKIPPED : State.MISSING, numbers, false, why(scenarios));
    }

    private static String why(List<ScenarioReport> scenarios) {
        if (scenarios.isEmpty()) {
            return "no scenario carries its tag";
        }
        if (scenarios.stream().allMatch(s -> s.verdict() == Verdict.SKIPPED)) {
            return scenarios.size() == 1 ? "its only scenario was skipped" : "all its scenarios were skipped";
        }
        if (scenarios.size() > 1) {
            return "none of its " + scenarios.size() + " scenarios passed";
        }
        return "its only scenario "
                + switch (scenarios.get(0).verdict()) {
                    case NOT_RUN -> "was not run";
                    case INCONCLUSIVE -> "was inconclusive";
                    case SKIPPED, FAIL, PASS -> scenarios.get(0).verdict().word();
                };
    }

    /** Every behaviour in order of the catalogue. */
    public List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** The row of one behaviour, if the catalogue has it. */
    public Optional<Row> row(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Promised behaviours without a passing scenario: empty, or the run has failed. */
    public List<Row> missing() {
        return rows.values().stream().filter(r -> r.state() == State.MISSING).toList();
    }

    /** How many behaviours are in this state. */
    public int count(State state) {
        return (int) rows.values().stream().filter(r -> r.state() == state).count();
    }

    /** How many behaviours are promised. */
    public int promised() {
        return (int) rows.values().stream()
                .filter(r -> r.behaviour().status() == Behaviour.Status.PROMISED)
                .count();
    }

    /** How many promised behaviours are covered. */
    public int promisedAndCovered() {
        return promised() - missing().size() - count(State.SKIPPED);
    }

    /**
     * How a seed item fares: missing when one of its behaviours is, else covered when one is, else skipped when one
     * is, else planned; an item whose behaviours are not in the catalogue is planned.
     */
    public State state(Catalogue.SeedItem item) {
        List<State> states = item.behaviours().stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .map(Row::state)
                .toList();
        if (states.contains(State.MISSING)) {
            return State.MISSING;
        }
        if (states.contains(State.COVERED)) {
            return State.COVERED;
        }
        return states.contains(State.SKIPPED) ? State.SKIPPED : State.PLANNED;
    }

    /** What is known about a behaviour after a run. */
    public enum State {
        /** A scenario that carries its id passed. */
        COVERED,
        /** Promised, and no scenario that carries its id passed. */
        MISSING,
        /** Promised, and every scenario that carries its id was skipped, as for want of a device. */
        SKIPPED,
        /** Not promised yet, and not shown. */
        PLANNED
    }

    /**
     * One behaviour after a run.
     *
     * @param behaviour the behaviour
     * @param state what is known about it
     * @param scenarios numbers of the scenarios that carry its id, from 1
     * @param real whether a real device has also shown it
     * @param why why it is missing, else empty
     */
    public record Row(Behaviour behaviour, State state, List<Integer> scenarios, boolean real, String why) {
        public Row {
            scenarios = List.copyOf(scenarios);
        }
    }
}
