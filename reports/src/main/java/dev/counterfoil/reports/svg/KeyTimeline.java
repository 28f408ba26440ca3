package dev.counterfoil.reports.svg;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.KeyLife;
import dev.counterfoil.reports.model.Recording.KeyMark;
import dev.counterfoil.reports.model.ScenarioReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The lives of a scenario's keys, a row for each key and place: birth, uses, freezes, loss, end. No key value. */
public final class KeyTimeline {
    /** More rows are not drawn; the table has them. */
    public static final int MOST_ROWS = 16;

    private static final int LEFT = 132;
    private static final int RIGHT = 1246;
    private static final int TOP = 34;
    private static final int ROW_HEIGHT = 46;
    private static final int LABEL_WIDTH = 76;

    private final Html html;
    private final ScenarioReport scenario;
    private final Map<String, List<KeyLife>> rows = new LinkedHashMap<>();
    private final List<String> kinds = new ArrayList<>();
    private final BrokenAxis axis;
    private final long endNanos;
    private final int bottom;

    private KeyTimeline(Html html, ScenarioReport scenario) {
        this.html = html;
        this.scenario = scenario;
        TreeSet<Long> moments = new TreeSet<>();
        for (KeyLife life : scenario.recording().keys()) {
            rows.computeIfAbsent(life.key() + " " + life.place(), k -> new ArrayList<>())
                    .add(life);
            if (!kinds.contains(life.key())) {
                kinds.add(life.key());
            }
            moments.add(life.loadedNanos());
            moments.addAll(life.usesNanos());
            life.freezes().forEach(f -> moments.add(f.toNanos()));
            if (life.ending() != KeyLife.Ending.IN_USE) {
                moments.add(life.endNanos());
            }
        }
        scenario.recording().keyMarks().forEach(m -> moments.add(m.timeNanos()));
        endNanos = Math.max(moments.last(), scenario.time().virtualNanos());
        moments.add(endNanos);
        axis = new BrokenAxis(moments, LEFT, RIGHT);
        bottom = TOP + 8 + ROW_HEIGHT * Math.min(MOST_ROWS, rows.size());
    }

    /** Draws the timeline; the scenario must have a key. */
    public static void draw(Html html, ScenarioReport scenario) {
        new KeyTimeline(html, scenario).draw();
    }

    private void draw() {
        int height = bottom + 26;
        html.open("svg", "class", "kt", "viewBox", "0 0 1280 " + height, "width", "1280", "height", height + "");
        html.raw("<title>Key timeline; every value is in the table below</title>");
        html.raw("<defs><pattern id=hat width=6 height=6 patternUnits=userSpaceOnUse"
                + " patternTransform=\"rotate(45)\"><rect width=6 height=6 class=hb></rect>"
                + "<rect width=2.4 height=6 class=hs></rect></pattern></defs>");
        grid();
        marks();
        int y = TOP + 10;
        for (List<KeyLife> lives : rows.values().stream().limit(MOST_ROWS).toList()) {
            KeyLife first = lives.get(0);
            html.element("text", first.key(), "class", "kn", "x", "8", "y", y + 13 + "");
            html.element("text", (first.zh() + " " + first.place()).strip(), "class", "kz", "x", "8", "y", y + 27 + "");
            for (int i = 0; i < lives.size(); i++) {
                double next = i + 1 < lives.size() ? axis.x(lives.get(i + 1).loadedNanos()) : RIGHT;
                life(lives.get(i), y, next);
            }
            y += ROW_HEIGHT;
        }
        html.close();
    }

    private void grid() {
        double free = 0;
        List<BrokenAxis.Stretch> stretches = axis.stretches();
        for (int i = 0; i < stretches.size(); i++) {
            BrokenAxis.Stretch stretch = stretches.get(i);
            int most = (int) Math.max(1, (stretch.right() - stretch.left()) / 110);
            long tick = ScaleStrip.tickNanos(stretch.toNanos() - stretch.fromNanos(), most);
            long ofDay = scenario.time().at(stretch.fromNanos()).toLocalTime().toNanoOfDay();
            long first = stretch.fromNanos() + Math.floorMod(-ofDay, tick);
            for (long t = first; t <= stretch.toNanos(); t += tick) {
                double x = stretch.x(t);
                if (x >= free) {
                    tick(x, label(t, t == first, tick));
                    free = x + LABEL_WIDTH;
                }
            }
            if (i > 0) {
                String path = "M" + Words.at(stretch.left() - 21) + " " + TOP + "V" + bottom + "m14 0V" + TOP;
                html.empty("path", "class", "brk", "d", path);
            }
        }
    }

    private String label(long timeNanos, boolean first, long tick) {
        if (tick < 60_000_000_000L) {
            return Words.second(scenario.time().at(timeNanos));
        }
        return first
                ? Words.day(scenario.time().at(timeNanos))
                : Words.minute(scenario.time().at(timeNanos));
    }

    private void tick(double x, String text) {
        html.empty("path", "class", "gr", "d", "M" + Words.at(x) + " " + TOP + "V" + bottom);
        html.element("text", text, "class", "tk", "x", Words.at(x), "y", bottom + 16 + "");
    }

    private void marks() {
        double free = 0;
        for (KeyMark mark : scenario.recording().keyMarks()) {
            String style = switch (mark.kind()) {
                case EVENT -> "";
                case FREEZE -> " fz";
                case LOSS -> " lo";
            };
            double x = axis.x(mark.timeNanos());
            html.empty("path", "class", "evl" + style, "d", "M" + Words.at(x) + " 24V" + bottom);
            String text = (mark.text().zh() + " " + mark.text().en()).strip();
            double width =
                    text.codePoints().mapToDouble(c -> c > 0x2E00 ? 12 : 6.4).sum();
            boolean toTheLeft = x + width > RIGHT;
            if (x >= free) {
                html.element(
                        "text",
                        text,
                        "class",
                        "evt" + style,
                        "x",
                        Words.at(toTheLeft ? x - 3 : x + 3),
                        "y",
                        "18",
                        "text-anchor",
                        toTheLeft ? "end" : "start");
                free = x + width + 8;
            }
        }
    }

    private void life(KeyLife life, int y, double next) {
        double from = axis.x(life.loadedNanos());
        boolean ended = life.ending() != KeyLife.Ending.IN_USE;
        double to = ended ? axis.x(life.endNanos()) : axis.x(endNanos);
        String style = "seg s" + (kinds.indexOf(life.key()) % 4 + 1);
        html.empty("rect", "class", style, "x", Words.at(from), "y", y + "", "width", Words.at(to - from));
        life.freezes()
                .forEach(f -> html.empty(
                        "rect",
                        "class",
                        "hat",
                        "x",
                        Words.at(axis.x(f.fromNanos())),
                        "y",
                        y - 2 + "",
                        "width",
                        Words.at(axis.x(f.toNanos()) - axis.x(f.fromNanos()))));
        StringBuilder uses = new StringBuilder();
        life.usesNanos().stream()
                .map(t -> Words.at(axis.x(t)))
                .distinct()
                .forEach(x ->
                        uses.append('M').append(x).append(' ').append(y + 14).append("v6"));
        if (uses.length() > 0) {
            html.empty("path", "class", "us", "d", uses.toString());
        }
        html.empty("path", "class", "bd", "d", "M" + Words.at(from) + " " + (y - 3) + "l5 5-5 5-5-5z");
        end(life, to, y);
        if (next - from > LABEL_WIDTH) {
            html.element("text", life.checkValue(), "class", "kc", "x", Words.at(from + 9), "y", y + 11 + "");
        }
    }

    private void end(KeyLife life, double x, int y) {
        switch (life.ending()) {
            case LOST ->
                html.empty("path", "class", "lx", "d", "M" + Words.at(x - 6) + " " + (y + 4) + "l12 12m0-12l-12 12");
            case REPLACED, ERASED -> html.empty("rect", "class", "en", "x", Words.at(x - 3), "y", y + 6 + "");
            case IN_USE -> {}
        }
    }
}
