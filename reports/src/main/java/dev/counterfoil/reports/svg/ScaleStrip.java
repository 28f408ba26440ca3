package dev.counterfoil.reports.svg;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.Recording.Fault;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.WireMessage;
import java.util.List;
import java.util.function.Predicate;

/** A scenario to scale on one line: where its time went. */
public final class ScaleStrip {
    private static final int LEFT = 26;
    private static final int RIGHT = 1254;
    private static final long[] TICK_SECONDS = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400
    };
    private static final int MOST_TICKS = 9;

    private final Html html;
    private final ScenarioReport scenario;
    private final List<WireMessage> messages;
    private final long startNanos;
    private final long spanNanos;

    private ScaleStrip(Html html, ScenarioReport scenario) {
        this.html = html;
        this.scenario = scenario;
        this.messages = scenario.recording().messages();
        this.startNanos = messages.get(0).timeNanos();
        this.spanNanos = Math.max(1, messages.get(messages.size() - 1).timeNanos() - startNanos);
    }

    /** Draws the strip; the scenario must have a message. */
    public static void draw(Html html, ScenarioReport scenario) {
        new ScaleStrip(html, scenario).draw();
    }

    private void draw() {
        html.open("svg", "class", "mini", "viewBox", "0 0 1280 58", "role", "img");
        html.element(
                "title", "The scenario to scale: " + Words.span(spanNanos) + " from the first message to the last");
        longestWait();
        ticks("mo", 18, 18, m -> m.protocol() != WireMessage.Protocol.ISO8583);
        ticks("mi", 12, 30, m -> m.protocol() == WireMessage.Protocol.ISO8583);
        ticks("ff", 12, 30, m -> m.fault() > 0);
        axis();
        for (Fault fault : scenario.recording().faults()) {
            if (fault.struck()) {
                html.element("text", "↯" + fault.number(), "class", "mf", "x", x(fault.timeNanos()), "y", "10");
            }
        }
        html.close();
    }

    private void longestWait() {
        int longest = -1;
        long wait = 0;
        for (int i = 0; i + 1 < messages.size(); i++) {
            long silence = messages.get(i + 1).timeNanos() - messages.get(i).timeNanos();
            if (silence > wait) {
                wait = silence;
                longest = i;
            }
        }
        if (longest < 0 || wait * 5 < spanNanos) {
            return;
        }
        double from = xOf(messages.get(longest).timeNanos());
        double to = xOf(messages.get(longest + 1).timeNanos());
        html.empty("rect", "class", "mw", "x", Words.at(from), "y", "14", "width", Words.at(to - from), "height", "26");
        String share = Words.span(wait) + " without a message · " + wait * 100 / spanNanos + " % of the scenario";
        if (to - from > 330) {
            html.element("text", share, "class", "mt", "x", Words.at((from + to) / 2), "y", "31");
        }
    }

    private void ticks(String style, int y, int height, Predicate<WireMessage> which) {
        StringBuilder path = new StringBuilder();
        messages.stream()
                .filter(which)
                .forEach(m -> path.append('M')
                        .append(x(m.timeNanos()))
                        .append(' ')
                        .append(y)
                        .append('v')
                        .append(height));
        if (path.length() > 0) {
            html.empty("path", "class", style, "d", path.toString());
        }
    }

    private void axis() {
        long tick = tickNanos(spanNanos, MOST_TICKS);
        long ofDay = scenario.time().at(startNanos).toLocalTime().toNanoOfDay();
        long first = startNanos + Math.floorMod(-ofDay, tick);
        for (long t = first; t <= startNanos + spanNanos; t += tick) {
            html.element("text", Words.second(scenario.time().at(t)), "class", "tk", "x", x(t), "y", "54");
        }
    }

    /** A round step so that a span has at most so many ticks. */
    static long tickNanos(long spanNanos, int most) {
        for (long seconds : TICK_SECONDS) {
            if (spanNanos / (seconds * 1_000_000_000L) < most) {
                return seconds * 1_000_000_000L;
            }
        }
        return spanNanos / most + 1;
    }

    private String x(long timeNanos) {
        return Words.at(xOf(timeNanos));
    }

    private double xOf(long timeNanos) {
        return LEFT + (RIGHT - LEFT) * ((timeNanos - startNanos) / (double) spanNanos);
    }
}
