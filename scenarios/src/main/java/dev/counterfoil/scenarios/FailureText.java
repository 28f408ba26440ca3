package dev.counterfoil.scenarios;

import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.FailureDetail;
import dev.counterfoil.reports.model.FailureDetail.Column;
import dev.counterfoil.reports.model.MacWorking;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.WireMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A failure in plain lines: the messages around it decoded, the MAC input where that is the matter, how to rerun. */
final class FailureText {
    private static final double NANOS_A_SECOND = 1e9;
    private static final int BLOCK_BYTES = 8;

    private final ScenarioReport scenario;
    private final List<String> lines = new ArrayList<>();

    private FailureText(ScenarioReport scenario) {
        this.scenario = scenario;
    }

    /** Without indentation; empty where nothing is known of the failure. */
    static List<String> of(ScenarioReport scenario) {
        FailureText text = new FailureText(scenario);
        FailureDetail detail = scenario.failure();
        if (detail != null) {
            detail.columns().forEach(text::message);
            detail.macs().forEach(text::mac);
        }
        text.lines.add("rerun: " + scenario.head().rerunCommand());
        return text.lines;
    }

    private void message(Column column) {
        WireMessage message = scenario.recording().messages().get(column.messageNumber() - 1);
        if (!column.came().isEmpty()) {
            altered(message, column);
            return;
        }
        lines.add(String.format(
                Locale.ROOT,
                "#%d %.3f s  %s → %s  %s (%s)%s",
                message.number(),
                message.timeNanos() / NANOS_A_SECOND,
                message.from(),
                message.to(),
                message.label().en(),
                column.caption(),
                message.lost() ? ", lost" : message.fault() > 0 ? ", struck by fault " + message.fault() : ""));
        if (message.fields().isEmpty() && !message.meaning().isEmpty()) {
            lines.add("    " + message.meaning());
        }
        message.fields().stream().filter(field -> !field.path().contains(".")).forEach(field -> field(field, column));
    }

    /** What the line altered, below the message as it was sent. */
    private void altered(WireMessage message, Column column) {
        lines.add("    as it came:");
        column.came().stream()
                .filter(field ->
                        !field.path().contains(".") && !message.fields().contains(field))
                .forEach(field -> field(field, column));
    }

    private void field(DecodedField field, Column column) {
        String expected = column.expected().get(field.path());
        lines.add(String.format(
                        Locale.ROOT,
                        "    %-7s%s%s%s",
                        field.path(),
                        field.value(),
                        field.comment().isEmpty() ? "" : "  (" + field.comment() + ")",
                        expected == null ? "" : "  ✗ expected " + expected)
                .stripTrailing());
    }

    private void mac(MacWorking mac) {
        lines.add("MAC input of #" + mac.messageNumber() + " " + mac.caption() + ", " + mac.keyName()
                + (mac.keyCheckValue().isEmpty() ? "" : " with check value " + mac.keyCheckValue()));
        for (int i = 0; i < mac.blocks().size(); i++) {
            MacWorking.Block block = Objects.requireNonNull(mac.blocks().get(i));
            lines.add(String.format(Locale.ROOT, "    %03d    %s  %s", i * BLOCK_BYTES, block.hex(), block.fields()));
        }
        step("folded", mac.foldHex());
        step("E", mac.firstHex());
        step("X", mac.xorHex());
        step("R", mac.resultHex());
        step("F64", mac.f64());
    }

    private void step(String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "    %-7s%s", name, value));
        }
    }
}
