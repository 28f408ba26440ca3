package dev.counterfoil.crypto;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.counterfoil.codec.Hex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * A file of published vectors: every entry is run or is skipped for a named reason; both are counted, and the page of
 * counts says the same.
 */
public final class Vectors {
    /** Runs one vector, or returns false when no rule knows it. */
    public interface Rule {
        boolean check(String name, JsonNode inputs, JsonNode expected);
    }

    private static final Path PAGE = Path.of("..", "docs", "reference", "vectors.md");

    private final String file;
    private final Map<String, String> skipped;

    private Vectors(String file, Map<String, String> skipped) {
        this.file = file;
        this.skipped = skipped;
    }

    /**
     * The file under {@code vectors/}; {@code skipped} gives, by a part of the name, the reason why an entry is not
     * run.
     */
    public static Vectors in(String file, Map<String, String> skipped) {
        return new Vectors(file, skipped);
    }

    /** One test an entry that is run, and one that counts: so many run, so many skipped. */
    public Stream<DynamicTest> tests(int run, int notRun, Rule rule) {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (JsonNode entry : entries()) {
            String name = entry.get("name").asText();
            Optional<String> why = reason(entry);
            if (why.isPresent()) {
                reasons.add(why.get());
            } else {
                tests.add(dynamicTest(
                        tests.size() + " " + name,
                        () -> Assertions.assertThat(rule.check(name, entry.get("inputs"), entry.get("expected")))
                                .as("a rule for " + entry)
                                .isTrue()));
            }
        }
        int ran = tests.size();
        tests.add(dynamicTest(file + " is complete", () -> {
            Assertions.assertThat(ran).as("vectors run").isEqualTo(run);
            Assertions.assertThat(reasons).as("vectors skipped").hasSize(notRun);
            Assertions.assertThat(row())
                    .as("row of %s in docs/reference/vectors.md", file)
                    .contains("| " + run + " | " + notRun + " |")
                    .contains(Stream.concat(Stream.of(file), reasons.stream()).toList());
        }));
        return tests.stream();
    }

    private Optional<String> reason(JsonNode entry) {
        String status =
                entry.path(entry.has("status") ? "status" : "recomputed").asText();
        if (List.of("excluded", "mismatch", "uncertain").contains(status)) {
            return Optional.of("the file itself says " + status);
        }
        String name = entry.get("name").asText();
        return skipped.entrySet().stream()
                .filter(e -> name.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What the page of counts says of this file. */
    private String row() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("| `" + file + "` |"))
                    .findFirst()
                    .orElse("");
        }
    }

    private Iterable<JsonNode> entries() {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in, file));
            return root.isArray() ? root : root.get("vectors");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a hex field, or of the ASCII field that stands in its place. */
    public static byte[] bytes(JsonNode inputs, String name) {
        for (String ascii : List.of(name + "_ascii", "ascii")) {
            if (!inputs.has(name) && inputs.has(ascii)) {
                return inputs.get(ascii).asText().getBytes(StandardCharsets.US_ASCII);
            }
        }
        return Hex.bytes(inputs.get(name).asText());
    }

    public static CipherKey desKey(String hex) {
        return CipherKey.ofHex(CipherKind.desOf(hex.length() / 2), hex);
    }
}
