package dev.counterfoil.reports.export;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.StepReport;
import dev.counterfoil.reports.model.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JUnit XML, the dialect that build servers read: a suite a feature file, a case a scenario. A failed scenario is a
 * {@code failure}; one that was skipped, inconclusive or not run is {@code skipped} and says which. Times are
 * seconds of the scenario's own clock.
 */
public final class JUnitXml {
    private final Writer out;
    private final Masking masking;

    private JUnitXml(Writer out, Masking masking) {
        this.out = out;
        this.masking = masking;
    }

    /**
     * Writes a run; the writer is flushed and not closed.
     *
     * @throws IOException if the writer fails
     */
    public static void write(RunReport run, Masking masking, Writer out) throws IOException {
        new JUnitXml(out, masking).write(run);
        out.flush();
    }

    private void write(RunReport run) throws IOException {
        Map<String, List<ScenarioReport>> suites = new LinkedHashMap<>();
        for (ScenarioReport scenario : run.scenarios()) {
            suites.computeIfAbsent(scenario.head().featureFile(), f -> new ArrayList<>())
                    .add(scenario);
        }
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.write("<testsuites name=\"counterfoil\"" + counts(run.scenarios()) + ">\n");
        for (List<ScenarioReport> suite : suites.values()) {
            suite(suite);
        }
        out.write("</testsuites>\n");
    }

    private void suite(List<ScenarioReport> scenarios) throws IOException {
        String name = scenarios.get(0).head().feature().en();
        out.write("  <testsuite" + attribute("name", name) + counts(scenarios) + ">\n");
        for (ScenarioReport scenario : scenarios) {
            scenario(scenario);
        }
        out.write("  </testsuite>\n");
    }

    private void scenario(ScenarioReport scenario) throws IOException {
        out.write("    <testcase"
                + attribute("name", scenario.head().name().en())
                + attribute("classname", scenario.head().featureFile())
                + attribute("line", scenario.head().line() + "")
                + attribute("time", seconds(scenario.time().virtualNanos())));
        switch (scenario.verdict()) {
            case PASS -> out.write("/>\n");
            case FAIL -> failure(scenario);
            case SKIPPED, INCONCLUSIVE, NOT_RUN -> skipped(scenario);
        }
    }

    private void failure(ScenarioReport scenario) throws IOException {
        StringBuilder text = new StringBuilder();
        String message = scenario.reason();
        for (StepReport step : scenario.steps()) {
            text.append(step.status().glyph())
                    .append(' ')
                    .append(step.keyword())
                    .append(' ')
                    .append(step.text());
            if (step.status() == Verdict.FAIL) {
                text.append("\n  expected ")
                        .append(step.expected())
                        .append("\n  came ")
                        .append(step.came());
                message = message.isEmpty() ? step.keyword() + " " + step.text() : message;
            }
            text.append('\n');
        }
        text.append(scenario.head().rerunCommand());
        out.write(">\n      <failure" + attribute("message", message) + ">" + escaped(text.toString()));
        out.write("</failure>\n    </testcase>\n");
    }

    private void skipped(ScenarioReport scenario) throws IOException {
        String message = scenario.verdict().word() + (scenario.reason().isEmpty() ? "" : ": " + scenario.reason());
        out.write(">\n      <skipped" + attribute("message", message) + "/>\n    </testcase>\n");
    }

    private String counts(List<ScenarioReport> scenarios) {
        long failures =
                scenarios.stream().filter(s -> s.verdict() == Verdict.FAIL).count();
        long passed =
                scenarios.stream().filter(s -> s.verdict() == Verdict.PASS).count();
        long nanos = scenarios.stream().mapToLong(s -> s.time().virtualNanos()).sum();
        return attribute("tests", scenarios.size() + "")
                + attribute("failures", failures + "")
                + attribute("errors", "0")
                + attribute("skipped", scenarios.size() - failures - passed + "")
                + attribute("time", seconds(nanos));
    }

    private String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    private String escaped(String text) {
        return Html.escape(masking.text(text));
    }

    private static String seconds(long nanos) {
        return Words.format("%.3f", nanos / 1e9);
    }
}
