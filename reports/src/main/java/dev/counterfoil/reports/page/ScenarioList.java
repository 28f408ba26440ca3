package dev.counterfoil.reports.page;

import dev.counterfoil.reports.coverage.Coverage;
import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.Finding;
import dev.counterfoil.reports.model.ScenarioHead;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Every scenario, a line each that opens, with filters by verdict, feature, tag and text. */
final class ScenarioList {
    private final Html html;
    private final Context context;

    private static final String PLACE = "FILE:LINE";

    private final boolean aside;
    private final String command;

    private ScenarioList(Html html, Context context, boolean aside) {
        this.html = html;
        this.context = context;
        this.aside = aside;
        this.command = command(context);
    }

    static void write(Html html, Context context) {
        new ScenarioList(html, context, false).write();
    }

    /** The lines of some scenarios alone, for a file beside the page. */
    static void aside(Html html, Context context, List<Integer> numbers) {
        numbers.forEach(new ScenarioList(html, context, true)::scenario);
    }

    private void write() {
        Map<String, List<Integer>> features = context.byFeature();
        Parts.heading(html, "scenarios", "Scenarios", "");
        html.open("p").text(context.scenarioCount() + " in " + Words.count(features.size(), "feature") + ". ");
        html.raw("<kbd>/</kbd> searches, <kbd>n</kbd> goes to the next one that did not pass; "
                + "open a line for its steps and how to run it.");
        if (context.keptInFull() < context.played()) {
            html.text(" Of scenarios late in a long run that passed only totals are kept; run one alone for its"
                    + " diagram.");
        }
        html.text(" Run one alone: ").open("code", "id", "rr").verbatim(command).close();
        html.close();
        filters(features);
        features.forEach(this::feature);
    }

    private void filters(Map<String, List<Integer>> features) {
        html.open("div", "class", "fl", "id", "sf");
        int total = context.scenarioCount();
        button("all", "All " + total, true);
        int passed = context.run().count(Verdict.PASS);
        if (passed < total) {
            button("not", "Not passed " + (total - passed), false);
        }
        for (Verdict verdict : Verdict.values()) {
            int count = context.run().count(verdict);
            if (count > 0 && count < total) {
                button(verdict.code(), verdict.glyph() + " " + verdict.word() + " " + count, false);
            }
        }
        html.open("select", "id", "ff", "aria-label", "Feature").raw("<option value=\"\">All features");
        int number = 0;
        for (List<Integer> numbers : features.values()) {
            String name = context.scenario(numbers.get(0)).head().feature().en();
            html.element("option", name, "value", "f" + ++number);
        }
        html.close().open("select", "id", "ft", "aria-label", "Tag").raw("<option value=\"\">All tags");
        tags().forEach((value, name) ->
                html.open("option", "value", value).text(name).close());
        html.close()
                .open(
                        "input",
                        "id",
                        "fs",
                        "type",
                        "search",
                        "aria-label",
                        "Search scenarios",
                        "placeholder",
                        "Search: T-18, 冲正, receipt …")
                .close();
        html.raw("<output id=fo></output>").close();
    }

    private void button(String value, String text, boolean pressed) {
        html.element("button", text, "type", "button", "data-vf", value, "aria-pressed", pressed + "");
    }

    /** Groups of behaviours first, then the tags that are none. */
    private Map<String, String> tags() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (Coverage.Row row : context.coverage().rows()) {
            String letter = row.behaviour().id().substring(0, 2);
            groups.putIfAbsent(letter, letter.charAt(0) + " " + row.behaviour().group());
        }
        Map<String, String> used = new LinkedHashMap<>();
        TreeSet<String> others = new TreeSet<>();
        TreeSet<String> seen = new TreeSet<>();
        for (ScenarioReport scenario : context.run().scenarios()) {
            for (String tag : scenario.head().tags()) {
                if (context.coverage().row(tag).isPresent()) {
                    seen.add(tag.substring(0, 2));
                } else {
                    others.add(tag);
                }
            }
        }
        groups.keySet().stream().filter(seen::contains).forEach(g -> used.put(g, groups.getOrDefault(g, g)));
        others.forEach(tag -> used.put(tag, tag));
        return used;
    }

    private void feature(String file, List<Integer> numbers) {
        ScenarioReport first = context.scenario(numbers.get(0));
        html.open("section", "class", "ft2")
                .open("h3")
                .text(first.head().feature().en());
        html.chinese(first.head().feature().zh()).raw(" ");
        html.element("small", file + " · " + numbers.size()).close();
        numbers.forEach(this::scenario);
        html.close();
    }

    private void scenario(int number) {
        ScenarioReport scenario = context.scenario(number);
        ScenarioHead head = scenario.head();
        Verdict verdict = scenario.verdict();
        html.open("details", "class", "sc " + verdict.code(), "id", "s" + number)
                .open("summary");
        html.element("i", verdict.glyph());
        html.open("b").text(head.name().en()).chinese(head.name().zh()).close();
        html.open("span").text(String.join(" ", head.tags()));
        if (!head.realActors().isEmpty()) {
            html.element("em", head.mode().word() + ", real " + String.join(", ", head.realActors()));
        }
        html.close();
        int messages = scenario.tally().messages();
        int struck = scenario.tally().faultsStruck();
        String faults = struck == 0 ? "" : " ↯ " + struck;
        html.element("span", messages == 0 ? "" : Words.count(messages) + " msg" + faults);
        html.element(
                "span",
                verdict == Verdict.NOT_RUN || scenario.time().virtualNanos() == 0
                        ? "–"
                        : Words.span(scenario.time().virtualNanos()));
        html.close().open("div");
        body(number, scenario);
        html.close().close();
    }

    /** Its line in the file; the script makes it the whole command, which differs in nothing else. */
    private void again(ScenarioHead head) {
        String place = head.featureFile() + ":" + head.line();
        if (head.rerunCommand().equals(command.replace(PLACE, place))) {
            html.element("p", "line " + head.line(), "class", "at");
        } else {
            Parts.command(html, head.rerunCommand());
        }
    }

    /** The command of the first scenario with {@link #PLACE} for where it stands. */
    private static String command(Context context) {
        if (context.scenarioCount() == 0) {
            return "";
        }
        ScenarioHead head = context.scenario(1).head();
        return head.rerunCommand().replace(head.featureFile() + ":" + head.line(), PLACE);
    }

    private void body(int number, ScenarioReport scenario) {
        if (!scenario.reason().isEmpty()) {
            html.element("p", scenario.reason(), "class", "rs");
        }
        for (Finding finding : scenario.findings()) {
            String declared = finding.declared() ? "Declared finding came: " : "Finding that nobody declared: ";
            html.element("p", declared + "the invariant “" + finding.invariant() + "” is broken by " + finding.text());
        }
        context.chapterOf(number)
                .filter(chapter -> !aside)
                .ifPresent(chapter -> html.open("p")
                        .element("a", "To its chapter", "href", "#" + chapter.id("failure"))
                        .close());
        Steps.inShort(html, scenario);
        Exposures.write(html, context, number);
        Diagrams.placeholder(html, context, number, aside);
        again(scenario.head());
    }
}
