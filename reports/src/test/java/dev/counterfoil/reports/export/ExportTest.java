package dev.counterfoil.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.counterfoil.reports.ReportFiles;
import dev.counterfoil.reports.ReversalFailure;
import dev.counterfoil.reports.Runs;
import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.Verdict;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class ExportTest {
    @Test
    void junit_xml_counts_what_the_run_counts() throws Exception {
        RunReport run = Runs.typical();
        Document xml = junit(run);
        Element root = xml.getDocumentElement();
        assertThat(root.getAttribute("tests")).isEqualTo("57");
        assertThat(root.getAttribute("failures")).isEqualTo("1");
        assertThat(root.getAttribute("skipped")).isEqualTo("2");
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(57);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(run.count(Verdict.FAIL));
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(10);
    }

    @Test
    void junit_xml_of_hostile_names_is_still_xml() throws Exception {
        String name = "<a> & \"b\" 'c' \u0001 冲正 " + "x".repeat(200);
        List<ScenarioReport> scenarios = new ArrayList<>();
        Runs.of(3, 1, Verdict.PASS).scenarios().forEach(s -> scenarios.add(Runs.named(s, name)));
        Element first = (Element)
                junit(Runs.run(scenarios)).getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo(name.replace('\u0001', '\uFFFD'));
    }

    @Test
    void ndjson_has_a_line_for_everything_that_happened() throws Exception {
        List<JsonNode> lines = ndjson(Runs.typical());
        assertThat(lines.get(0).path("digest").asText()).isEqualTo(Runs.DIGEST);
        assertThat(count(lines, "scenario")).isEqualTo(57);
        assertThat(count(lines, "message"))
                .isEqualTo(Runs.typical().scenarios().stream()
                        .mapToLong(s -> s.recording().messages().size())
                        .sum());
        assertThat(count(lines, "key")).isEqualTo(8);
        assertThat(count(lines, "finding")).isEqualTo(1);
        assertThat(count(lines, "fault")).isEqualTo(2);
        assertThat(count(lines, "behaviour")).isEqualTo(216);
    }

    @Test
    void no_file_shows_the_card_or_a_path_of_the_machine(@TempDir Path directory) throws Exception {
        ReportFiles.write(Runs.of(24, 12, Verdict.PASS), directory);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String dense = Files.readString(file).replace(" ", "");
                assertThat(dense)
                        .as(file.getFileName().toString())
                        .doesNotContain(ReversalFailure.CARD.substring(0, 7), "36323235383831", directory.toString());
            }
        }
    }

    @Test
    void two_runs_of_one_seed_write_the_same_bytes() throws Exception {
        StringWriter one = new StringWriter();
        StringWriter other = new StringWriter();
        Ndjson.write(Runs.typical(), Masking.of(Runs.typical()), one);
        Ndjson.write(Runs.typical().blanked(), Masking.of(Runs.typical()), other);
        assertThat(one.toString()).isEqualTo(other.toString());
        assertThat(xml(Runs.typical())).isEqualTo(xml(Runs.typical().blanked()));
    }

    private static long count(List<JsonNode> lines, String type) {
        return lines.stream().filter(l -> l.path("type").asText().equals(type)).count();
    }

    private static List<JsonNode> ndjson(RunReport run) throws Exception {
        StringWriter out = new StringWriter();
        Ndjson.write(run, Masking.of(run), out);
        assertThat(out.toString()).endsWith("}\n");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().split("\n")) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static String xml(RunReport run) throws Exception {
        StringWriter out = new StringWriter();
        JUnitXml.write(run, Masking.of(run), out);
        return out.toString();
    }

    private static Document junit(RunReport run) throws Exception {
        byte[] bytes = xml(run).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
