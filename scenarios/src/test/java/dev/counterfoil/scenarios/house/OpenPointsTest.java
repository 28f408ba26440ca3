package dev.counterfoil.scenarios.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of what stayed a switch names switches that there are. */
final class OpenPointsTest {
    private static final Path REFERENCE = Path.of("../docs/reference");
    private static final Pattern FIRST_COLUMN = Pattern.compile("^\\| (`.*?) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void every_switch_of_the_page_is_a_policy_or_a_switch_of_the_dialect() throws IOException {
        String policies = Files.readString(REFERENCE.resolve("policies.md"));
        List<String> named = new ArrayList<>();
        Matcher row = FIRST_COLUMN.matcher(Files.readString(REFERENCE.resolve("open-points.md")));
        while (row.find()) {
            Matcher name = NAME.matcher(row.group(1));
            while (name.find()) {
                named.add(name.group(1));
            }
        }
        assertThat(named).hasSizeGreaterThan(25).allMatch(name -> policies.contains("| `" + name + "` |"));
    }
}
