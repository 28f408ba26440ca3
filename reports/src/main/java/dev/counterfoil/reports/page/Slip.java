package dev.counterfoil.reports.page;

import dev.counterfoil.reports.coverage.Coverage;
import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.FailureDetail;
import dev.counterfoil.reports.model.InvariantReport;
import dev.counterfoil.reports.model.Mode;
import dev.counterfoil.reports.model.RunIdentity;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.StepReport;
import dev.counterfoil.reports.model.Surroundings;
import dev.counterfoil.reports.model.Verdict;
import dev.counterfoil.reports.svg.Rosette;
import java.util.List;
import java.util.Map;

/** The head of the page: a stub that one compares, and the verdict with its counters, tape and facts. */
final class Slip {
    private final Html html;
    private final Context context;
    private final RunReport run;

    private Slip(Html html, Context context) {
        this.html = html;
        this.context = context;
        this.run = context.run();
    }

    static void write(Html html, Context context) {
        new Slip(html, context).write();
    }

    /** The verdict of the whole run in a few words, without markup. */
    static String verdict(Context context) {
        RunReport run = context.run();
        int total = context.scenarioCount();
        int failed = run.count(Verdict.FAIL);
        int passed = run.count(Verdict.PASS);
        if (total == 0) {
            return "No scenario was run";
        }
        if (failed > 0) {
            return failed + " of " + total + (total == 1 ? " scenario failed" : " scenarios failed");
        }
        if (passed == total) {
            return total == 1 ? "The scenario passed" : "All " + total + " scenarios passed";
        }
        return passed == 0 ? "None of " + total + " scenarios passed" : passed + " of " + total + " scenarios passed";
    }

    private void write() {
        html.open("header", "class", "top", "id", "top").open("div", "class", "slip");
        stub();
        html.open("div", "class", "ver");
        headline();
        lead();
        counters();
        tape();
        facts();
        html.close().close().close();
    }

    private void stub() {
        RunIdentity identity = run.identity();
        html.open("div", "class", "stub").open("div", "class", "bn1").text("Counterfoil");
        html.chinese("存根").close();
        Rosette.draw(html, identity.digestHex());
        html.open("div", "class", "dg")
                .verbatim(Words.groups(identity.digestHex(), 8))
                .close();
        int virtual = run.count(Mode.VIRTUAL);
        int live = run.count(Mode.LIVE);
        html.element("small", "SHA-256 of the trace, " + Words.count(virtual, "virtual scenario"));
        html.open("dl")
                .element("dt", "Seed")
                .open("dd")
                .verbatim(identity.seed() + "")
                .close();
        html.element("dt", "Estate").element("dd", identity.estate());
        html.element("dt", "Mode").element("dd", live == 0 ? "virtual" : "virtual " + virtual + ", live " + live);
        html.close().close();
    }

    private void headline() {
        String verdict = verdict(context);
        boolean failed = run.count(Verdict.FAIL) > 0;
        int words = verdict.indexOf(" scenario");
        html.open("h1");
        if (failed && words > 0) {
            html.element("b", verdict.substring(0, words)).text(verdict.substring(words));
        } else {
            html.text(verdict);
        }
        html.close();
    }

    private void lead() {
        html.open("p", "class", "lead");
        if (!context.chapters().isEmpty()) {
            failureLead(context.chapters().get(0));
        } else if (context.scenarioCount() == 0) {
            html.text("Nothing was selected, so nothing is shown.");
        } else {
            quietLead();
        }
        html.close();
    }

    private void failureLead(Context.Chapter chapter) {
        ScenarioReport scenario = chapter.scenario();
        FailureDetail detail = scenario.failure();
        int number = chapter.failedStep();
        if (detail != null && !detail.who().isEmpty()) {
            html.element("b", detail.who()).text(detail.circumstance());
        } else if (number > 0) {
            StepReport step = scenario.steps().get(number - 1);
            html.element("b", step.keyword() + " " + step.text());
            html.text(
                    step.came().isEmpty()
                            ? ""
                            : ": " + step.came() + " came where " + step.expected() + " was expected");
        } else {
            html.element("b", scenario.reason().isEmpty() ? "A scenario failed" : scenario.reason());
        }
        html.text(". ").open("a", "href", "#failure");
        html.text((number > 0 ? "Step " + number + " of “" : "“")
                        + scenario.head().name().en() + "”")
                .close();
        html.text(".");
    }

    private void quietLead() {
        int missing = context.coverage().missing().size();
        int skipped = run.count(Verdict.SKIPPED);
        int inconclusive = run.count(Verdict.INCONCLUSIVE);
        if (skipped + inconclusive + run.count(Verdict.NOT_RUN) > 0) {
            html.text("Nothing failed, but not everything was shown: " + Words.count(skipped) + " skipped, "
                    + Words.count(inconclusive) + " inconclusive, " + Words.count(run.count(Verdict.NOT_RUN))
                    + " not run. ");
        } else {
            html.text("Every check of every scenario came as expected. ");
        }
        if (missing > 0) {
            html.open("a", "href", "#coverage").text(Words.count(missing, "promised behaviour"));
            html.text(missing == 1 ? " has no passing scenario." : " have no passing scenario.")
                    .close();
        }
    }

    private void counters() {
        html.open("div", "class", "cnt");
        for (Verdict verdict : Verdict.values()) {
            int count = run.count(verdict);
            if (count > 0 || verdict == Verdict.PASS) {
                boolean chapter = verdict == Verdict.FAIL;
                String target = chapter ? "#failure" : context.scenarioCount() == 0 ? "#top" : "#scenarios";
                html.open("a", "class", verdict.code(), "href", target, "data-vf", chapter ? "" : verdict.code());
                html.element("span", verdict.glyph())
                        .element("b", count + "")
                        .text(verdict.word())
                        .close();
            }
        }
        html.close();
    }

    private void tape() {
        if (context.scenarioCount() == 0) {
            return;
        }
        html.open("div", "class", "tape", "role", "group", "aria-label", "All scenarios by feature");
        for (Map.Entry<String, List<Integer>> feature : context.byFeature().entrySet()) {
            ScenarioReport first = context.scenario(feature.getValue().get(0));
            html.open("span", "class", "tg")
                    .element("span", first.head().feature().en(), "class", "tl")
                    .open("span");
            for (int number : feature.getValue()) {
                Verdict verdict = context.scenario(number).verdict();
                html.element("a", verdict.glyph(), "class", verdict.code(), "href", "#s" + number);
            }
            html.close().close();
        }
        html.close();
    }

    private void facts() {
        html.open("dl", "class", "facts");
        Coverage coverage = context.coverage();
        if (!coverage.rows().isEmpty()) {
            html.open("div").element("dt", "Coverage").open("dd").open("a", "href", "#coverage");
            html.text(coverage.promisedAndCovered() + " of " + coverage.promised() + " promised")
                    .close();
            int missing = coverage.missing().size();
            html.raw(missing == 0 ? "" : ", ");
            html.element("span", missing == 0 ? "" : missing + " missing", "class", "fx");
            html.element(
                    "small",
                    coverage.count(Coverage.State.PLANNED) + " planned · "
                            + coverage.rows().size() + " in all");
            html.close().close();
        }
        fact("On the wires", Words.count(context.messages(), "message"), struck());
        invariants();
        fact(
                "Inputs",
                Words.count(inputs("feature"), "feature file") + ", " + Words.count(inputs("estate"), "estate"),
                "hashes under Verify");
        RunIdentity identity = run.identity();
        String tree = identity.treeClean() ? "working tree clean" : "working tree not clean";
        fact(
                "Product",
                identity.productVersion() + ", commit " + identity.commit(),
                identity.commit().equals("unknown") ? "" : tree);
        surroundings(run.surroundings());
        html.close();
    }

    private String struck() {
        long virtualNanos = run.scenarios().stream()
                .filter(s -> s.head().mode() == Mode.VIRTUAL)
                .mapToLong(s -> s.time().virtualNanos())
                .sum();
        return Words.count(context.faultsStruck(), "fault") + " struck, " + Words.count(context.faultsNeverStruck())
                + " never struck · " + Words.span(virtualNanos) + " virtual";
    }

    private void invariants() {
        List<InvariantReport> all = run.invariants();
        long broken = all.stream()
                .filter(i -> i.state() == InvariantReport.State.BROKEN)
                .count();
        long declared = run.scenarios().stream()
                .flatMap(s -> s.findings().stream())
                .filter(f -> f.declared())
                .count();
        if (!all.isEmpty()) {
            fact(
                    "Invariants",
                    all.size() - broken + " of " + all.size() + " held",
                    Words.count(declared, "declared finding") + " came");
        }
    }

    private long inputs(String kind) {
        return run.inputs().stream().filter(i -> i.kind().equals(kind)).count();
    }

    /** The one block that differs between two runs of a seed. */
    private void surroundings(Surroundings s) {
        html.raw("<!--surroundings-->");
        String live = s.liveMillis() == 0 ? "" : ", live part " + Words.span(s.liveMillis() * 1_000_000);
        fact("Duration", Words.span(s.wallMillis() * 1_000_000) + live, Words.span(s.cpuMillis() * 1_000_000) + " CPU");
        fact("Java", s.java() + ", " + Words.count(s.workers(), "worker"), "zone and locale play no part");
        fact("Started", s.started(), s.host().isEmpty() ? "not in the digest" : s.host() + " · not in the digest");
        html.raw("<!--/surroundings-->");
    }

    private void fact(String name, String value, String note) {
        html.open("div")
                .element("dt", name)
                .open("dd")
                .text(value)
                .element("small", note)
                .close()
                .close();
    }
}
