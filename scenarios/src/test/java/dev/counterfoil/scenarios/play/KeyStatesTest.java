package dev.counterfoil.scenarios.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The state machines of {@code key-states.md} are what the keys of all bundled features go through, neither more nor
 * less. The page asks for one in a comment, {@code <!-- keys: place; key -->}, and has it behind that as a Mermaid block.
 * With {@code -Dcounterfoil.diagrams=write} the test writes what it finds to be missing.
 */
final class KeyStatesTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "key-states.md");
    private static final Pattern WANTED =
            Pattern.compile("<!-- keys: ([^;]+); ([^;]+?) -->\n(```mermaid\n.*?```\n)?", Pattern.DOTALL);

    @Test
    void every_state_machine_is_that_of_the_bundled_features() throws IOException {
        String text = Files.readString(PAGE);
        StringBuilder right = new StringBuilder();
        Matcher wanted = WANTED.matcher(text);
        while (wanted.find()) {
            String comment = text.substring(wanted.start(), text.indexOf('\n', wanted.start()) + 1);
            String diagram = diagram(wanted.group(1), wanted.group(2));
            wanted.appendReplacement(right, Matcher.quoteReplacement(comment + diagram));
        }
        wanted.appendTail(right);
        if (System.getProperty("counterfoil.diagrams", "").equals("write")) {
            Files.writeString(PAGE, right);
        }
        assertThat(text).contains("stateDiagram").isEqualTo(right.toString());
    }

    /** One arrow for each pair of states, with all the reasons; what leaves a key in its state is left out. */
    private static String diagram(String place, String key) {
        Map<String, TreeSet<String>> arrows = new TreeMap<>();
        for (KeyStep step : BundledFeatures.keySteps()) {
            if (step.place().equals(place)
                    && step.key().equals(key)
                    && !step.from().equals(step.to())) {
                String from = step.from().isEmpty() ? "[*]" : step.from();
                arrows.computeIfAbsent(from + " --> " + step.to(), arrow -> new TreeSet<>())
                        .add(step.reason());
            }
        }
        StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        arrows.forEach((arrow, reasons) -> diagram.append("    %s: %s%n".formatted(arrow, String.join(", ", reasons))));
        return diagram.append("```\n").toString().replace(System.lineSeparator(), "\n");
    }
}
