package dev.counterfoil.reports.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads comma-separated values as RFC 4180 has them: quotes doubled inside quotes, a header line first. */
final class Csv {
    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /** Every row by the names of the header; a row of another width is an error that names its number. */
    static List<Map<String, String>> rows(String text) {
        Csv csv = new Csv(text);
        List<String> header = csv.row();
        List<Map<String, String>> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            List<String> cells = csv.row();
            if (cells.size() != header.size()) {
                throw new IllegalArgumentException("CSV row " + (rows.size() + 2) + " has " + cells.size()
                        + " cells where the header has " + header.size());
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (at < text.length() && text.charAt(at++) == ',');
        return cells;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String cell = text.substring(from, at);
        skipReturn();
        return cell;
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append(c);
                at++;
            } else {
                break;
            }
        }
        skipReturn();
        return cell.toString();
    }

    private void skipReturn() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
    }
}
