package dev.counterfoil.scenarios.feature;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.messages.GherkinMessagesFeatureParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A feature file, read but not yet parsed.
 *
 * @param path where it is, as the user would name it
 * @param text what it holds
 * @param lines the lines whose scenarios are wanted; none means all
 */
record FeatureFile(String path, String text, Set<Integer> lines) {
    private static final Pattern PARSE_ERROR = Pattern.compile("\\((\\d+):\\d+\\): (.*)");

    FeatureFile {
        lines = Set.copyOf(lines);
    }

    /** Its name without folders. */
    String name() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /**
     * Parses it.
     *
     * @throws BadInput naming file and line if it is not a feature
     */
    Feature parse() {
        AtomicLong ids = new AtomicLong();
        try (InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            return new GherkinMessagesFeatureParser()
                    .parse(uri(), bytes, () -> new UUID(0, ids.incrementAndGet()))
                    .orElseThrow(() -> new BadInput(path + ": holds no feature"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FeatureParserException e) {
            throw new BadInput(path + ":" + firstError(String.valueOf(e.getMessage())), e);
        }
    }

    private URI uri() {
        return URI.create("feature:" + name().replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    private static String firstError(String message) {
        Matcher error = PARSE_ERROR.matcher(message);
        return error.find() ? error.group(1) + ": " + error.group(2) : " " + message;
    }
}
