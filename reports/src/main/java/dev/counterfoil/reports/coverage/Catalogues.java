package dev.counterfoil.reports.coverage;

import dev.counterfoil.reports.model.Catalogue;
import dev.counterfoil.reports.model.Catalogue.Behaviour;
import dev.counterfoil.reports.model.Catalogue.SeedItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the catalogue: {@code behaviours.csv} (id, group, seed_items, actors, behaviour, status) and
 * {@code seed-items.csv} (id, kind, meaning, behaviours), UTF-8.
 */
public final class Catalogues {
    private static final String BEHAVIOURS = "behaviours.csv";
    private static final String SEED_ITEMS = "seed-items.csv";

    private Catalogues() {}

    /** The catalogue that the product was built with. */
    public static Catalogue bundled() {
        return parse(resource(BEHAVIOURS), resource(SEED_ITEMS));
    }

    /**
     * The catalogue in a directory.
     *
     * @throws IOException if one of the two files cannot be read
     * @throws IllegalArgumentException if a row is malformed
     */
    public static Catalogue read(Path directory) throws IOException {
        return parse(Files.readString(directory.resolve(BEHAVIOURS)), Files.readString(directory.resolve(SEED_ITEMS)));
    }

    /** The catalogue in two CSV texts. */
    static Catalogue parse(String behaviours, String seedItems) {
        return new Catalogue(
                Csv.rows(behaviours).stream().map(Catalogues::behaviour).toList(),
                Csv.rows(seedItems).stream().map(Catalogues::seedItem).toList());
    }

    private static Behaviour behaviour(Map<String, String> row) {
        return new Behaviour(
                cell(row, "id"),
                cell(row, "group"),
                list(cell(row, "seed_items"), " "),
                list(cell(row, "actors"), ","),
                cell(row, "behaviour"),
                Behaviour.Status.valueOf(cell(row, "status").toUpperCase(Locale.ROOT)));
    }

    private static SeedItem seedItem(Map<String, String> row) {
        return new SeedItem(
                cell(row, "id"), cell(row, "kind"), cell(row, "meaning"), list(cell(row, "behaviours"), ","));
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("CSV has no column \"" + column + "\", only " + row.keySet());
        }
        return cell;
    }

    private static List<String> list(String cell, String separator) {
        return java.util.Arrays.stream(cell.split(separator, -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = Catalogues.class.getResourceAsStream("/dev/counterfoil/reports/coverage/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
