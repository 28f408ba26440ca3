package dev.counterfoil.scenarios.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    @Test
    void the_page_of_steps_in_the_documentation_is_what_the_code_says() throws IOException {
        Path page = Path.of("..", "docs", "steps.md");

        assertThat(Files.readString(page))
                .as("write it anew with: ./counterfoil steps > docs/steps.md")
                .isEqualTo(Dictionary.markdown());
    }
}
