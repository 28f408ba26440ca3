package dev.counterfoil.scenarios.report;

import dev.counterfoil.evidence.Finding;
import dev.counterfoil.evidence.Invariant;
import dev.counterfoil.evidence.Invariants;
import dev.counterfoil.evidence.MessageLog;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.reports.model.FailureDetail;
import dev.counterfoil.reports.model.FailureDetail.Column;
import dev.counterfoil.reports.model.FailureDetail.Departure;
import dev.counterfoil.reports.model.MacWorking;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.scenarios.run.ScenarioResult;
import dev.counterfoil.scenarios.run.StepResult;
import dev.counterfoil.stage.CheckFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a scenario failed, as far as its evidence tells. */
final class FailureStory {
    private static final Pattern ABOUT_A_MAC = Pattern.compile("MAC|F64|\\bA0\\b");

    private final ScenarioResult result;
    private final PlayedScenario played;
    private final String expected;
    private final String came;
    private final long event;
    private final @Nullable WireMessage message;
    private final Departures departures;

    private FailureStory(ScenarioResult result, PlayedScenario played) {
        this.result = result;
        this.played = played;
        CheckFailed check = check(result);
        Optional<Finding> finding = undeclared(played);
        this.expected = Words.shown(
                check == null ? finding.map(f -> "that " + f.invariant()).orElse("") : check.expected());
        this.came = Words.shown(check == null ? finding.map(Finding::sentence).orElse(result.reason()) : check.came());
        long looked = check == null ? finding.map(Finding::event).orElse(0L) : check.event();
        this.event = looked > 0 ? looked : played.evidence().all().size();
        this.message = message(check == null ? 0 : check.message());
        this.departures = Departures.before(played, event);
    }

    static FailureStory of(ScenarioResult result, PlayedScenario played) {
        return new FailureStory(result, played);
    }

    private static @Nullable CheckFailed check(ScenarioResult result) {
        return result.failedStep()
                .map(StepResult::problem)
                .filter(CheckFailed.class::isInstance)
                .map(CheckFailed.class::cast)
                .orElse(null);
    }

    private static Optional<Finding> undeclared(PlayedScenario played) {
        return played.findings().stream()
                .filter(f -> !played.declared().contains(f.invariant()))
                .findFirst();
    }

    /** The message that the check looked at; the latest that can be read before its event when it names none. */
    private @Nullable WireMessage message(int number) {
        MessageLog log = played.evidence().messages();
        if (number > 0 && number <= log.all().size()) {
            return log.all().get(number - 1);
        }
        return log.onLines(m -> m.iso() != null && m.event() <= event).stream()
                .reduce((one, other) -> other)
                .orElse(null);
    }

    /** Number of the event that first left the path. */
    long departure() {
        long first = departures.first();
        return first > 0 ? first : event;
    }

    String expected() {
        return expected;
    }

    String came() {
        return came;
    }

    /** Numbers of the messages around the failure, three at most. */
    List<Integer> around() {
        return message == null ? List.of() : Columns.numbers(played.evidence().messages(), message);
    }

    FailureDetail told() {
        List<Departure> left = new ArrayList<>(departures.told());
        int step = StepStory.failed(result);
        if (step > 0) {
            boolean first = departures.first() == 0;
            String check = "Step " + step + " looks, and " + came + " is there.";
            left.add(new Departure(nanos(), check, message == null ? 0 : message.number(), first));
        }
        List<Column> columns =
                message == null ? List.of() : Columns.around(played.evidence().messages(), message, expected);
        List<MacWorking> macs = macs();
        return new FailureDetail(
                who(step),
                expected.isEmpty() ? "" : " where " + expected + " was expected",
                step,
                left,
                explanation(),
                Stands.of(played.evidence(), message, event),
                columns,
                macs,
                macs.isEmpty() ? List.of() : macNotes(macs));
    }

    private String who(int step) {
        String text = came.isEmpty() ? result.reason() : came;
        return step > 0 && !expected.isEmpty() ? "Step " + step + ": " + text : text;
    }

    private long nanos() {
        return event > 0 && event <= played.evidence().all().size()
                ? played.evidence().all().get((int) event - 1).timeNanos()
                : 0;
    }

    private List<String> explanation() {
        List<String> paragraphs = new ArrayList<>();
        undeclared(played)
                .flatMap(f -> Invariants.all().stream()
                        .filter(i -> i.name().equals(f.invariant()))
                        .findFirst())
                .map(Invariant::sentence)
                .ifPresent(paragraphs::add);
        for (String fault : played.neverStruck()) {
            paragraphs.add("This fault was armed and never struck: " + fault + ".");
        }
        return paragraphs;
    }

    /** MAC workings, where a MAC is the matter. */
    List<MacWorking> macs() {
        String words = expected + " " + came
                + departures.told().stream().map(Departure::text).toList();
        if (!ABOUT_A_MAC.matcher(words).find()) {
            return List.of();
        }
        return played.evidence().messages().onLines(MacStory::has).stream()
                .filter(m -> message == null || m.number() <= message.number())
                .reduce((one, other) -> other)
                .map(m -> MacStory.of(played, m))
                .orElse(List.of());
    }

    private static List<String> macNotes(List<MacWorking> macs) {
        List<String> notes = new ArrayList<>();
        MacWorking last = macs.get(macs.size() - 1);
        if (macs.size() > 1) {
            boolean sameInput = macs.get(0).blocks().equals(last.blocks());
            notes.add(
                    sameInput
                            ? "Only F64 was changed under way: the input is the same on both ends."
                            : "The input was changed under way, and F64 is still that of the sender's bytes.");
        }
        if (last.resultHex().isEmpty()) {
            notes.add("The key of this message was gone when the scenario ended, so the working ends at the fold.");
        } else if (!last.resultHex().startsWith(last.f64())) {
            notes.add("The key makes "
                    + last.resultHex().substring(0, last.f64().length()) + " of it, and F64 says " + last.f64() + ".");
        }
        return notes;
    }
}
