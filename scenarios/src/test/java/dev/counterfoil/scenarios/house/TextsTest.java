package dev.counterfoil.scenarios.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts speak of the product: no notes to oneself, no promises, no place that exists on one machine only. */
final class TextsTest {
    private static final long LARGEST_FILE_BYTES = 1_000_000;

    private static final List<String> TEXT_ENDINGS = List.of(
            ".java", ".md", ".feature", ".conf", ".xml", ".yml", ".css", ".js", ".csv", ".txt", ".sh", ".properties");

    private static final List<String> PROSE_ENDINGS = List.of(".md", ".feature", ".conf", "package-info.java");

    /** Taken apart, so that this file does not find itself. */
    private static final Pattern NOTES_TO_ONESELF = Pattern.compile(
            "\\b(?:TO" + "DO|FIX" + "ME|XX" + "X:|HA" + "CK:)|(?i:\\bfor" + " now\\b|\\bas" + " requested\\b)");

    /** A word that pages and attributes of HTML need, but no sentence. */
    private static final Pattern STAND_INS =
            Pattern.compile("(?i)\\bplace" + "holder|\\bwork in" + " progress|\\bcoming" + " soon");

    private static final Pattern PLACES_OF_ONE_MACHINE =
            Pattern.compile("(?:^|[\\s\"'(=`])(?:/(?:home|root|wo" + "rk)/|[A-Z]:\\\\Users)");

    @Test
    void texts_hold_no_notes_to_oneself() {
        assertThat(found(TEXT_ENDINGS, NOTES_TO_ONESELF)).isEmpty();
    }

    @Test
    void prose_speaks_of_what_is_there() {
        assertThat(found(PROSE_ENDINGS, STAND_INS)).isEmpty();
    }

    @Test
    void texts_name_no_place_of_one_machine() {
        assertThat(found(TEXT_ENDINGS, PLACES_OF_ONE_MACHINE)).isEmpty();
    }

    @Test
    void no_file_is_large() {
        assertThat(Sources.all().stream()
                        .filter(file -> size(file) > LARGEST_FILE_BYTES)
                        .map(Sources::name))
                .as("files over %d bytes", LARGEST_FILE_BYTES)
                .isEmpty();
    }

    private static Stream<String> found(List<String> endings, Pattern pattern) {
        return Sources.all().stream()
                .filter(file -> endings.stream().anyMatch(file.toString()::endsWith))
                .flatMap(file -> linesWith(file, pattern));
    }

    private static Stream<String> linesWith(Path file, Pattern pattern) {
        List<String> lines = Sources.lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> pattern.matcher(lines.get(i)).find())
                .mapToObj(i ->
                        Sources.name(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
