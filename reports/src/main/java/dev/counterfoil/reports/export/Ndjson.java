package dev.counterfoil.reports.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.counterfoil.reports.coverage.Coverage;
import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.Finding;
import dev.counterfoil.reports.model.KeyLife;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.Moment;
import dev.counterfoil.reports.model.Recording.Exposure;
import dev.counterfoil.reports.model.Recording.Fault;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioHead;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.StepReport;
import dev.counterfoil.reports.model.WireMessage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * One JSON object a line, each with its {@code type}: {@code run}, {@code behaviour}, {@code scenario}, and for each
 * scenario that is recorded in full its {@code message}, {@code moment}, {@code fault}, {@code key} and {@code finding}
 * lines. Times are nanoseconds since the scenario's epoch.
 */
public final class Ndjson {
    private final JsonGenerator json;
    private final Masking masking;

    private Ndjson(JsonGenerator json, Masking masking) {
        this.json = json;
        this.masking = masking;
    }

    /**
     * Writes a run; the writer is flushed and not closed.
     *
     * @throws IOException if the writer fails
     */
    public static void write(RunReport run, Masking masking, Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        new Ndjson(json, masking).write(run);
        json.close();
        out.write('\n');
        out.flush();
    }

    private void write(RunReport run) throws IOException {
        start("run");
        json.writeStringField("version", run.identity().productVersion());
        json.writeStringField("commit", run.identity().commit());
        json.writeNumberField("seed", run.identity().seed());
        text("estate", run.identity().estate());
        json.writeStringField("dialect", run.identity().dialect());
        json.writeStringField("digest", run.identity().digestHex());
        json.writeNumberField("scenarios", run.scenarios().size());
        json.writeEndObject();
        for (Coverage.Row row : Coverage.of(run).rows()) {
            behaviour(row);
        }
        for (int i = 0; i < run.scenarios().size(); i++) {
            scenario(i + 1, run.scenarios().get(i));
        }
    }

    private void behaviour(Coverage.Row row) throws IOException {
        start("behaviour");
        json.writeStringField("id", row.behaviour().id());
        json.writeStringField("status", lower(row.behaviour().status()));
        json.writeStringField("state", lower(row.state()));
        json.writeBooleanField("real", row.real());
        json.writeArrayFieldStart("scenarios");
        for (int number : row.scenarios()) {
            json.writeNumber(number);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void scenario(int number, ScenarioReport scenario) throws IOException {
        ScenarioHead head = scenario.head();
        start("scenario", number);
        text("feature", head.featureFile());
        json.writeNumberField("line", head.line());
        text("name", head.name().en());
        texts("tags", head.tags());
        json.writeStringField("mode", head.mode().word());
        texts("real", head.realActors());
        json.writeStringField("verdict", scenario.verdict().word());
        text("reason", scenario.reason());
        json.writeStringField("seed", head.seedHex());
        json.writeStringField("digest", head.digestHex());
        json.writeStringField("epoch", scenario.time().epoch().toString());
        json.writeNumberField("nanos", scenario.time().virtualNanos());
        json.writeNumberField("messages", scenario.tally().messages());
        json.writeNumberField("struck", scenario.tally().faultsStruck());
        text("rerun", head.rerunCommand());
        json.writeArrayFieldStart("steps");
        for (StepReport step : scenario.steps()) {
            step(step);
        }
        json.writeEndArray();
        json.writeEndObject();
        recording(number, scenario);
    }

    private void step(StepReport step) throws IOException {
        json.writeStartObject();
        text("text", step.keyword() + " " + step.text());
        json.writeStringField("status", step.status().word());
        if (!step.expected().isEmpty() || !step.came().isEmpty()) {
            text("expected", step.expected());
            text("came", step.came());
        }
        json.writeEndObject();
    }

    private void recording(int number, ScenarioReport scenario) throws IOException {
        for (WireMessage message : scenario.recording().messages()) {
            message(number, message);
        }
        for (Moment moment : scenario.recording().moments()) {
            start("moment", number);
            json.writeNumberField("nanos", moment.timeNanos());
            text("actor", moment.actor());
            json.writeStringField("kind", lower(moment.kind()));
            text("text", moment.text());
            json.writeEndObject();
        }
        for (Fault fault : scenario.recording().faults()) {
            start("fault", number);
            json.writeNumberField("number", fault.number());
            text("text", fault.text());
            json.writeBooleanField("struck", fault.struck());
            json.writeNumberField("message", fault.messageNumber());
            json.writeEndObject();
        }
        for (KeyLife key : scenario.recording().keys()) {
            key(number, key);
        }
        for (Exposure exposure : scenario.recording().exposures()) {
            start("exposure", number);
            json.writeNumberField("message", exposure.messageNumber());
            text("secret", exposure.secret());
            text("owner", exposure.owner());
            text("wire", exposure.wire());
            json.writeEndObject();
        }
        for (Finding finding : scenario.findings()) {
            start("finding", number);
            text("invariant", finding.invariant());
            text("text", finding.text());
            json.writeBooleanField("declared", finding.declared());
            json.writeNumberField("nanos", finding.timeNanos());
            json.writeEndObject();
        }
    }

    private void message(int number, WireMessage message) throws IOException {
        start("message", number);
        json.writeNumberField("number", message.number());
        json.writeNumberField("nanos", message.timeNanos());
        json.writeNumberField("step", message.step());
        text("from", message.from());
        text("to", message.to());
        text("wire", message.wire());
        json.writeStringField("protocol", lower(message.protocol()));
        label(message.label());
        text("meaning", message.meaning());
        json.writeNumberField("bytes", message.lengthBytes());
        json.writeStringField("hex", masking.hex(message.rawHex().replace(" ", "")));
        json.writeStringField("mac", message.mac().word());
        json.writeNumberField("fault", message.fault());
        json.writeBooleanField("lost", message.lost());
        json.writeObjectFieldStart("fields");
        for (DecodedField field : message.fields()) {
            text(field.path(), field.value());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void key(int number, KeyLife key) throws IOException {
        start("key", number);
        json.writeStringField("key", key.key());
        text("place", key.place());
        json.writeStringField("checkValue", key.checkValue());
        json.writeNumberField("born", key.bornNanos());
        json.writeNumberField("loaded", key.loadedNanos());
        json.writeArrayFieldStart("uses");
        for (long use : key.usesNanos()) {
            json.writeNumber(use);
        }
        json.writeEndArray();
        json.writeStringField("ending", key.ending().word());
        if (key.ending() != KeyLife.Ending.IN_USE) {
            json.writeNumberField("end", key.endNanos());
            text("why", key.why());
        }
        json.writeEndObject();
    }

    private void start(String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
    }

    private void start(String type, int scenario) throws IOException {
        start(type);
        json.writeNumberField("scenario", scenario);
    }

    private void label(Label label) throws IOException {
        text("label", label.en());
        if (!label.zh().isEmpty()) {
            text("zh", label.zh());
        }
    }

    private void text(String name, String value) throws IOException {
        json.writeStringField(name, masking.text(value));
    }

    private void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(masking.text(value));
        }
        json.writeEndArray();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
