package dev.counterfoil.reports.page;

import dev.counterfoil.reports.markup.Html;
import dev.counterfoil.reports.markup.Words;
import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.FailureDetail;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.WireMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Messages side by side, a field a row, so that the eye sees the cells that differ. */
final class Matrix {
    private static final Comparator<String> IN_MESSAGE_ORDER =
            Comparator.comparingDouble(Matrix::place).thenComparing(Comparator.naturalOrder());
    private static final int LONG_VALUE = 48;

    private final Html html;
    private final Context.Chapter chapter;
    private final List<FailureDetail.Column> columns = new ArrayList<>();
    private final Map<String, DecodedField> names = new TreeMap<>(IN_MESSAGE_ORDER);

    private Matrix(Html html, Context.Chapter chapter, List<FailureDetail.Column> columns) {
        this.html = html;
        this.chapter = chapter;
        List<WireMessage> messages = chapter.scenario().recording().messages();
        for (FailureDetail.Column column : columns) {
            if (column.messageNumber() >= 1 && column.messageNumber() <= messages.size()) {
                this.columns.add(column);
                fields(column).forEach(f -> names.putIfAbsent(f.path(), f));
            }
        }
    }

    static void write(Html html, Context.Chapter chapter, List<FailureDetail.Column> columns) {
        new Matrix(html, chapter, columns).write();
    }

    /** Where a field path stands: TPDU, head and MTI first, then fields by number. */
    private static double place(String path) {
        String whole = path.split("\\.", 2)[0];
        return switch (whole) {
            case "length" -> -5;
            case "TPDU" -> -4;
            case "Head", "header" -> -3;
            case "MTI" -> -2;
            case "bitmap" -> -1;
            default -> whole.matches("F\\d{1,3}") ? Integer.parseInt(whole.substring(1)) : 999;
        };
    }

    private void write() {
        if (columns.isEmpty() || names.isEmpty()) {
            return;
        }
        String title =
                switch ((int) columns.stream().filter(c -> c.came().isEmpty()).count()) {
                    case 1 -> "The message at the failure";
                    case 2 -> "Two messages around the failure";
                    default -> "Three messages around the failure";
                };
        html.open("div", "class", "card long").element("h3", title);
        Parts.scroll(html, title + ", field by field").open("table", "class", columns.size() > 3 ? "dec w4" : "dec");
        html.element("caption", title + ", field by field", "class", "vh")
                .open("thead")
                .open("tr");
        html.element("th", "Field", "scope", "col").element("th", "Name", "scope", "col");
        columns.forEach(this::columnHead);
        html.close().close().open("tbody");
        names.values().forEach(this::row);
        html.close().close().close().close();
    }

    private WireMessage message(FailureDetail.Column column) {
        return chapter.scenario().recording().messages().get(column.messageNumber() - 1);
    }

    private List<DecodedField> fields(FailureDetail.Column column) {
        return column.came().isEmpty() ? message(column).fields() : column.came();
    }

    private static String value(List<DecodedField> fields, String path) {
        return fields.stream()
                .filter(f -> f.path().equals(path))
                .map(DecodedField::value)
                .findFirst()
                .orElse("");
    }

    private void columnHead(FailureDetail.Column column) {
        ScenarioReport scenario = chapter.scenario();
        WireMessage message = message(column);
        html.open("th", "scope", "col");
        html.element("a", "#" + message.number(), "href", "#" + chapter.prefix() + "m" + message.number());
        html.text(" " + message.label().en() + " " + message.label().zh());
        html.text(column.caption().isEmpty() ? "" : " · " + column.caption());
        html.open("small")
                .text(Words.clock(scenario.time().at(message.timeNanos())) + " · " + message.from() + " → "
                        + message.to() + " · " + message.lengthBytes() + " B ");
        if (message.fault() > 0) {
            html.element("b", message.lost() ? "↯ lost" : "↯ struck by fault " + message.fault());
        }
        int failed = chapter.failedStep();
        if (failed > 0 && scenario.steps().get(failed - 1).messageNumber() == message.number()) {
            html.element("b", " ✗ step " + failed, "class", "fx");
        }
        html.close().close();
    }

    private void row(DecodedField name) {
        String path = name.path();
        boolean differs = columns.stream().anyMatch(c -> c.expected().containsKey(path));
        html.open("tr", "class", differs ? "diff" : "").element("th", path, "scope", "row");
        html.open("td").text(name.name().en()).chinese(name.name().zh()).close();
        for (FailureDetail.Column column : columns) {
            cell(column, path);
        }
        html.close();
    }

    private void cell(FailureDetail.Column column, String path) {
        WireMessage message = message(column);
        Optional<DecodedField> field =
                fields(column).stream().filter(f -> f.path().equals(path)).findFirst();
        String expected = column.expected().get(path);
        String value = field.map(DecodedField::value).orElse("");
        boolean altered =
                !column.came().isEmpty() && !value(message.fields(), path).equals(value);
        String style = (expected != null ? "bad" : altered ? "alt" : "") + (value.length() > LONG_VALUE ? " lg" : "");
        html.open("td", "class", style.strip());
        if (field.isEmpty()) {
            html.element("span", "–", "class", "no");
        } else {
            html.text(value);
            String comment = field.get().comment();
            if (!comment.isEmpty()) {
                html.raw(" ").element("i", comment);
            }
        }
        if (expected != null) {
            html.element("em", "expected " + expected);
        }
        html.close();
    }
}
