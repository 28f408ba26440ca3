package dev.counterfoil.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The command line that plays something of this run again.
 *
 * @param seed the seed of the run
 * @param options what else it was called with and what matters: {@code --estate FILE}, {@code --glue JAR}
 */
public record Rerun(long seed, List<String> options) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:,@%+=-]+");

    public Rerun {
        options = List.copyOf(options);
    }

    /** Plays what stands here, with the same seed. */
    public String of(String... what) {
        List<String> words = new ArrayList<>(List.of("./counterfoil", "run"));
        words.addAll(List.of(what));
        words.addAll(List.of("--seed", Long.toString(seed)));
        words.addAll(options);
        return String.join(" ", words.stream().map(Rerun::quoted).toList());
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
