package dev.counterfoil.reports.page;

import dev.counterfoil.reports.coverage.Coverage;
import dev.counterfoil.reports.coverage.Coverage.Row;
import dev.counterfoil.reports.coverage.Coverage.State;
import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.model.Catalogue.SeedItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cell for every behaviour with a readout, the list of what is promised and missing, and the seed items. */
final class CoverageChapter {
    private static final Map<String, String> GROUP_ZH = Map.ofEntries(
            Map.entry("K", "密钥"),
            Map.entry("S", "签到"),
            Map.entry("T", "交易"),
            Map.entry("N", "结算"),
            Map.entry("H", "硬件 线路"),
            Map.entry("O", "巡检"),
            Map.entry("D", "诊断"),
            Map.entry("F", "欺诈"),
            Map.entry("P", "防拆"),
            Map.entry("Q", "扫码"),
            Map.entry("R", "报告"));

    private final Html html;
    private final Coverage coverage;

    private CoverageChapter(Html html, Coverage coverage) {
        this.html = html;
        this.coverage = coverage;
    }

    static void write(Html html, Context context) {
        new CoverageChapter(html, context.coverage()).write();
    }

    private void write() {
        Parts.heading(html, "coverage", "Coverage", "");
        int missing = coverage.missing().size();
        html.open("p").element("b", coverage.promisedAndCovered() + " of " + coverage.promised());
        html.text(" promised behaviours have a passing scenario, ");
        html.element(
                "b",
                missing == 0 ? "none is missing" : missing + " missing: the run fails",
                "class",
                missing == 0 ? "ok" : "fx");
        int skipped = coverage.count(State.SKIPPED);
        html.text((skipped == 0 ? "" : ", " + skipped + " only in skipped scenarios") + ", "
                + coverage.count(State.PLANNED) + " are planned. A white corner means: also shown on a real device.");
        html.close().open("div", "class", "card long cov");
        html.open("div", "role", "group", "aria-label", coverage.rows().size() + " behaviours; arrow keys move");
        groups().forEach(this::group);
        html.close().open("div");
        html.element("div", "Point at a cell or move with the arrow keys.", "class", "read", "aria-live", "polite");
        missing();
        html.close().close();
    }

    private Map<String, List<Row>> groups() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : coverage.rows()) {
            groups.computeIfAbsent(row.behaviour().group(), g -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    private void group(String name, List<Row> rows) {
        String letter = rows.get(0).behaviour().id().substring(0, 1);
        long covered = rows.stream().filter(r -> r.state() == State.COVERED).count();
        long missing = rows.stream().filter(r -> r.state() == State.MISSING).count();
        html.open("div", "class", "cg").open("h4").element("b", letter).text(" " + name);
        html.chinese(GROUP_ZH.getOrDefault(letter, ""));
        html.open("small").text(covered + " of " + rows.size());
        if (missing > 0) {
            html.element("i", missing + " missing");
        }
        html.close().close().open("div", "class", "cs");
        rows.forEach(this::cell);
        html.close().close();
    }

    private void cell(Row row) {
        String id = row.behaviour().id();
        String number = id.substring(id.indexOf('-') + 1);
        html.element(
                "button",
                number,
                "class",
                style(row.state()) + (row.real() ? " rl2" : ""),
                "id",
                id,
                "data-w",
                row.why());
    }

    private static String style(State state) {
        return switch (state) {
            case COVERED -> "g";
            case MISSING -> "r";
            case SKIPPED -> "k";
            case PLANNED -> "p";
        };
    }

    private void missing() {
        if (coverage.missing().isEmpty()) {
            return;
        }
        html.open("ul", "class", "miss");
        for (Row row : coverage.missing()) {
            html.open("li")
                    .element("b", row.behaviour().id())
                    .text(row.why() + ": " + row.behaviour().text());
            html.close();
        }
        html.close();
    }

    /** Every seed item with the behaviours that serve it and how it fares. */
    static void seedItems(Html html, Context context) {
        List<SeedItem> items = context.run().catalogue().seedItems();
        if (!items.isEmpty()) {
            new CoverageChapter(html, context.coverage()).seedItems(items);
        }
    }

    private void seedItems(List<SeedItem> items) {
        Map<State, Long> counts = new LinkedHashMap<>();
        items.forEach(i -> counts.merge(coverage.state(i), 1L, Long::sum));
        html.open("div", "class", "card long").open("details", "class", "seed", "id", "seed");
        html.open("summary")
                .element("h3", "Seed items")
                .text(" " + counts.getOrDefault(State.COVERED, 0L) + " of "
                        + items.size() + " shown, " + counts.getOrDefault(State.MISSING, 0L)
                        + " with a promise missing, "
                        + counts.getOrDefault(State.PLANNED, 0L) + " planned");
        html.close().empty("ul", "class", "sdl").close().close();
    }
}
