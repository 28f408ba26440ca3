package dev.counterfoil.scenarios.run;

import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * How a run ended.
 *
 * @param scenarios the results, in the order of the features
 */
public record RunResult(List<ScenarioResult> scenarios) {
    private static final Comparator<ScenarioResult> BY_FILE_AND_POSITION = Comparator.comparing(RunResult::fileName)
            .thenComparing(result -> result.scenario().path())
            .thenComparing(result -> result.scenario().line());

    public RunResult {
        scenarios = List.copyOf(scenarios);
    }

    /** How many scenarios ended this way. */
    public long count(Verdict verdict) {
        return scenarios.stream().filter(result -> result.verdict() == verdict).count();
    }

    /**
     * The digest of the run, 64 lower-case hexadecimal digits: SHA-256 over the digests of the scenarios, sorted by
     * file and by position in it. Neither the order of the paths nor the number of workers plays a part.
     */
    public String digest() {
        MessageDigest digest = Digests.sha256();
        scenarios.stream().sorted(BY_FILE_AND_POSITION).forEach(result -> digest.update(result.digest()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String fileName(ScenarioResult result) {
        String path = result.scenario().path();
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
