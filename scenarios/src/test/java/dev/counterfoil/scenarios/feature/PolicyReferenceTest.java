package dev.counterfoil.scenarios.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PolicyReferenceTest {
    @Test
    void the_reference_in_docs_is_the_one_that_the_code_makes() throws IOException {
        Path page = Path.of("..", "docs", "reference", "policies.md");
        assertThat(Files.readString(page))
                .as("write it anew with: ./counterfoil policies > docs/reference/policies.md")
                .isEqualTo(PolicyReference.markdown());
    }
}
