package dev.counterfoil.scenarios.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.estate.EstateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledFeaturesTest {
    @Test
    void the_index_names_every_feature_in_the_folder() throws IOException {
        try (Stream<Path> folder = Files.list(Path.of("src", "main", "resources", "features"))) {
            assertThat(FeatureFiles.bundledNames())
                    .containsExactlyElementsOf(
                            folder.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".feature"))
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void every_step_is_in_the_vocabulary() {
        List<Scenario> scenarios = Selection.scenarios(List.of(), "", 1);

        assertThat(StepCheck.wordings(scenarios, false, EstateReader.bundled())).isNotEmpty();
    }

    @Test
    void a_chinese_twin_has_as_many_scenarios_and_steps() {
        for (String name : FeatureFiles.bundledNames()) {
            if (name.endsWith(".zh.feature")) {
                String twin = name.replace(".zh", "");
                assertThat(shape(name)).as(name).isEqualTo(shape(twin));
            }
        }
    }

    private static List<Integer> shape(String name) {
        return Selection.scenarios(List.of(name), "", 1).stream()
                .map(scenario -> scenario.pickle().getSteps().size())
                .toList();
    }
}
