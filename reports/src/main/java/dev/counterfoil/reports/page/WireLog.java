package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.WireMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The messages of a failure as text, with a filter and, where there are bytes, the bytes. */
final class WireLog {
    private static final int MOST_RAW_DIGITS = 2400;

    private final Html html;
    private final Context.Chapter chapter;
    private final ScenarioReport scenario;
    private final int failedMessage;

    private WireLog(Html html, Context.Chapter chapter) {
        this.html = html;
        this.chapter = chapter;
        this.scenario = chapter.scenario();
        int failed = chapter.failedStep();
        this.failedMessage = failed == 0 ? 0 : scenario.steps().get(failed - 1).messageNumber();
    }

    static void write(Html html, Context.Chapter chapter) {
        new WireLog(html, chapter).write();
    }

    private void write() {
        List<WireMessage> messages = scenario.recording().messages();
        Parts.heading(html, chapter.id("log"), "Wire log", "");
        html.element(
                "p",
                "The same " + Words.count(messages.size(), "message")
                        + " as text. Card numbers are masked; PIN blocks, tracks and keys never appear.");
        html.open("div", "class", "card long lgc");
        filter();
        html.open("div", "class", "scroll lw", "tabindex", "0", "role", "region", "aria-label", "Wire log");
        html.open("table", "class", "log");
        Parts.head(
                html, "#", "Virtual time, step", "Wire", "From → to", "Message", "Meaning", ">Bytes", "MAC", "Fault");
        html.open("tbody");
        long previous = messages.get(0).timeNanos();
        for (WireMessage message : messages) {
            row(message, previous);
            previous = message.timeNanos();
        }
        html.close().close().close().close();
    }

    private void filter() {
        Set<String> wires = new LinkedHashSet<>();
        scenario.recording().messages().forEach(m -> wires.add(m.wire()));
        html.open("div", "class", "fl");
        html.open(
                        "input",
                        "class",
                        "ls",
                        "type",
                        "search",
                        "aria-label",
                        "Filter messages",
                        "placeholder",
                        "Filter: 0400, F39, HSM …")
                .close();
        html.open("select", "class", "lwi", "aria-label", "Wire").raw("<option value=\"\">All wires");
        wires.forEach(wire -> html.element("option", wire));
        html.close()
                .open("label")
                .open("input", "class", "lf", "type", "checkbox")
                .close();
        html.text(" struck or failing only").close();
        html.raw("<output class=lo></output>").close();
    }

    private void row(WireMessage message, long previous) {
        boolean stands = message.fault() > 0 || message.number() == failedMessage;
        html.open("tr", "id", chapter.prefix() + "m" + message.number(), "class", stands ? "isf" : "");
        html.element("td", message.number() + "");
        html.open("td").text(Words.clock(scenario.time().at(message.timeNanos())));
        if (message.number() > 1) {
            html.element("i", Words.format("+%.3f", (message.timeNanos() - previous) / 1e9));
        }
        html.close().element("td", message.wire()).element("td", message.from() + " → " + message.to());
        label(message);
        html.element("td", message.meaning());
        html.element("td", message.lengthBytes() == 0 ? "" : message.lengthBytes() + "");
        mac(message);
        fault(message);
        html.close();
        raw(message);
    }

    private void label(WireMessage message) {
        String text = (message.label().en() + " " + message.label().zh()).strip();
        html.open("td");
        if (message.protocol() == WireMessage.Protocol.ISO8583) {
            html.element("b", text);
        } else {
            html.text(text);
        }
        html.close();
    }

    private void mac(WireMessage message) {
        html.open("td");
        switch (message.mac()) {
            case GOOD -> html.element("span", "✓ good", "class", "ok");
            case WRONG -> html.element("span", "✗ wrong", "class", "warn");
            case NONE -> {}
        }
        html.close();
    }

    private void fault(WireMessage message) {
        html.open("td");
        if (message.fault() > 0) {
            String text = scenario.recording().faults().stream()
                    .filter(f -> f.number() == message.fault())
                    .map(Recording.Fault::text)
                    .findFirst()
                    .orElse(message.lost() ? "lost" : "struck");
            html.element("span", "↯ " + text, "class", "warn");
        }
        if (message.number() == failedMessage) {
            html.raw(message.fault() > 0 ? " " : "");
            html.element("span", "✗ step " + chapter.failedStep(), "class", "fx");
        }
        html.close();
    }

    private void raw(WireMessage message) {
        String hex = message.rawHex().replace(" ", "");
        if (hex.isEmpty() || message.protocol() != WireMessage.Protocol.ISO8583) {
            return;
        }
        String masked = html.masking().hex(hex);
        int shown = Math.min(masked.length(), MOST_RAW_DIGITS);
        html.open("tr", "class", "raw").open("td").close().open("td", "colspan", "8", "class", "mono");
        html.verbatim(Words.groups(masked.substring(0, shown), 4));
        if (shown < masked.length()) {
            html.text(" … " + Words.count((masked.length() - shown) / 2, "byte") + " more");
        }
        html.close().close();
    }
}
