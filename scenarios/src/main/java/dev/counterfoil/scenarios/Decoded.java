package dev.counterfoil.scenarios;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.protocol.iso8583.DescribedField;
import dev.counterfoil.protocol.iso8583.Dialect;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message read field by field, to be printed.
 *
 * @param dialect the dialect it was read in
 * @param frame its bytes
 * @param fields what stands in it, masked already
 * @param fault where it stops being a message of the dialect, or null
 */
record Decoded(
        Dialect dialect,
        byte[] frame,
        List<DescribedField> fields,
        @Nullable Malformed fault) {
    /** A line for each field, and one below it for each departure from the dialect. */
    String text() {
        int widest =
                fields.stream().mapToInt(field -> field.path().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (DescribedField field : fields) {
            text.append(
                    String.format(Locale.ROOT, "%4d  %-" + Math.max(widest, 1) + "s  ", field.offset(), field.path()));
            text.append(field.value())
                    .append("  ")
                    .append(field.nameEn())
                    .append(' ')
                    .append(field.nameZh());
            if (!field.meaningEn().isEmpty()) {
                text.append(" = ").append(field.meaningEn()).append(' ').append(field.meaningZh());
            }
            text.append('\n');
            for (String departure : field.departures()) {
                text.append("      ! ").append(departure).append('\n');
            }
        }
        return text.toString();
    }

    /** One JSON object on one line. */
    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("dialect", dialect.name());
            out.writeNumberField("lengthBytes", frame.length);
            out.writeArrayFieldStart("fields");
            for (DescribedField field : fields) {
                write(out, field);
            }
            out.writeEndArray();
            if (fault != null) {
                out.writeObjectFieldStart("malformed");
                out.writeStringField("path", fault.path());
                out.writeNumberField("offset", fault.offset());
                out.writeStringField("expected", fault.expected());
                out.writeStringField("found", fault.found());
                out.writeEndObject();
            }
            out.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator out, DescribedField field) throws IOException {
        out.writeStartObject();
        out.writeStringField("path", field.path());
        out.writeStringField("name", field.nameEn());
        out.writeStringField("nameZh", field.nameZh());
        out.writeStringField("value", field.value());
        out.writeStringField("meaning", field.meaningEn());
        out.writeStringField("meaningZh", field.meaningZh());
        out.writeNumberField("offset", field.offset());
        out.writeNumberField("lengthBytes", field.lengthBytes());
        out.writeArrayFieldStart("departures");
        for (String departure : field.departures()) {
            out.writeString(departure);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
