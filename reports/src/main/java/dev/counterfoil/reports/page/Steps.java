package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.StepReport;
import dev.counterfoil.reports.model.Verdict;
import java.util.List;

/** A scenario's steps: in full in a failure's chapter, in short in the list of scenarios. */
final class Steps {
    private Steps() {}

    /** Every step with its number, verdict and note, a failed one with what was expected and what came. */
    static void inFull(Html html, ScenarioReport scenario, String prefix) {
        html.open("ol", "class", "steps");
        List<StepReport> steps = scenario.steps();
        for (int i = 0; i < steps.size(); i++) {
            StepReport step = steps.get(i);
            Verdict status = step.status();
            String style = status == Verdict.FAIL ? "x" : status == Verdict.PASS ? "" : "nr";
            html.open("li", "id", prefix + "t" + (i + 1), "class", style).element("i", i + 1 + "");
            html.element("b", status.glyph(), "role", "img", "aria-label", status.word());
            html.open("span").element("span", step.keyword(), "class", "k").raw(" ");
            Prose.step(html, step.text());
            html.close();
            note(html, step, prefix, scenario.recording().messages().size());
            comparison(html, step);
            html.close();
        }
        html.close();
    }

    private static void note(Html html, StepReport step, String prefix, int messages) {
        html.open("small");
        boolean compared = step.status() == Verdict.FAIL && !step.expected().isEmpty();
        html.text(compared ? "" : step.note());
        int number = step.messageNumber();
        if (number > 0 && number <= messages) {
            html.raw(step.note().isEmpty() || compared ? "" : " ");
            html.element("a", "#" + number, "href", "#" + prefix + "m" + number);
        }
        html.close();
    }

    private static void comparison(Html html, StepReport step) {
        if (step.status() != Verdict.FAIL
                || (step.expected().isEmpty() && step.came().isEmpty())) {
            return;
        }
        html.open("dl", "class", "ea").element("dt", "expected").open("dd", "class", "e");
        Prose.different(html, step.expected(), step.came());
        html.close().element("dt", "came").open("dd", "class", "a");
        Prose.different(html, step.came(), step.expected());
        html.close();
        if (!step.note().isEmpty()) {
            html.element("dt", "note").element("dd", step.note());
        }
        html.close();
    }

    /** The steps as plain lines; only those that did not pass say so. */
    static void inShort(Html html, ScenarioReport scenario) {
        if (scenario.steps().isEmpty()) {
            return;
        }
        html.open("ol", "class", "sst");
        for (StepReport step : scenario.steps()) {
            boolean passed = step.status() == Verdict.PASS;
            html.open("li", "class", passed ? "" : step.status().code()).text(step.keyword() + " " + step.text());
            if (!passed) {
                html.element(
                        "b", " " + step.status().glyph() + " " + step.status().word());
            }
            if (!step.came().isEmpty()) {
                html.text(" expected " + step.expected() + ", came " + step.came());
            }
            html.close();
        }
        html.close();
    }
}
