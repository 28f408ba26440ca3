package dev.counterfoil.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final String SALE = """
            Feature: Shop

              Scenario: A sale
                Given T1 starts signed-in
                When the clerk sells goods for 25.00 yuan with card A

              Scenario: A refusal
                Given T1 starts loaded
                And the host has registered T1 as unknown
                When the clerk signs in
                Then the sign-in is declined with 97
            """;

    @TempDir
    private Path folder;

    private Path feature;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write_a_feature() throws IOException {
        feature = write("shop.feature", SALE);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int run(Object... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private int runFeature(Object... more) {
        Object[] args = new Object[more.length + 3];
        args[0] = "run";
        args[1] = "--report";
        args[2] = folder.resolve("report");
        System.arraycopy(more, 0, args, 3, more.length);
        return run(args);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private String last() {
        return lines().get(lines().size() - 1);
    }

    @Test
    void a_run_says_seed_and_estate_first_and_counts_and_digest_last() {
        assertThat(runFeature(feature, "--seed", 7)).isZero();

        assertThat(lines()).startsWith("seed 7", "estate built-in");
        assertThat(lines()).contains("  ✓ A sale", "  ✓ A refusal");
        assertThat(lines().get(lines().size() - 2)).isEqualTo("2 passed, 0 failed, 0 skipped");
        assertThat(last()).matches("digest [0-9a-f]{64}");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_digest_depends_on_the_seed_and_on_nothing_around_the_file() throws IOException {
        runFeature(feature, "--seed", 7, "--parallel", 1);
        String digest = last();
        Path moved = write("elsewhere/shop.feature", "# a comment\n\n" + SALE);

        runFeature(moved, "--seed", 7, "--parallel", 4);
        assertThat(last()).isEqualTo(digest);
        runFeature(feature, "--seed", 8);
        assertThat(last()).isNotEqualTo(digest);
    }

    @Test
    void a_line_chooses_one_scenario() {
        assertThat(runFeature(feature + ":7", "--seed", 7)).isZero();

        assertThat(lines()).contains("  ✓ A refusal", "1 passed, 0 failed, 0 skipped");
    }

    @Test
    void without_a_path_the_bundled_features_run_and_those_for_later_do_not() {
        assertThat(runFeature("--tags", "@N-03 or @H-01 and not @live")).isZero();

        assertThat(out.toString())
                .contains("A loose plug freezes the master key")
                .doesNotContain("The host has lost a sale");
    }

    @Test
    void an_unknown_step_is_answered_with_the_nearest_wording() throws IOException {
        Path file = write("odd.feature", "Feature: f\n  Scenario: s\n    When the clerk sells tea for 1.00 yuan\n");

        assertThat(runFeature(file)).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("counterfoil: " + file + ":3: no step is worded \"the clerk sells tea for 1.00 yuan\";"
                        + " the nearest is \"{person} sells {text} for {money} with {card}\"");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_broken_feature_is_told_by_file_and_line() throws IOException {
        Path file = write("broken.feature", "Feature: f\n  Scenario: s\n    Given x\n    nonsense\n");

        assertThat(runFeature(file)).isEqualTo(2);
        assertThat(err.toString()).startsWith("counterfoil: " + file + ":4: ").hasLineCount(1);
    }

    @Test
    void a_value_that_only_looks_right_is_told_by_file_and_line() throws IOException {
        Path file = write("late.feature", "Feature: f\n  Scenario: s\n    When the clock reaches 27:00\n");

        assertThat(runFeature(file)).isEqualTo(2);
        assertThat(err.toString()).startsWith("counterfoil: " + file + ":3: the clock reaches 27:00: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run nowhere.feature",
                "run --tags @a_and_(",
                "run --seed x",
                "run --parallel 0",
                "run --estate nowhere.conf",
                "run --glue nowhere.jar",
                "run --report /dev/null/x",
                "run sale_and_reversal.feature:9999",
                "run --what",
                "translate nowhere.feature",
                "translate sale_and_reversal.feature --to fr",
                "sing"
            })
    void bad_input_is_told_in_a_line_or_two_and_exits_with_2(String command) {
        Object[] words = command.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].toString().replace('_', words[i].toString().startsWith("@") ? ' ' : '_');
        }

        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString()).startsWith("counterfoil: ").doesNotContain("\tat ");
        assertThat(err.toString().lines().count()).isLessThanOrEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void debug_shows_where_a_problem_came_from() {
        assertThat(run("run", "nowhere.feature", "--debug")).isEqualTo(2);
        assertThat(err.toString()).contains("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "translate --help",
                "steps --help",
                "decode --help",
                "ports --help",
                "--version",
                "run --version"
            })
    void help_and_version_are_answered_on_standard_output(String command) {
        assertThat(run((Object[]) command.split(" ", -1))).isZero();
        assertThat(out.toString()).containsIgnoringCase("counterfoil");
        assertThat(err.toString()).isEmpty();
    }
}
