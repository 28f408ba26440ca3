package dev.counterfoil.scenarios.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
    private static final String FEATURE = """
            @all
            Feature: f

              @one
              Scenario: twin
                When the clerk signs in

              Scenario: twin
                When the clerk signs off

              @later
              Scenario: not yet
                When the clerk signs in

              Scenario Outline: pays <code>
                Then the sale is declined with <code>

                Examples:
                  | code |
                  | 51   |
                  | 55   |
            """;

    @TempDir
    private Path folder;

    private List<Scenario> choose(String text, String tags, String suffix) throws IOException {
        Path file = Files.writeString(folder.resolve("f.feature"), text);
        return Selection.scenarios(List.of(file + suffix), tags, 1);
    }

    private static List<String> names(List<Scenario> scenarios) {
        return scenarios.stream().map(Scenario::name).toList();
    }

    @Test
    void takes_every_scenario_and_example_row_but_those_for_later() throws IOException {
        assertThat(names(choose(FEATURE, "", ""))).containsExactly("twin", "twin", "pays 51", "pays 55");
    }

    @Test
    void takes_scenarios_by_tag_and_inherited_tag() throws IOException {
        assertThat(names(choose(FEATURE, "@all and not @one", ""))).containsExactly("twin", "pays 51", "pays 55");
    }

    @Test
    void takes_scenarios_by_line_of_scenario_outline_and_row() throws IOException {
        assertThat(names(choose(FEATURE, "", ":5"))).containsExactly("twin");
        assertThat(names(choose(FEATURE, "", ":15"))).containsExactly("pays 51", "pays 55");
        assertThat(names(choose(FEATURE, "", ":5:21"))).containsExactly("twin", "pays 55");
        assertThatThrownBy(() -> choose(FEATURE, "", ":6")).isInstanceOf(BadInput.class);
    }

    @Test
    void a_location_chooses_its_scenario_again() throws IOException {
        for (Scenario scenario : choose(FEATURE, "", "")) {
            assertThat(Selection.scenarios(List.of(scenario.location()), "", 1))
                    .extracting(Scenario::seed)
                    .containsExactly(scenario.seed());
        }
    }

    @Test
    void seeds_differ_by_run_name_row_and_ordinal_and_not_by_file_line_or_order() throws IOException {
        List<Long> seeds = seeds(choose(FEATURE, "", ""));

        assertThat(seeds).doesNotHaveDuplicates();
        assertThat(seeds(choose("# moved down\n\n" + FEATURE, "", ""))).isEqualTo(seeds);
        assertThat(seeds(choose(FEATURE, "not @one", ""))).isEqualTo(seeds.subList(1, 4));
        Path renamed = Files.writeString(folder.resolve("renamed.feature"), FEATURE);
        assertThat(seeds(Selection.scenarios(List.of(renamed.toString()), "", 1)))
                .isEqualTo(seeds);
        String turned = FEATURE.replace("| 51   |", "| 5x   |")
                .replace("| 55   |", "| 51 |")
                .replace("5x", "55");
        assertThat(seeds(choose(turned, "", "")))
                .containsExactly(seeds.get(0), seeds.get(1), seeds.get(3), seeds.get(2));
        assertThat(seeds(choose(FEATURE.replace("Feature: f", "Feature: g"), "", "")))
                .doesNotContainAnyElementsOf(seeds);
    }

    @Test
    void rows_of_an_outline_whose_name_holds_no_value_have_seeds_of_their_own() throws IOException {
        List<Long> seeds = seeds(choose(FEATURE.replace("pays <code>", "pays"), "", ":15"));

        assertThat(seeds).hasSize(2).doesNotHaveDuplicates();
        String turned = FEATURE.replace("pays <code>", "pays")
                .replace("| 51   |", "| 5x   |")
                .replace("| 55   |", "| 51 |")
                .replace("5x", "55");
        assertThat(seeds(choose(turned, "", ":15"))).containsExactly(seeds.get(1), seeds.get(0));
    }

    @Test
    void a_seed_is_the_head_of_a_sha_256_over_what_names_the_scenario() {
        // echo -n 00000000000000010000000166000000047477696e0000000000000000 | xxd -r -p | sha256sum
        assertThat(Seeds.of(1, "f", "twin", List.of(), 0)).isEqualTo(-3166956889995851L);
    }

    private static List<Long> seeds(List<Scenario> scenarios) {
        return scenarios.stream().map(Scenario::seed).toList();
    }

    @Test
    void a_folder_is_read_in_the_order_of_its_paths() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/x.feature"), FEATURE);
        Files.writeString(folder.resolve("a.feature"), FEATURE);

        assertThat(Selection.scenarios(List.of(folder.toString()), "@one", 1))
                .extracting(Scenario::path)
                .containsExactly(
                        folder.resolve("a.feature").toString(),
                        folder.resolve("b/x.feature").toString());
    }

    @Test
    void an_empty_folder_is_refused() {
        assertThatThrownBy(() -> Selection.scenarios(List.of(folder.toString()), "", 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no .feature file");
    }
}
