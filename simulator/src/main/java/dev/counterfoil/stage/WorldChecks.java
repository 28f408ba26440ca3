package dev.counterfoil.stage;

import dev.counterfoil.evidence.Finding;
import dev.counterfoil.evidence.SecurityAudit;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.people.PeopleEvents;
import dev.counterfoil.pinpad.PadEvents;
import dev.counterfoil.protocol.panel.Menu;
import dev.counterfoil.protocol.panel.PanelEvents;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.TransactionRef;
import dev.counterfoil.verb.ref.WireRef;
import dev.counterfoil.verb.word.Badge;
import dev.counterfoil.verb.word.Invariant;
import dev.counterfoil.verb.word.TerminalState;
import dev.counterfoil.wire.WireEvents;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks of terminals' states and counters, of lines, findings and devices. */
public final class WorldChecks {
    private static final List<String> UP_OR_GONE = List.of("up", "gone");

    private final Stage stage;

    WorldChecks(Stage stage) {
        this.stage = stage;
    }

    public void state(TerminalRef terminal, TerminalState state) {
        stage.expect(
                terminal.name() + " " + state.english(),
                () -> stage.evidence()
                        .last(TerminalEvents.StateChanged.class, e -> e.actor().equals(terminal.name()))
                        .map(e -> Look.at(
                                e.event().to().equals(state.english()),
                                e.event().to(),
                                e))
                        .orElseGet(() -> Look.nothing("no state yet")));
    }

    /** What the latest self-test has read at the card slot of a terminal's pad, in percent. */
    public void slotSensor(TerminalRef terminal, int percent) {
        String pad = stage.world().padName(terminal.name());
        stage.expect(
                percent + " percent",
                () -> stage.evidence()
                        .last(PadEvents.SlotTested.class, e -> e.actor().equals(pad))
                        .map(e -> Look.at(
                                e.event().percent() == percent, e.event().percent() + " percent", e))
                        .orElseGet(() -> Look.nothing("no self-test yet")));
    }

    public void counters(TerminalRef terminal, String batch, String trace) {
        stage.expect(
                "batch " + batch + " and next trace " + trace,
                () -> stage.evidence()
                        .last(TerminalEvents.Counters.class, e -> e.actor().equals(terminal.name()))
                        .map(e -> Look.at(
                                e.event().batch().equals(batch)
                                        && e.event().nextStan().equals(trace),
                                "batch " + e.event().batch() + " and next trace "
                                        + e.event().nextStan(),
                                e))
                        .orElseGet(() -> Look.nothing("no counters yet")));
    }

    public void journal(TerminalRef terminal, int count) {
        stage.expect(
                count + " transactions in the journal",
                () -> stage.evidence()
                        .last(TerminalEvents.Journal.class, e -> e.actor().equals(terminal.name()))
                        .map(e -> Look.at(e.event().count() == count, e.event().count() + " transactions", e))
                        .orElseGet(() -> Look.at(count == 0, "0 transactions")));
    }

    /** Somebody has chosen it, and the terminal has not taken it. */
    public void notOffered(TerminalRef terminal, String wording) {
        String entry = Menu.worded(wording).map(Menu::english).orElse(wording);
        stage.expect("\"" + wording + "\" refused", () -> {
            long chosen = stage.evidence()
                    .last(PeopleEvents.Did.class, e -> e.event().what().equals("chooses " + entry))
                    .map(Seen::number)
                    .orElse(Long.MAX_VALUE);
            return stage.evidence()
                    .last(
                            PanelEvents.Showed.class,
                            e -> e.actor().equals(terminal.name())
                                    && e.number() > chosen
                                    && e.event().text() == Text.NOT_ALLOWED)
                    .map(e -> Look.at(true, "refused", e))
                    .orElseGet(() -> Look.nothing("nobody was refused it"));
        });
    }

    public void repeated(WireRef wire, int times) {
        String name = stage.names().wire(wire);
        stage.expect("at least " + times + " frames repeated", () -> {
            List<Seen<WireEvents.Line>> repeats = stage.evidence().of(WireEvents.Line.class, name).stream()
                    .filter(e -> e.event().what().equals("repeated"))
                    .toList();
            return Look.at(repeats.size() >= times, repeats.size() + " frames");
        });
    }

    /** Signed in, with every line on the way up and everybody there: a sale would pass, an open reversal before it. */
    public void backToWork(TerminalRef terminal, long nanos) {
        long healed = stage.healedAtNanos();
        long left = Math.max(0, healed + nanos - stage.world().trace().nowNanos());
        stage.expectWithin("a sale on " + terminal.name() + " would pass", left, () -> {
            String state = stage.evidence()
                    .last(TerminalEvents.StateChanged.class, e -> e.actor().equals(terminal.name()))
                    .map(e -> e.event().to())
                    .orElse("unknown");
            List<String> missing = missing(terminal.name());
            String came = missing.isEmpty() ? state : state + ", without " + String.join(", ", missing);
            return Look.at(state.equals("signed-in") && missing.isEmpty(), came);
        });
    }

    /** What a sale of a terminal needs and does not have: lines that are not up, and who cannot be reached. */
    private List<String> missing(String terminal) {
        Stream<String> wires = Stream.of(
                        "line of " + terminal, "pad cable of " + terminal, "HSM link", "switch link", "issuer link")
                .filter(wire -> stage.evidence()
                        .last(
                                WireEvents.Line.class,
                                e -> e.actor().equals(wire)
                                        && UP_OR_GONE.contains(e.event().what()))
                        .filter(e -> e.event().what().equals("gone"))
                        .isPresent())
                .map(wire -> "the " + wire);
        Stream<String> others = stage.unreachable().stream()
                .filter(name -> !name.matches(".*T[0-9]+") || name.matches("(.* )?" + terminal));
        return Stream.concat(wires, others).toList();
    }

    /** Declares the finding that the scenario is meant to bring, and demands it. */
    public void finding(Invariant invariant, @Nullable TransactionRef culprit) {
        stage.world().declare(invariant.english());
        String by = culprit == null ? "" : " by " + culprit.english();
        stage.expect("'" + invariant.english() + "' broken" + by, () -> {
            List<Finding> findings = stage.world().findings().stream()
                    .filter(f -> f.invariant().equals(invariant.english()))
                    .toList();
            if (findings.isEmpty()) {
                return Look.nothing("it held");
            }
            return blamed(findings, culprit);
        });
    }

    private Look blamed(List<Finding> findings, @Nullable TransactionRef culprit) {
        Transaction meant = culprit == null ? null : stage.transaction(culprit).orElse(null);
        boolean holds = culprit == null
                || meant != null
                        && findings.stream().anyMatch(f -> f.by(meant.terminal(), String.valueOf(meant.stan())));
        Finding first = findings.get(0);
        return new Look(holds, first.sentence(), first.event(), 0);
    }

    public void badge(Device device, Badge badge) {
        String actor = stage.names().actor(device);
        String came = stage.world().surroundings().badge(actor);
        stage.expectNow(
                device.english() + " marked as " + badge.english(), Look.at(came.equals(badge.english()), came));
    }

    /** A device that was there is missed, in the trace, soon enough after the acts before. */
    public void lossNoticed(Device device, long nanos) {
        String wire = stage.names().wireTo(device);
        long from = stage.windowStart();
        stage.expectWithin(
                "the loss of " + device.english() + " reported",
                nanos,
                () -> stage.evidence()
                        .last(
                                WireEvents.Line.class,
                                e -> e.number() > from
                                        && e.actor().equals(wire)
                                        && e.event().what().equals("gone"))
                        .map(e -> Look.at(true, e.event().detail(), e))
                        .orElseGet(() -> Look.nothing("nothing reported")));
    }

    /** The audit of the fleet, for passwords of delivery; terminals by name, with commas between. */
    public void audited(String terminals) {
        stage.expect(terminals.isEmpty() ? "nothing listed" : terminals, () -> {
            String listed = String.join(", ", SecurityAudit.factoryPasswords(stage.evidence()));
            return Look.at(listed.equals(terminals), listed.isEmpty() ? "nothing listed" : listed);
        });
    }

    /** Machines that the host has heard under a terminal's number: the one that is bound, and others. */
    public void machines(TerminalRef terminal, int count) {
        stage.expect(count + " serial numbers", () -> {
            Set<String> seen = new TreeSet<>(
                    Set.of(stage.world().plan().terminal(terminal.name()).spec().serial()));
            stage.evidence().of(HostEvents.OtherDevice.class).stream()
                    .filter(e -> e.event().terminal().equals(terminal.name()))
                    .forEach(e -> seen.add(e.event().seen()));
            return Look.at(seen.size() == count, String.join(", ", seen));
        });
    }

    /** Every promised behaviour has a scenario among those that come with the product. */
    public void everyPromiseHasScenario() {
        List<String> missing = stage.world().surroundings().promisesWithoutScenario();
        stage.expectNow(
                "a scenario for every promised behaviour",
                Look.at(
                        missing.isEmpty(),
                        missing.isEmpty()
                                ? "all"
                                : String.format(Locale.ROOT, "none for %s", String.join(", ", missing))));
    }
}
