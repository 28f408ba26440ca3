package dev.counterfoil.verb.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The resource grammar.txt is the table of regular expressions in the published step vocabulary. */
class GrammarTest {
    @Test
    void holds_every_expression_of_the_published_vocabulary() {
        Map<String, String> published = published();

        assertThat(Grammar.expressions()).containsExactlyEntriesOf(published);
    }

    @Test
    void has_no_capturing_group() {
        Grammar.expressions()
                .forEach((name, expression) -> assertThat(
                                Pattern.compile(expression).matcher("").groupCount())
                        .as(name)
                        .isZero());
    }

    private static Map<String, String> published() {
        Map<String, String> published = new LinkedHashMap<>();
        for (String line : lines("/dev/counterfoil/verb/grammar.txt")) {
            String expression = line.substring(14).strip();
            for (Map.Entry<String, String> earlier : published.entrySet()) {
                expression = expression.replace("<" + earlier.getKey() + ">", "(?:" + earlier.getValue() + ")");
            }
            published.put(line.substring(0, 14).strip(), expression);
        }
        return published;
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GrammarTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
