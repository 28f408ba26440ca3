package dev.counterfoil.reports.svg;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.ActorReport;
import dev.counterfoil.reports.model.Moment;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.Verdict;
import dev.counterfoil.reports.model.WireMessage;
import java.util.List;
import java.util.Optional;

/** The sequence diagram of a scenario: a lane an actor, a row a message, long silences cut out. */
public final class SequenceDiagram {
    private static final int COMMENT_CHARACTERS = 50;

    private final Html html;
    private final ScenarioReport scenario;
    private final String prefix;
    private final Lanes lanes;
    private final Rows rows;
    private final int failedMessage;

    private SequenceDiagram(Html html, RunReport run, ScenarioReport scenario, String prefix) {
        this.html = html;
        this.scenario = scenario;
        this.prefix = prefix;
        this.lanes = Lanes.of(run, scenario);
        this.rows = Rows.of(scenario.recording());
        this.failedMessage = scenario.steps().stream()
                .filter(s -> s.status() == Verdict.FAIL)
                .mapToInt(s -> s.messageNumber())
                .findFirst()
                .orElse(0);
    }

    /**
     * Draws the diagram.
     *
     * @param prefix what the ids of the scenario's messages ({@code m7}) and steps ({@code t7}) begin with on the
     *     page; empty when they are not on the page, and then nothing links
     */
    public static void draw(Html html, RunReport run, ScenarioReport scenario, String prefix) {
        new SequenceDiagram(html, run, scenario, prefix).draw();
    }

    private void draw() {
        int height = rows.bottom() + 50;
        String box = "0 0 " + lanes.width() + " " + height;
        html.open("svg", "class", "seq", "viewBox", box, "width", lanes.width() + "", "height", height + "");
        int messages = scenario.recording().messages().size();
        html.element(
                "title",
                Words.count(messages, "message") + " between " + lanes.ids().size() + " actors");
        bands();
        for (String id : lanes.ids()) {
            lane(id);
        }
        html.element("text", "step · time", "class", "hd", "x", "30", "y", "40");
        html.element("text", "what it means", "class", "hd", "x", lanes.commentX() + "", "y", "40");
        for (Rows.Row row : rows.rows()) {
            row(row);
        }
        times();
        html.close();
    }

    private void bands() {
        int from = 66;
        int band = 0;
        List<Rows.Row> all = rows.rows();
        for (int i = 0; i < all.size(); i++) {
            boolean last = i + 1 == all.size();
            if (last || all.get(i + 1).step() != all.get(i).step()) {
                int to = last ? rows.bottom() : all.get(i + 1).y() - 18;
                band(all.get(i).step(), from, to, band++);
                from = to;
            }
        }
    }

    private void band(int step, int from, int to, int band) {
        boolean failed = step > 0
                && step <= scenario.steps().size()
                && scenario.steps().get(step - 1).status() == Verdict.FAIL;
        String colour = failed ? "bf" : "b" + band % 2;
        boolean links = !prefix.isEmpty() && step > 0;
        if (links) {
            html.open("a", "href", "#" + prefix + "t" + step, "aria-label", "step " + step);
        }
        html.empty(
                "rect",
                "class",
                "band " + colour,
                "y",
                from + "",
                "width",
                lanes.width() + "",
                "height",
                to - from + "");
        if (step > 0) {
            html.element("text", step + "", "class", failed ? "bn bf" : "bn", "x", "14", "y", from + 16 + "");
        }
        if (links) {
            html.close();
        }
    }

    private void lane(String id) {
        int bottom = rows.bottom() + 8;
        String x = lanes.x(id) + "";
        String left = lanes.x(id) - 49 + "";
        html.empty("path", "class", "life", "d", "M" + x + " 60V" + bottom);
        html.empty("rect", "class", "lh", "x", left, "y", "8", "height", "48");
        html.empty("rect", "class", "lh", "x", left, "y", bottom + 2 + "", "height", "32");
        Optional<ActorReport> actor = lanes.actor(id);
        String role = actor.map(a -> a.role().en()).orElse(id);
        html.element("text", cut(role, 15), "class", "ln", "x", x, "y", "25");
        String second = actor.map(a -> a.role().zh().isEmpty() ? id : a.role().zh() + " · " + id)
                .orElse("");
        html.element("text", cut(second, 18), "class", "li", "x", x, "y", "38");
        html.element("text", actor.map(a -> a.badge().word()).orElse(""), "class", "lb", "x", x, "y", "51");
        html.element("text", cut(role, 15), "class", "ln", "x", x, "y", bottom + 22 + "");
    }

    private void row(Rows.Row row) {
        WireMessage message = row.message();
        Moment moment = row.box();
        if (message != null) {
            arrow(message, row.y());
            keyUses(message, row.y());
            comment(message, row.y());
        } else if (moment != null) {
            box(moment, row.y());
        } else {
            silence(row);
        }
    }

    private void arrow(WireMessage message, int y) {
        boolean links = !prefix.isEmpty();
        String style = style(message);
        if (links) {
            html.open("a", "class", style, "href", "#" + prefix + "m" + message.number());
        } else {
            html.open("g", "class", style);
        }
        int from = lanes.x(message.from());
        int to = lanes.x(message.to());
        int middle = (from + to) / 2;
        if (message.lost()) {
            lostArrow(from, to, y);
        } else {
            html.empty("path", "d", arrowPath(from, to, y));
        }
        if (message.fault() > 0 && !message.lost()) {
            html.empty("path", "class", "bolt", "d", "M" + middle + " " + (y - 8) + "l-8 10h5l-3 9 9-11h-5z");
        }
        String text = message.label().en()
                + (message.label().zh().isEmpty() ? "" : " " + message.label().zh());
        int room = Math.max(14, Math.abs(to - from) / 6);
        html.element("text", cut(text, room), "x", middle + "", "y", y - 5 + "");
        html.close();
    }

    private String style(WireMessage message) {
        if (message.number() == failedMessage) {
            return message.protocol() == WireMessage.Protocol.ISO8583 ? "ms iso fl" : "ms fl";
        }
        String protocol = message.protocol() == WireMessage.Protocol.ISO8583 ? "ms iso" : "ms";
        if (message.lost()) {
            return protocol + " lost";
        }
        return message.fault() > 0 ? protocol + " bad" : protocol;
    }

    private static String arrowPath(int from, int to, int y) {
        if (from == to) {
            return "M" + from + " " + (y - 6) + "h24v6H" + (from + 2) + "l7-3v6l-7-3";
        }
        return to > from
                ? "M" + from + " " + y + "H" + (to - 2) + "l-7-3v6l7-3"
                : "M" + from + " " + y + "H" + (to + 2) + "l7-3v6l-7-3";
    }

    private void lostArrow(int from, int to, int y) {
        int back = to > from ? -1 : 1;
        int end = to + back * 20;
        html.empty("path", "d", "M" + from + " " + y + "H" + end);
        html.empty("path", "class", "ghost", "d", "M" + (to + back * 11) + " " + y + "H" + to);
        html.empty("path", "class", "xx", "d", "M" + (end - 5) + " " + (y - 5) + "l10 10m0-10l-10 10");
    }

    private void keyUses(WireMessage message, int y) {
        int shift = 0;
        for (Moment moment : scenario.recording().moments()) {
            if (moment.kind() == Moment.Kind.KEY_USE && moment.afterMessage() == message.number()) {
                int x = lanes.x(moment.actor()) + shift;
                html.open("g", "class", "ky");
                html.empty("rect", "x", x - 15 + "", "y", y - 8 + "");
                html.element("text", cut(moment.text(), 5), "x", x + "", "y", y + 2.5 + "");
                html.close();
                shift += 32;
            }
        }
    }

    private void comment(WireMessage message, int y) {
        Optional<Recording.Fault> fault = scenario.recording().faults().stream()
                .filter(f -> f.struck() && f.messageNumber() == message.number())
                .findFirst();
        int x = lanes.commentX();
        if (fault.isPresent()) {
            html.open("g", "class", "fb");
            html.empty("rect", "x", x - 2 + "", "y", y - 15 + "");
            html.element("text", "↯", "x", x + 7 + "", "y", y - 3 + "").close();
            String text = "fault " + fault.get().number() + ": " + fault.get().text();
            html.element("text", cut(text, COMMENT_CHARACTERS - 4), "class", "cm", "x", x + 22 + "", "y", y - 3 + "");
        } else {
            String style = message.number() == failedMessage ? "cm cf" : "cm";
            comment(message.meaning(), style, y - 3);
        }
    }

    private void comment(String text, String style, int y) {
        if (!text.isEmpty()) {
            html.element(
                    "text", cut(text, COMMENT_CHARACTERS), "class", style, "x", lanes.commentX() + "", "y", y + "");
        }
    }

    private void box(Moment moment, int y) {
        String style = switch (moment.kind()) {
            case LEDGER -> "nt led";
            case DEPARTURE -> "nt bad";
            default -> "nt";
        };
        int x = lanes.x(moment.actor());
        html.open("g", "class", style);
        html.empty("rect", "x", x - 63 + "", "y", y - 17 + "");
        html.element("text", cut(moment.text(), 23), "x", x + "", "y", y - 4 + "")
                .close();
        comment(moment.meaning(), moment.kind() == Moment.Kind.DEPARTURE ? "cm cf" : "cm", y - 5);
    }

    private void silence(Rows.Row row) {
        int middle = (118 + lanes.commentX() - 12) / 2;
        int half = row.cut().length() * 4 + 14;
        html.open("g", "class", "gap");
        int right = lanes.commentX() - 12;
        html.empty("path", "d", "M118 " + row.y() + "H" + right + "M118 " + (row.y() + 24) + "H" + right);
        html.empty("rect", "x", middle - half + "", "y", row.y() + "", "width", half * 2 + "", "height", "24");
        html.element("text", row.cut(), "x", middle + "", "y", row.y() + 16 + "")
                .close();
    }

    private void times() {
        html.open("text", "class", "tm");
        for (Rows.Row row : rows.rows()) {
            if (row.cut().isEmpty()) {
                String time = Words.clock(scenario.time().at(row.timeNanos()));
                html.element("tspan", time, "x", "30", "y", row.y() - (row.box() == null ? 3 : 5) + "");
            }
        }
        html.close();
    }

    private static String cut(String text, int characters) {
        int length = text.codePointCount(0, text.length());
        return length <= characters ? text : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
    }
}
