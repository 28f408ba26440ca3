package dev.counterfoil.reports.svg;

import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.model.Moment;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.WireMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of sequence diagrams as text, from which the page's script draws them. A row is a line of numbers: its
 * kind, milliseconds since the row before, step, and words by their number. Kinds are {@code i} and {@code m} for an
 * arrow of ISO 8583 and of others (from, to, label, meaning), with {@code x} where it was lost and {@code f} where a
 * fault struck it; {@code b}, {@code l} and {@code d} for a box (actor, text, meaning) of any kind, of the ledger and
 * of the first departure; {@code c} for a silence that is cut out (text).
 */
public final class DiagramRows {
    private static final long NANOS_A_MILLI = 1_000_000;

    private final Masking masking;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final Map<String, Integer> masked = new LinkedHashMap<>();

    /** Rows whose words are masked with this masking. */
    public DiagramRows(Masking masking) {
        this.masking = masking;
    }

    /** Every word that was used, by number; no word holds a line end. */
    public Set<String> words() {
        return masked.keySet();
    }

    /** The diagram of a scenario: first line the milliseconds of its day at which its first row is. */
    public String of(ScenarioReport scenario) {
        StringBuilder text = new StringBuilder();
        long dayMillis = scenario.time().epoch().toLocalTime().toNanoOfDay() / NANOS_A_MILLI;
        text.append(dayMillis);
        long before = 0;
        for (Rows.Row row : Rows.of(scenario.recording()).rows()) {
            long millis = row.timeNanos() / NANOS_A_MILLI;
            text.append('\n').append(kind(row)).append(' ').append(millis - before);
            text.append(' ').append(row.step());
            before = millis;
            words(text, row, scenario.recording());
        }
        return text.toString();
    }

    private static String kind(Rows.Row row) {
        WireMessage message = row.message();
        Moment box = row.box();
        if (message != null) {
            String protocol = message.protocol() == WireMessage.Protocol.ISO8583 ? "i" : "m";
            return protocol + (message.lost() ? "x" : "") + (message.fault() > 0 ? "f" : "");
        } else if (box != null) {
            return switch (box.kind()) {
                case LEDGER -> "l";
                case DEPARTURE -> "d";
                default -> "b";
            };
        }
        return "c";
    }

    private void words(StringBuilder text, Rows.Row row, Recording recording) {
        WireMessage message = row.message();
        Moment box = row.box();
        if (message != null) {
            Optional<Recording.Fault> fault = recording.faults().stream()
                    .filter(f -> f.struck() && f.messageNumber() == message.number())
                    .findFirst();
            word(text, message.from());
            word(text, message.to());
            word(text, (message.label().en() + " " + message.label().zh()).strip());
            word(text, fault.map(f -> "↯ fault " + f.number() + ": " + f.text()).orElse(message.meaning()));
        } else if (box != null) {
            word(text, box.actor());
            word(text, box.text());
            word(text, box.meaning());
        } else {
            word(text, row.cut());
        }
    }

    private void word(StringBuilder text, String word) {
        Integer known = words.get(word);
        if (known == null) {
            String shown = masking.text(word).replaceAll("[\\x00-\\x1F]", " ");
            known = masked.computeIfAbsent(shown, w -> masked.size());
            words.put(word, known);
        }
        text.append(' ').append(known.intValue());
    }
}
