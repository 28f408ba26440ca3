package dev.counterfoil.scenarios.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.scenarios.face.Dots;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.trace.Envelope;
import dev.counterfoil.trace.TraceEvent;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every event of every scenario, one JSON object a line, UTF-8: {@code scenario}, {@code n} (number of the event),
 * {@code nanos} (virtual), {@code actor}, {@code kind}, then the event's own parts. Bytes of open wires are hex with a
 * dot for each secret digit; of any other bytes only the length is told, as {@code (17 bytes)}.
 */
public final class TraceFile implements Consumer<PlayedScenario>, Closeable {
    private final Writer out;
    private final JsonGenerator json;

    private TraceFile(Writer out) throws IOException {
        this.out = out;
        this.json = new JsonFactory().createGenerator(out);
        json.setRootValueSeparator(null);
    }

    /** @throws IOException if the file cannot be made */
    public static TraceFile in(Path folder) throws IOException {
        return new TraceFile(Files.newBufferedWriter(folder.resolve("trace.ndjson")));
    }

    @Override
    public void accept(PlayedScenario played) {
        Map<String, Dialect> open = new HashMap<>();
        for (WireMessage message : played.evidence().messages().all()) {
            Dialect dialect = message.dialect();
            if (dialect != null) {
                open.put(message.wire(), dialect);
            }
        }
        for (Envelope at : played.evidence().all()) {
            write(played.scenario().location(), at, open.get(at.actor()));
        }
    }

    private void write(String scenario, Envelope at, @Nullable Dialect dialect) {
        try {
            json.writeStartObject();
            json.writeStringField("scenario", scenario);
            json.writeNumberField("n", at.number());
            json.writeNumberField("nanos", at.timeNanos());
            json.writeStringField("actor", at.actor());
            json.writeStringField("kind", at.event().kind());
            at.event().tell(new Parts(json, dialect));
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
        out.close();
    }

    /** The parts of one event. */
    private record Parts(JsonGenerator json, @Nullable Dialect dialect) implements TraceEvent.Teller {
        @Override
        public TraceEvent.Teller text(String name, String value) {
            return put(() -> json.writeStringField(part(name), value));
        }

        @Override
        public TraceEvent.Teller number(String name, long value) {
            return put(() -> json.writeNumberField(part(name), value));
        }

        @Override
        public TraceEvent.Teller flag(String name, boolean value) {
            return put(() -> json.writeBooleanField(part(name), value));
        }

        @Override
        public TraceEvent.Teller bytes(String name, byte[] value) {
            String told =
                    dialect == null || value.length == 0 ? "(" + value.length + " bytes)" : Dots.over(dialect, value);
            return put(() -> json.writeStringField(part(name), told));
        }

        /** A part that is named like a member of every line gets its own name. */
        private static String part(String name) {
            return name.equals("kind") ? "of" : name;
        }

        private TraceEvent.Teller put(Writing writing) {
            try {
                writing.write();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Something that writes. */
    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
