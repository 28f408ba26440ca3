package dev.counterfoil.reports.svg;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
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
    private static final int LEFT_OF_LANES = 120;
    private static final int HEAD_BOTTOM = 70;
    private static final int LEAST_COMMENT_WIDTH = 280;
    private static final int LEAST_BOX_WIDTH = 126;
    private static final double LABEL_SIZE = 11;
    private static final double BOX_SIZE = 10.5;
    private static final double COMMENT_SIZE = 11.5;

    private final Html html;
    private final ScenarioReport scenario;
    private final String prefix;
    private final Lanes lanes;
    private final Rows rows;
    private final int failedMessage;
    private final int commentX;
    private final int width;

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
        double right = lanes.lastX() + lanes.headWidth() / 2.0;
        double comments = LEAST_COMMENT_WIDTH;
        for (Rows.Row row : rows.rows()) {
            right = Math.max(right, right(row));
            comments = Math.max(comments, Measure.width(meaning(row), COMMENT_SIZE) + 34);
        }
        commentX = (int) StrictMath.ceil(right) + 14;
        width = commentX + (int) StrictMath.ceil(comments);
    }

    /** Where what is drawn of a row between the lanes ends. */
    private double right(Rows.Row row) {
        WireMessage message = row.message();
        Moment box = row.box();
        if (message != null) {
            return middle(message) + Measure.width(label(message), LABEL_SIZE) / 2;
        }
        return box == null ? 0 : boxLeft(box) + boxWidth(box);
    }

    private String meaning(Rows.Row row) {
        WireMessage message = row.message();
        Moment box = row.box();
        if (message != null) {
            return faultOf(message).map(SequenceDiagram::words).orElse(message.meaning());
        }
        return box == null ? "" : box.meaning();
    }

    private static String label(WireMessage message) {
        return (message.label().en() + " " + message.label().zh()).strip();
    }

    /** The middle of an arrow, or what it takes for the label to stay right of the times. */
    private double middle(WireMessage message) {
        double half = Measure.width(label(message), LABEL_SIZE) / 2;
        return Math.max(LEFT_OF_LANES + half, (lanes.x(message.from()) + lanes.x(message.to())) / 2.0);
    }

    private static double boxWidth(Moment box) {
        return Math.max(LEAST_BOX_WIDTH, Measure.width(box.text(), BOX_SIZE) + 12);
    }

    private double boxLeft(Moment box) {
        return Math.max(LEFT_OF_LANES - 4, lanes.x(box.actor()) - boxWidth(box) / 2);
    }

    private Optional<Recording.Fault> faultOf(WireMessage message) {
        return scenario.recording().faults().stream()
                .filter(f -> f.struck() && f.messageNumber() == message.number())
                .findFirst();
    }

    private static String words(Recording.Fault fault) {
        return "fault " + fault.number() + ": " + fault.text();
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
        String box = "0 0 " + width + " " + height;
        html.open("svg", "class", "seq", "viewBox", box, "width", width + "", "height", height + "");
        int messages = scenario.recording().messages().size();
        html.element(
                "title",
                Words.count(messages, "message") + " between " + lanes.ids().size() + " actors");
        bands();
        for (String id : lanes.ids()) {
            lane(id);
        }
        html.element("text", "step · time", "class", "hd", "x", "30", "y", "40");
        html.element("text", "what it means", "class", "hd", "x", commentX + "", "y", "40");
        for (Rows.Row row : rows.rows()) {
            row(row);
        }
        html.open("g", "class", "cm", "transform", "translate(" + commentX + ")");
        rows.rows().forEach(this::comment);
        html.close();
        times();
        html.close();
    }

    private void bands() {
        int from = HEAD_BOTTOM;
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
        html.empty("rect", "class", "band " + colour, "y", from + "", "width", width + "", "height", to - from + "");
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
        String left = lanes.x(id) - lanes.headWidth() / 2 + "";
        String wide = lanes.headWidth() + "";
        html.empty("path", "class", "life", "d", "M" + x + " 64V" + bottom);
        html.empty("rect", "class", "lh", "x", left, "y", "2", "width", wide, "height", "60");
        html.empty("rect", "class", "lh", "x", left, "y", bottom + 2 + "", "width", wide, "height", "32");
        html.element("text", lanes.role(id), "class", "ln", "x", x, "y", "17");
        html.element("text", lanes.zh(id), "class", "li", "x", x, "y", "30");
        html.element("text", lanes.role(id).equals(id) ? "" : id, "class", "li", "x", x, "y", "43");
        html.element("text", lanes.actor(id).map(a -> a.badge().word()).orElse(""), "class", "lb", "x", x, "y", "56");
        html.element("text", lanes.role(id), "class", "ln", "x", x, "y", bottom + 22 + "");
    }

    private void row(Rows.Row row) {
        WireMessage message = row.message();
        Moment moment = row.box();
        if (message != null) {
            arrow(message, row.y());
            keyUses(message, row.y());
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
        if (message.lost()) {
            lostArrow(from, to, y);
        } else {
            html.empty("path", "d", arrowPath(from, to, y));
        }
        if (message.fault() > 0 && !message.lost()) {
            html.empty("path", "class", "bolt", "d", "M" + (from + to) / 2 + " " + (y - 8) + "l-8 10h5l-3 9 9-11h-5z");
        }
        html.element("text", label(message), "x", Words.at(middle(message)), "y", y - 5 + "");
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
                html.element("text", moment.text(), "x", x + "", "y", y + 2.5 + "");
                html.close();
                shift += 32;
            }
        }
    }

    private void comment(Rows.Row row) {
        WireMessage message = row.message();
        Moment box = row.box();
        boolean failed = message != null && message.number() == failedMessage
                || box != null && box.kind() == Moment.Kind.DEPARTURE;
        boolean fault = message != null && faultOf(message).isPresent();
        String y = row.y() - (box == null ? 3 : 5) + "";
        if (fault) {
            html.open("g", "class", "fb").empty("rect", "x", "-2", "y", row.y() - 15 + "");
            html.element("text", "↯", "x", "7", "y", y).close();
            html.element("text", meaning(row), "x", "22", "y", y);
        } else if (!meaning(row).isEmpty()) {
            html.element("text", meaning(row), "class", failed ? "cf" : "", "y", y);
        }
    }

    private void box(Moment moment, int y) {
        String style = switch (moment.kind()) {
            case LEDGER -> "nt led";
            case DEPARTURE -> "nt bad";
            default -> "nt";
        };
        double left = boxLeft(moment);
        double wide = boxWidth(moment);
        html.open("g", "class", style);
        html.empty("rect", "x", Words.at(left), "y", y - 17 + "", "width", Words.at(wide));
        html.element("text", moment.text(), "x", Words.at(left + wide / 2), "y", y - 4 + "")
                .close();
    }

    private void silence(Rows.Row row) {
        int middle = (118 + commentX - 12) / 2;
        int half = row.cut().length() * 4 + 14;
        html.open("g", "class", "gap");
        int right = commentX - 12;
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
}
