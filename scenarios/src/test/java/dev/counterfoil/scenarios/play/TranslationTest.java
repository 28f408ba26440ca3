package dev.counterfoil.scenarios.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.scenarios.feature.FeatureTranslator;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.run.ScenarioResult;
import dev.counterfoil.verb.word.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A feature means the same in either language. */
class TranslationTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_scenario_has_the_same_outcome_and_digest_in(Language language) throws IOException {
        List<Scenario> translated = new ArrayList<>();
        for (String name : names()) {
            Path file = Files.writeString(folder.resolve(name), FeatureTranslator.translate(name, language));
            translated.addAll(BundledFeatures.scenarios(List.of(file.toString())));
        }

        assertThat(outcomes(BundledFeatures.play(translated, 2).scenarios()))
                .isEqualTo(outcomes(BundledFeatures.played().scenarios()));
    }

    private static List<String> names() {
        return BundledFeatures.played().scenarios().stream()
                .map(result -> result.scenario().path())
                .distinct()
                .toList();
    }

    private static List<String> outcomes(List<ScenarioResult> results) {
        return results.stream()
                .map(result -> result.scenario().feature() + " / "
                        + result.scenario().name() + ": " + result.verdict() + " "
                        + HexFormat.of().formatHex(result.digest()))
                .toList();
    }
}
