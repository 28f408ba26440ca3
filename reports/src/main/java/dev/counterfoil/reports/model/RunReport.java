package dev.counterfoil.reports.model;

import java.util.List;

/**
 * One run: the root of the model.
 *
 * @param identity what fixes the run to the byte, and its digest
 * @param surroundings when and on what it ran; outside the digest
 * @param catalogue the behaviours that the product promises or plans
 * @param scenarios every scenario in the order of the run, features kept together
 * @param actors every actor of the estate, in the order of the diagram's lanes
 * @param invariants the invariants that were watched
 * @param charts measurements for charts; may be empty
 * @param inputs files that went in, with their hashes
 * @param sideFiles files that lie beside the page
 */
public record RunReport(
        RunIdentity identity,
        Surroundings surroundings,
        Catalogue catalogue,
        List<ScenarioReport> scenarios,
        List<ActorReport> actors,
        List<InvariantReport> invariants,
        ChartData charts,
        List<InputFile> inputs,
        List<SideFile> sideFiles) {
    public RunReport {
        scenarios = List.copyOf(scenarios);
        actors = List.copyOf(actors);
        invariants = List.copyOf(invariants);
        inputs = List.copyOf(inputs);
        sideFiles = List.copyOf(sideFiles);
    }

    /** The number of scenarios that ended so. */
    public int count(Verdict verdict) {
        return (int) scenarios.stream().filter(s -> s.verdict() == verdict).count();
    }

    /** The number of scenarios that ran on this clock. */
    public int count(Mode mode) {
        return (int) scenarios.stream().filter(s -> s.head().mode() == mode).count();
    }

    /** The same run with everything blanked that may differ between two runs of one seed. */
    public RunReport blanked() {
        return new RunReport(
                identity,
                Surroundings.BLANK,
                catalogue,
                scenarios.stream().map(ScenarioReport::withoutCpu).toList(),
                actors,
                invariants,
                charts,
                inputs,
                sideFiles);
    }

    /**
     * A file that went into the run.
     *
     * @param kind {@code feature}, {@code estate} or {@code plan}
     * @param path path as it is named on the command line, relative, with {@code /}
     * @param sha256Hex SHA-256 of its bytes, 64 lower-case hex digits
     */
    public record InputFile(String kind, String path, String sha256Hex) {}

    /**
     * A file that lies beside the page.
     *
     * @param name file name, relative to the page
     * @param what what it holds, in a few words
     */
    public record SideFile(String name, String what) {}
}
