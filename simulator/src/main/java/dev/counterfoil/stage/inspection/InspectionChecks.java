package dev.counterfoil.stage.inspection;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.InspectionTally;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.host.inspection.InspectionEvents.Bound;
import dev.counterfoil.host.inspection.InspectionEvents.DeskNote;
import dev.counterfoil.host.inspection.InspectionEvents.Noted;
import dev.counterfoil.host.inspection.InspectionEvents.WorkOrder;
import dev.counterfoil.stage.Look;
import dev.counterfoil.stage.Stage;
import dev.counterfoil.terminal.inspection.Outbox;
import dev.counterfoil.verb.ref.TerminalRef;
import java.util.List;
import java.util.Objects;

/** Checks of inspections. */
public final class InspectionChecks {
    private final Stage stage;

    public InspectionChecks(Stage stage) {
        this.stage = stage;
    }

    private Evidence evidence() {
        return stage.world().evidence();
    }

    /** What the last inspection of a terminal is worth. */
    public void graded(TerminalRef terminal, String grade) {
        stage.expect(
                "an inspection graded " + grade,
                () -> evidence()
                        .last(Noted.class, e -> e.event().terminal().equals(terminal.name()))
                        .map(e -> Look.at(
                                e.event().grade().equals(grade), e.event().grade(), e))
                        .orElseGet(() -> Look.nothing("no inspection")));
    }

    public void count(TerminalRef terminal, int number) {
        stage.expect(number + " inspections of " + terminal.name(), () -> {
            List<Seen<Noted>> noted = evidence().of(Noted.class).stream()
                    .filter(e -> e.event().terminal().equals(terminal.name()))
                    .toList();
            String came = noted.size() + " inspections";
            return noted.isEmpty()
                    ? Look.at(number == 0, came)
                    : Look.at(noted.size() == number, came, noted.get(noted.size() - 1));
        });
    }

    /** How many reports a terminal has that the host has not answered. */
    public void waiting(TerminalRef terminal, int number) {
        stage.expect(
                number + " reports waiting",
                () -> evidence()
                        .last(Outbox.Waiting.class, e -> e.actor().equals(terminal.name()))
                        .map(e ->
                                Look.at(e.event().reports() == number, e.event().reports() + " reports", e))
                        .orElseGet(() -> Look.at(number == 0, "no word of a report")));
    }

    /** What the last order of a terminal holds: a key that was downloaded and an inspection. */
    public void bothResults(TerminalRef terminal) {
        stage.expect(
                "a download and an inspection",
                () -> evidence()
                        .last(WorkOrder.class, e -> e.event().terminal().equals(terminal.name()))
                        .map(e -> {
                            boolean download = !e.event().download().isEmpty();
                            boolean inspection = !e.event().inspection().isEmpty();
                            String came = download ? inspection ? "both" : "a download" : "an inspection";
                            return Look.at(download && inspection, came, e);
                        })
                        .orElseGet(() -> Look.nothing("nothing has come of an order")));
    }

    /** Under which merchant's number the host holds a machine. */
    public void boundTo(TerminalRef terminal, String merchant) {
        stage.expect(
                "merchant number " + merchant,
                () -> evidence()
                        .last(
                                Bound.class,
                                e -> e.event().terminal().equals(terminal.name())
                                        && e.event().done())
                        .map(e -> Look.at(
                                e.event().merchant().equals(merchant), e.event().merchant(), e))
                        .orElseGet(() -> atStart(terminal, merchant)));
    }

    private Look atStart(TerminalRef terminal, String merchant) {
        Estate estate = stage.world().plan().estate();
        Estate.Terminal machine = Objects.requireNonNull(estate.terminals().get(terminal.name()));
        String first = Objects.requireNonNull(estate.merchants().get(machine.merchant()))
                .id();
        return Look.at(first.equals(merchant), first);
    }

    /** How the inspections so far are made up, see {@link InspectionTally#words()}. */
    public void tallied(String words) {
        stage.expect("the inspections " + words, () -> {
            String came = new InspectionTally(evidence()).words();
            return Look.at(came.equals(words), came);
        });
    }

    public void deskNoted(TerminalRef terminal, String note) {
        stage.expect("a note on " + terminal.name() + ": " + note, () -> {
            List<Seen<DeskNote>> notes = evidence().of(DeskNote.class).stream()
                    .filter(e -> e.event().terminal().equals(terminal.name()))
                    .toList();
            return notes.stream()
                    .filter(e -> e.event().note().equals(note))
                    .findFirst()
                    .map(e -> Look.at(true, note, e))
                    .orElseGet(() -> notes.isEmpty()
                            ? Look.nothing("no note")
                            : Look.at(false, notes.get(notes.size() - 1).event().note(), notes.get(notes.size() - 1)));
        });
    }
}
