package dev.counterfoil.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.BadInput;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import dev.counterfoil.scenarios.feature.StepCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserGlueTest {
    private static final String STEPS = """
            package shop.steps;

            import dev.counterfoil.verb.ref.TerminalRef;
            import io.cucumber.java.en.Then;

            public final class Steps {
                @Then("the shelf of {terminal} holds {int} boxes")
                public void shelf(TerminalRef terminal, int boxes) {
                    if (boxes != 3 || !terminal.name().equals("T1")) {
                        throw new AssertionError("there are 3 boxes");
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void steps_of_the_users_own_stand_beside_those_of_the_vocabulary() throws IOException {
        Path file = Files.writeString(folder.resolve("f.feature"), """
                Feature: f
                  Scenario: right
                    When the clerk signs in
                    Then the shelf of T1 holds 3 boxes
                  Scenario: wrong
                    Then the shelf of T1 holds 4 boxes
                  Scenario: unknown
                    Then the shelf of T1 is empty
                """);
        List<Scenario> chosen = Selection.scenarios(List.of(file.toString()), "", 1);
        RunResult result = Run.play(
                chosen,
                StepCheck.wordings(chosen, true, EstateReader.bundled()),
                UserGlue.open(jar()),
                2,
                false,
                DryWorkshop::new,
                ended -> {});

        assertThat(result.scenarios())
                .extracting(ScenarioResult::verdict)
                .containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.NOT_RUN);
        assertThat(result.scenarios().get(1).reason()).isEqualTo("there are 3 boxes");
    }

    private Path jar() throws IOException {
        Path source = Files.writeString(folder.resolve("Steps.java"), STEPS);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(status).isZero();
        Path jar = folder.resolve("glue.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("shop/steps/"));
            out.putNextEntry(new ZipEntry("shop/steps/Steps.class"));
            Files.copy(folder.resolve("shop/steps/Steps.class"), out);
        }
        return jar;
    }

    @Test
    void a_jar_without_folder_entries_is_refused() throws IOException {
        Path jar = folder.resolve("flat.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("shop/steps/Steps.class"));
        }

        assertThatThrownBy(() -> UserGlue.open(jar))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("shop/steps");
    }

    @Test
    void a_jar_without_classes_is_refused() throws IOException {
        Path jar = folder.resolve("empty.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
        }

        assertThatThrownBy(() -> UserGlue.open(jar)).isInstanceOf(BadInput.class);
    }
}
