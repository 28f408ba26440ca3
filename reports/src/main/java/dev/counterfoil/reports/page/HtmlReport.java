package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders a run as one self-contained HTML page, and the diagrams that do not fit into it as small pages. */
public final class HtmlReport {
    private final Context context;
    private final Masking masking;

    private HtmlReport(RunReport run, Masking masking) {
        this.context = Context.of(run);
        this.masking = masking;
    }

    /** A renderer for this run. */
    public static HtmlReport of(RunReport run, Masking masking) {
        return new HtmlReport(run, masking);
    }

    /**
     * Writes the page as a stream; the writer is flushed and not closed. Equal runs write equal characters, but for
     * the block between {@code <!--surroundings-->} and its end.
     *
     * @throws IOException if the writer fails at the end
     * @throws java.io.UncheckedIOException if the writer fails before
     */
    public void write(Writer out) throws IOException {
        Html html = new Html(out, masking);
        head(html, title());
        if (!context.chapters().isEmpty()) {
            html.raw("<a class=jump href=#failure>To the failure</a>");
        } else {
            html.raw("<a class=jump href=#main>To the results</a>");
        }
        nav(html);
        Slip.write(html, context);
        html.open("main", "id", "main");
        context.chapters().forEach(chapter -> FailureChapter.write(html, context, chapter));
        KeyChapter.write(html, context);
        if (ChartChapter.hasContent(context)) {
            ChartChapter.write(html, context);
        }
        if (!context.coverage().rows().isEmpty()) {
            CoverageChapter.write(html, context);
        }
        estate(html);
        if (context.scenarioCount() > 0) {
            ScenarioList.write(html, context);
        }
        html.close();
        Verify.write(html, context);
        Diagrams.pack(html, context, Diagrams.together(context, 1), false);
        html.open("script").raw(Assets.script()).close().raw("</body></html>\n");
        out.flush();
    }

    /** Pages for the diagrams of later scenarios, by file name relative to the page; often none. */
    public Map<String, String> sidePages() {
        Map<String, String> pages = new TreeMap<>();
        for (int first = Diagrams.INLINE + 1; first <= context.scenarioCount(); first += Diagrams.A_FILE) {
            List<Integer> numbers = Diagrams.together(context, first);
            if (!numbers.isEmpty()) {
                pages.put(Diagrams.fileName(first), sidePage(numbers));
            }
        }
        return pages;
    }

    private String sidePage(List<Integer> numbers) {
        StringWriter page = new StringWriter();
        Html html = new Html(page, masking);
        String title =
                "Diagrams of scenarios " + numbers.get(0) + " to " + numbers.get(numbers.size() - 1) + " · " + title();
        head(html, title);
        html.open("main").element("h2", title);
        html.element("p", "Open a line for its diagram. What the run was and how it ended stands in index.html.");
        ScenarioList.aside(html, context, numbers);
        html.close();
        Diagrams.pack(html, context, numbers, true);
        html.open("script").raw(Assets.script()).close().raw("</body></html>\n");
        return page.toString();
    }

    private String title() {
        int failed = context.run().count(Verdict.FAIL);
        String verdict = Slip.verdict(context);
        return (failed > 0 ? "✗ " : "") + verdict + " · Counterfoil run "
                + context.run().identity().seed();
    }

    private static void head(Html html, String title) {
        html.raw("<!doctype html><html lang=en><head><meta charset=utf-8>"
                + "<meta name=viewport content=\"width=device-width,initial-scale=1\">"
                + "<meta name=color-scheme content=\"light dark\"><title>");
        html.raw(Html.escape(html.masking().text(title))).raw("</title><style>").raw(Assets.styles());
        html.raw("</style></head><body>");
    }

    private void nav(Html html) {
        html.open("nav", "aria-label", "Sections").open("div");
        html.element("a", "Counterfoil", "class", "wm", "href", "#top");
        if (!context.chapters().isEmpty()) {
            Context.Chapter first = context.chapters().get(0);
            int count = context.chapters().size();
            html.element("a", count == 1 ? "✗ Failure" : "✗ Failures", "class", "f", "href", "#failure");
            if (!first.scenario().recording().messages().isEmpty()) {
                html.element("a", "Sequence", "href", "#flow").element("a", "Wire log", "href", "#log");
            }
        }
        link(html, KeyChapter.chosen(context) > 0, "Keys", "#keys");
        link(html, ChartChapter.hasContent(context), "Charts", "#charts");
        link(html, !context.coverage().rows().isEmpty(), "Coverage", "#coverage");
        link(html, context.scenarioCount() > 0, "Scenarios", "#scenarios");
        link(html, true, "Verify", "#verify");
        html.open("span", "class", "v");
        int failed = context.run().count(Verdict.FAIL);
        if (failed > 0) {
            html.element("b", "✗ " + failed).text(" of ");
        }
        html.text(context.scenarioCount() + (failed > 0 ? "" : " scenarios") + " · seed ");
        html.verbatim(context.run().identity().seed() + "").close().close().close();
    }

    private static void link(Html html, boolean present, String text, String target) {
        if (present) {
            html.element("a", text, "href", target);
        }
    }

    private void estate(Html html) {
        boolean coverage = !context.coverage().rows().isEmpty();
        boolean others =
                !context.run().actors().isEmpty() || !context.run().invariants().isEmpty();
        if (!coverage && !others) {
            return;
        }
        html.open("div", "class", coverage && others ? "two" : "one");
        if (coverage) {
            Systems.write(html, context.coverage());
        }
        if (others) {
            html.open("div");
            Estate.actors(html, context);
            Estate.invariants(html, context);
            html.close();
        }
        html.close();
        CoverageChapter.seedItems(html, context);
    }
}
