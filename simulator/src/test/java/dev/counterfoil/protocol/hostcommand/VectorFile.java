package dev.counterfoil.protocol.hostcommand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Vectors of the HSM test resources; each names its source. */
public final class VectorFile {
    private VectorFile() {}

    /** The vectors of one file. */
    public static List<JsonNode> read(String file) {
        try (InputStream in = VectorFile.class.getResourceAsStream("/vectors/hsm/" + file)) {
            List<JsonNode> vectors = new ArrayList<>();
            new ObjectMapper()
                    .readTree(Objects.requireNonNull(in, file))
                    .get("vectors")
                    .forEach(vectors::add);
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field's text, or an empty string. */
    public static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
