package dev.counterfoil.verb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The tables of the published step vocabulary, as comma-separated values: its dictionary and its printed examples. */
final class PublishedVocabulary {
    private PublishedVocabulary() {}

    record Entry(String section, String name, String english, String chinese, String nature, boolean later) {}

    record Printed(String type, String language, String text) {}

    static List<Entry> dictionary() {
        return cells("vocabulary.csv").stream()
                .map(row -> new Entry(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        !row.get(5).isEmpty()))
                .toList();
    }

    static List<Printed> examples() {
        return cells("parameters.csv").stream()
                .map(row -> new Printed(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(PublishedVocabulary.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> cells(String resource) {
        return text(resource).lines().skip(1).map(PublishedVocabulary::split).toList();
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
