package dev.counterfoil.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.reports.model.Mode;
import dev.counterfoil.reports.model.Moment;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.WireMessage;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import dev.counterfoil.scenarios.feature.StepCheck;
import dev.counterfoil.scenarios.play.VirtualSurroundings;
import dev.counterfoil.scenarios.play.WorldWorkshop;
import dev.counterfoil.scenarios.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The sequence diagrams of the pages are those of a run. A page asks for one in a comment, {@code <!-- run:
 * FILE.feature; name of the scenario; protocols; to step 4 -->}, and has it behind that as a Mermaid block. With {@code
 * -Dcounterfoil.diagrams=write} the test writes what it finds to be missing.
 */
final class DiagramsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final long SEED = 20_260_316;
    private static final Pattern WANTED = Pattern.compile(
            "<!-- run: ([^;]+); ([^;]+); ([^;]+?)(?:; to step ([0-9]+))? -->\n(```mermaid\n.*?```\n)?", Pattern.DOTALL);
    private static final Pattern PATENT_STEP = Pattern.compile("step (S[0-9].*)");

    @TestFactory
    Stream<DynamicTest> every_diagram_is_that_of_its_run() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return pages.stream()
                    .filter(DiagramsTest::asks)
                    .map(page -> DynamicTest.dynamicTest(DOCS.relativize(page).toString(), () -> check(page)));
        }
    }

    private static boolean asks(Path page) {
        return WANTED.matcher(text(page)).find();
    }

    private static void check(Path page) throws IOException {
        String text = text(page);
        StringBuilder right = new StringBuilder();
        Matcher wanted = WANTED.matcher(text);
        while (wanted.find()) {
            String comment = text.substring(wanted.start(), text.indexOf('\n', wanted.start()) + 1);
            int lastStep = wanted.group(4) == null ? Integer.MAX_VALUE : Integer.parseInt(wanted.group(4));
            String diagram = diagram(played(wanted.group(1), wanted.group(2)), wires(wanted.group(3)), lastStep);
            wanted.appendReplacement(right, Matcher.quoteReplacement(comment + diagram));
        }
        wanted.appendTail(right);
        if (System.getProperty("counterfoil.diagrams", "").equals("write")) {
            Files.writeString(page, right);
        }
        assertThat(text).as(page.toString()).isEqualTo(right.toString());
    }

    private static Set<WireMessage.Protocol> wires(String names) {
        Set<WireMessage.Protocol> wires = new LinkedHashSet<>();
        for (String name : names.split(" ")) {
            wires.add(WireMessage.Protocol.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return wires;
    }

    private static String diagram(ScenarioReport played, Set<WireMessage.Protocol> wires, int lastStep) {
        Recording seen = played.recording();
        List<WireMessage> messages =
                seen.messages().stream().takeWhile(m -> m.step() <= lastStep).toList();
        Set<String> lanes = new LinkedHashSet<>();
        for (WireMessage message : messages) {
            if (wires.contains(message.protocol())) {
                lanes.add(message.from());
                lanes.add(message.to());
            }
        }
        List<String> lines = new ArrayList<>();
        lanes.forEach(lane -> lines.add("    participant " + id(lane) + " as " + lane));
        for (WireMessage message : messages) {
            if (wires.contains(message.protocol())) {
                lines.add(arrow(message));
            }
            seen.moments().stream()
                    .filter(moment -> moment.afterMessage() == message.number() && lanes.contains(moment.actor()))
                    .forEach(moment -> lines.addAll(note(moment)));
        }
        return "```mermaid\nsequenceDiagram\n" + String.join("\n", lines) + "\n```\n";
    }

    private static String arrow(WireMessage message) {
        return "    " + id(message.from()) + (message.lost() ? "-x" : "->>") + id(message.to()) + ": " + said(message);
    }

    /** A step of the patent that was taken here; none for any other moment. */
    private static List<String> note(Moment moment) {
        Matcher step = PATENT_STEP.matcher(moment.text());
        return step.matches()
                ? List.of("    Note over " + id(moment.actor()) + ": " + step.group(1) + " " + moment.meaning())
                : List.of();
    }

    private static String said(WireMessage message) {
        String meaning = message.meaning().isEmpty() ? "" : ", " + message.meaning();
        return (message.label().en() + meaning).replace(';', ',').replace('#', ' ');
    }

    private static String id(String actor) {
        return actor.replaceAll("[^A-Za-z0-9]", "_");
    }

    private static ScenarioReport played(String feature, String name) {
        List<Scenario> scenarios =
                Selection.scenarios(List.of("src/main/resources/features/" + feature), "", SEED).stream()
                        .filter(scenario -> scenario.name().equals(name))
                        .limit(1)
                        .toList();
        assertThat(scenarios).as("scenario \"%s\" of %s", name, feature).hasSize(1);
        Story story = new Story(EstateReader.bundled(), new Rerun(SEED, List.of()), Mode.VIRTUAL, played -> {});
        List<ScenarioReport> told = new ArrayList<>();
        VirtualSurroundings surroundings = new VirtualSurroundings(List::of);
        Run.play(
                scenarios,
                StepCheck.wordings(scenarios, false, EstateReader.bundled()),
                null,
                1,
                false,
                () -> new WorldWorkshop(EstateReader.bundled(), surroundings, story),
                ended -> told.add(story.ended(ended)));
        return told.get(0);
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
