package dev.counterfoil.scenarios.feature;

import dev.counterfoil.verb.Table;
import dev.counterfoil.verb.Verb;
import dev.counterfoil.verb.Vocabulary;
import dev.counterfoil.verb.word.Language;
import io.cucumber.gherkin.GherkinDialect;
import io.cucumber.gherkin.GherkinDialects;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTable;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.StepKeywordType;
import io.cucumber.messages.types.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Renders a feature in another language. Keywords, steps and tables are translated; names, descriptions and quoted text
 * stay as they are, and so does a step that the vocabulary does not have. Each example row of an outline becomes a
 * scenario of its own, so that the scenarios have the names, and under the same file name the seeds, that they had.
 */
public final class FeatureTranslator {
    /** Of the three words that Gherkin takes, the one that the vocabulary's features use. */
    private static final String AND_IN_CHINESE = "并且";

    private final Language language;
    private final GherkinDialect dialect;
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, List<Pickle>> pickles = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    private FeatureTranslator(Language language) {
        this.language = language;
        this.dialect = GherkinDialects.getDialect(language.code())
                .orElseThrow(() -> new IllegalStateException("Gherkin lacks " + language.code()));
    }

    /**
     * Renders the feature in a file in a language.
     *
     * @param path the path of a feature file, or the name of a bundled one
     * @throws BadInput if the file cannot be read or is not a feature
     */
    public static String translate(String path, Language language) {
        List<FeatureFile> files = FeatureFiles.find(List.of(path));
        if (files.size() != 1) {
            throw new BadInput(path + " is a folder; name one feature file");
        }
        FeatureFile file = files.get(0);
        file.parse();
        return new FeatureTranslator(language).render(file);
    }

    private String render(FeatureFile file) {
        List<Envelope> envelopes = GherkinParser.builder()
                .includeSource(false)
                .build()
                .parse(file.name(), file.text().getBytes(StandardCharsets.UTF_8))
                .toList();
        for (Envelope envelope : envelopes) {
            envelope.getPickle()
                    .ifPresent(pickle -> pickles.computeIfAbsent(
                                    pickle.getAstNodeIds().get(0), id -> new ArrayList<>())
                            .add(pickle));
        }
        Feature feature = envelopes.stream()
                .map(Envelope::getGherkinDocument)
                .flatMap(Optional::stream)
                .map(GherkinDocument::getFeature)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new BadInput(file.path() + ": holds no feature"));
        render(feature);
        return out.toString();
    }

    private void render(Feature feature) {
        if (language != Language.ENGLISH) {
            out.append("# language: ").append(language.code()).append('\n');
        }
        tags("", feature.getTags().stream().map(Tag::getName).toList());
        heading("", dialect.getFeatureKeywords().get(0), feature.getName());
        description("  ", feature.getDescription());
        List<String> inherited = feature.getTags().stream().map(Tag::getName).toList();
        for (FeatureChild child : feature.getChildren()) {
            child.getBackground().ifPresent(background -> background("  ", background));
            child.getScenario().ifPresent(scenario -> scenario("  ", scenario, inherited));
            child.getRule().ifPresent(rule -> rule(rule, inherited));
        }
    }

    private void rule(Rule rule, List<String> inherited) {
        out.append('\n');
        List<String> own = rule.getTags().stream().map(Tag::getName).toList();
        tags("  ", own);
        heading("  ", dialect.getRuleKeywords().get(0), rule.getName());
        description("    ", rule.getDescription());
        List<String> all = new ArrayList<>(inherited);
        all.addAll(own);
        for (RuleChild child : rule.getChildren()) {
            child.getBackground().ifPresent(background -> background("    ", background));
            child.getScenario().ifPresent(scenario -> scenario("    ", scenario, all));
        }
    }

    private void background(String indent, Background background) {
        out.append('\n');
        heading(indent, dialect.getBackgroundKeywords().get(0), background.getName());
        description(indent + "  ", background.getDescription());
        for (Step step : background.getSteps()) {
            List<List<String>> table = step.getDataTable()
                    .map(data -> data.getRows().stream()
                            .map(row -> row.getCells().stream()
                                    .map(cell -> cell.getValue())
                                    .toList())
                            .toList())
                    .orElse(List.of());
            step(indent + "  ", step, step.getText(), table);
        }
    }

    private void scenario(String indent, Scenario scenario, List<String> inherited) {
        scenario.getSteps().forEach(step -> steps.put(step.getId(), step));
        for (Pickle pickle : pickles.getOrDefault(scenario.getId(), List.of())) {
            out.append('\n');
            List<String> tags =
                    pickle.getTags().stream().map(tag -> tag.getName()).toList();
            tags(indent, tags.stream().filter(tag -> !inherited.contains(tag)).toList());
            heading(indent, scenarioKeyword(), pickle.getName());
            description(indent + "  ", scenario.getDescription());
            for (PickleStep step : pickle.getSteps()) {
                Step written = steps.get(step.getAstNodeIds().get(0));
                if (written != null) {
                    step(indent + "  ", written, step.getText(), table(step));
                }
            }
        }
    }

    private String scenarioKeyword() {
        List<String> keywords = dialect.getScenarioKeywords();
        return language == Language.ENGLISH ? "Scenario" : keywords.get(0);
    }

    private static List<List<String>> table(PickleStep step) {
        Optional<PickleTable> table = step.getArgument().flatMap(argument -> argument.getDataTable());
        return table.map(data -> data.getRows().stream()
                        .map(row -> row.getCells().stream()
                                .map(cell -> cell.getValue())
                                .toList())
                        .toList())
                .orElse(List.of());
    }

    private void step(String indent, Step written, String text, List<List<String>> table) {
        Optional<Verb> verb = Vocabulary.parse(text, table);
        out.append(indent)
                .append(keyword(written))
                .append(verb.map(known -> known.in(language)).orElse(text));
        out.append('\n');
        Table known = verb.map(Verb::table).orElse(null);
        rows(indent + "  ", known == null ? table : known.print(language));
    }

    private void rows(String indent, List<List<String>> cells) {
        for (List<String> row : cells) {
            out.append(indent).append('|');
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = cells.stream()
                        .mapToInt(other -> width(escape(other.get(column))))
                        .max()
                        .orElse(0);
                String cell = escape(row.get(i));
                out.append(' ')
                        .append(cell)
                        .append(" ".repeat(width - width(cell)))
                        .append(" |");
            }
            out.append('\n');
        }
    }

    private static String escape(String cell) {
        return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n");
    }

    /** Columns a text takes in a fixed font: a Chinese character or full-width sign takes two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 && c <= 0xFFEF ? 2 : 1).sum();
    }

    private String keyword(Step step) {
        StepKeywordType type = step.getKeywordType().orElse(StepKeywordType.UNKNOWN);
        List<String> keywords = switch (type) {
            case CONTEXT -> dialect.getGivenKeywords();
            case ACTION -> dialect.getWhenKeywords();
            case OUTCOME -> dialect.getThenKeywords();
            case CONJUNCTION -> dialect.getAndKeywords();
            case UNKNOWN -> List.of("* ");
        };
        if (keywords.contains(AND_IN_CHINESE)) {
            return AND_IN_CHINESE;
        }
        return keywords.stream()
                .filter(keyword -> type == StepKeywordType.UNKNOWN || !keyword.startsWith("*"))
                .findFirst()
                .orElse("* ");
    }

    private void heading(String indent, String keyword, String name) {
        out.append(indent)
                .append(keyword)
                .append(':')
                .append(name.isEmpty() ? "" : " " + name)
                .append('\n');
    }

    private void tags(String indent, List<String> tags) {
        if (!tags.isEmpty()) {
            out.append(indent).append(String.join(" ", tags)).append('\n');
        }
    }

    private void description(String indent, String description) {
        Objects.requireNonNullElse(description, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> out.append(indent).append(line).append('\n'));
    }
}
