package dev.counterfoil.protocol.iso8583;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.counterfoil.codec.Hex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The published dumps of {@code vectors/messages.json}; each entry there names its source. */
final class Vectors {
    static final Dialect POS = Dialect.named("unionpay-pos");

    /** One dump with the dialect that its note on framing asks for. */
    record Vector(String name, Dialect dialect, byte[] frame, JsonNode expected, boolean wholeMessage) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Vectors() {}

    static List<Vector> messages() {
        List<Vector> messages = new ArrayList<>();
        for (JsonNode entry : read("messages.json")) {
            if (entry.at("/expected/mti").isTextual()) {
                boolean macOmitted = entry.path("note").asText().contains("truncated at field 64");
                boolean other = entry.path("name").asText().contains("another dialect");
                messages.add(new Vector(
                        entry.path("name").asText(),
                        dialect(entry.at("/inputs/framing").asText()),
                        Hex.bytes(entry.at("/inputs/hex").asText()),
                        entry.path("expected"),
                        !macOmitted && !other));
            }
        }
        return messages;
    }

    private static Dialect dialect(String framing) {
        if (framing.startsWith("MTI onward")) {
            return POS.with(Map.of("lengthPrefix", "no", "tpdu.length", "0", "header.length", "0"));
        }
        if (framing.startsWith("tpdu+hdr")) {
            return POS.with(Map.of("lengthPrefix", "no"));
        }
        return framing.contains("version") ? POS.with(Map.of("header.length", "2", "f61", "ascii")) : POS;
    }

    static JsonNode read(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
