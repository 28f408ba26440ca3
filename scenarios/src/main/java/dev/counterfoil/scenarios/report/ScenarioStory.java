package dev.counterfoil.scenarios.report;

import dev.counterfoil.reports.model.FailureDetail;
import dev.counterfoil.reports.model.Finding;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.Mode;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.Recording.Exposure;
import dev.counterfoil.reports.model.ScenarioHead;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.ScenarioTime;
import dev.counterfoil.reports.model.Verdict;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.play.PlayedScenario;
import dev.counterfoil.scenarios.run.ScenarioResult;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One scenario with everything that was seen of it. */
final class ScenarioStory {
    private static final long NANOS_A_MICRO = 1000;

    private ScenarioStory() {}

    /** @param inFull whether what was seen is told although it passed */
    static ScenarioReport of(
            ScenarioResult result, @Nullable PlayedScenario played, Mode mode, Rerun rerun, boolean inFull) {
        Verdict verdict = Verdict.valueOf(result.verdict().name());
        if (played == null) {
            ScenarioTime never = new ScenarioTime(OffsetDateTime.parse("1970-01-01T00:00:00Z"), 0, 0);
            return new ScenarioReport(
                    head(result, played, mode, rerun),
                    verdict,
                    Words.shown(result.reason()),
                    StepStory.of(result, null),
                    never,
                    Recording.EMPTY,
                    List.of(),
                    null);
        }
        FailureStory failure = verdict == Verdict.FAIL ? FailureStory.of(result, played) : null;
        return new ScenarioReport(
                head(result, played, mode, rerun),
                verdict,
                failure == null || failure.expected().isEmpty() ? Words.shown(result.reason()) : "",
                StepStory.of(result, played),
                new ScenarioTime(
                        played.epoch(), played.virtual().toNanos(), played.cpu().toNanos() / NANOS_A_MICRO),
                TallyStory.of(played),
                inFull || verdict != Verdict.PASS ? recording(played, failure) : Recording.EMPTY,
                findings(played),
                detail(failure));
    }

    private static @Nullable FailureDetail detail(@Nullable FailureStory failure) {
        return failure == null ? null : failure.told();
    }

    private static ScenarioHead head(ScenarioResult result, @Nullable PlayedScenario played, Mode mode, Rerun rerun) {
        Scenario scenario = result.scenario();
        return new ScenarioHead(
                scenario.path().replace('\\', '/'),
                label(scenario.feature()),
                label(scenario.name()),
                scenario.line(),
                scenario.tags().stream().map(tag -> tag.substring(1)).toList(),
                mode,
                played == null ? List.of() : List.copyOf(played.realDevices().keySet()),
                HexFormat.of().withUpperCase().toHexDigits(scenario.seed()),
                HexFormat.of().formatHex(result.digest()),
                rerun.of(scenario.location()));
    }

    private static Label label(String name) {
        return Label.of(Words.shown(name));
    }

    private static Recording recording(PlayedScenario played, @Nullable FailureStory failure) {
        Faults faults = Faults.of(played);
        KeyStory keys = KeyStory.of(played);
        return new Recording(
                WireStory.of(played, faults),
                MomentStory.of(played, failure == null ? 0 : failure.departure()),
                faults.all(),
                keys.lives(),
                keys.marks(),
                played.exposures().stream()
                        .map(e -> new Exposure(
                                e.message().number(),
                                e.secret(),
                                e.sighting().label(),
                                e.message().wire()))
                        .toList());
    }

    private static List<Finding> findings(PlayedScenario played) {
        return played.findings().stream()
                .map(f -> new Finding(
                        f.invariant(), f.sentence(), played.declared().contains(f.invariant()), nanos(played, f)))
                .toList();
    }

    private static long nanos(PlayedScenario played, dev.counterfoil.evidence.Finding finding) {
        int event = (int) finding.event();
        return event > 0
                ? played.evidence().all().get(event - 1).timeNanos()
                : played.virtual().toNanos();
    }
}
