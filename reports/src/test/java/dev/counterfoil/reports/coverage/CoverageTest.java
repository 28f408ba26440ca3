package dev.counterfoil.reports.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.reports.Runs;
import dev.counterfoil.reports.model.Catalogue;
import dev.counterfoil.reports.model.Catalogue.Behaviour;
import dev.counterfoil.reports.model.Verdict;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class CoverageTest {
    @Test
    void the_bundled_catalogue_has_every_behaviour_and_every_reference_lands() {
        Catalogue catalogue = Catalogues.bundled();
        assertThat(catalogue.behaviours())
                .hasSize(216)
                .extracting(Behaviour::id)
                .doesNotHaveDuplicates();
        assertThat(catalogue.seedItems()).hasSize(241).extracting(i -> i.id()).doesNotHaveDuplicates();
        assertThat(catalogue.behaviours())
                .extracting(Behaviour::id)
                .containsAll(catalogue.seedItems().stream()
                        .flatMap(i -> i.behaviours().stream())
                        .toList());
        assertThat(catalogue.behaviours())
                .filteredOn(b -> b.status() == Behaviour.Status.PROMISED)
                .hasSizeGreaterThanOrEqualTo(57);
    }

    @Test
    void a_promise_without_a_passing_scenario_is_missing_and_says_why() {
        Coverage coverage = Coverage.of(Runs.typical());
        assertThat(coverage.missing())
                .extracting(r -> r.behaviour().id() + " " + r.why())
                .contains(
                        "T-18 its only scenario failed",
                        "P-10 no scenario carries its tag",
                        Runs.tag(47) + " its only scenario was inconclusive");
        int skipped = coverage.count(Coverage.State.SKIPPED);
        assertThat(coverage.promisedAndCovered() + coverage.missing().size() + skipped)
                .isEqualTo(coverage.promised());
    }

    @Test
    void a_promise_whose_scenarios_were_all_skipped_is_not_missing() {
        Coverage.Row row = Coverage.of(Runs.typical()).row(Runs.tag(48)).orElseThrow();
        assertThat(row.state()).isEqualTo(Coverage.State.SKIPPED);
        assertThat(row.why()).isEqualTo("its only scenario was skipped");
    }

    @Test
    void only_a_scenario_with_a_real_device_is_evidence_about_one() {
        Coverage coverage = Coverage.of(Runs.typical());
        assertThat(coverage.rows())
                .filteredOn(Coverage.Row::real)
                .extracting(r -> r.behaviour().id())
                .containsExactly(Runs.tag(46));
        assertThat(Coverage.of(Runs.of(57, 1, Verdict.PASS)).rows()).noneMatch(Coverage.Row::real);
    }

    @Test
    void an_unknown_id_has_no_row() {
        assertThat(Coverage.of(Runs.typical()).row("Z-99")).isEmpty();
    }

    @Test
    void csv_knows_quotes_commas_and_line_ends_inside_quotes() {
        assertThat(Csv.rows("a,b\r\n\"x, \"\"y\"\"\nz\",\r\n1,2\n"))
                .hasSize(2)
                .first()
                .satisfies(
                        row -> assertThat(row).containsEntry("a", "x, \"y\"\nz").containsEntry("b", ""));
    }

    @Test
    void a_row_of_another_width_is_an_error_that_names_it() {
        assertThatThrownBy(() -> Csv.rows("a,b\n1,2\n3\n"))
                .hasMessageContaining("row 3")
                .hasMessageContaining("1 cells");
    }

    @Test
    void an_unknown_status_is_an_error() {
        String row = "id,group,seed_items,actors,behaviour,status\nK-01,Keys,A1,Hsm,text,perhaps\n";
        assertThatThrownBy(() -> Catalogues.parse(row, "id,kind,meaning,behaviours\n"))
                .hasMessageContaining("perhaps".toUpperCase(Locale.ROOT));
    }
}
