package dev.counterfoil.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.clock.RandomStreams;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateReader;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.feature.Selection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a real run leaves in its folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
    private static final long SEED = 20260316;
    private static final String FAILING = """
            Feature: Shop

              Scenario: A sale that is not declined
                Given T1 starts signed-in
                When the clerk sells goods for 25.00 yuan with card A
                Then the sale is declined with 51

              Scenario: An approval with a wrong MAC
                Given T1 starts signed-in
                And the next 0210 to T1 is delivered with a wrong MAC
                When the clerk sells goods for 8.00 yuan with card B
                Then the sale is approved
            """;

    private static final String LIFE = """
            Feature: Life

              Scenario: The keys of a pad
                Given T1 starts loaded
                When the clerk signs in
                And the clerk sells goods for 25.00 yuan with card A
                And the technician loosens the plug of the pad of T1
                And the technician pushes in the plug of the pad of T1
                And every command of the pad of T1 is tried
                Then the master key of T1 is LOST
            """;

    private Path whole;
    private Path failing;
    private Path folder;
    private String wholeOut;
    private String failingOut;
    private int failingStatus;

    @BeforeAll
    void run_everything_once(@TempDir Path temporary) throws IOException {
        folder = temporary;
        whole = folder.resolve("whole");
        failing = folder.resolve("failing");
        StringWriter out = new StringWriter();
        run(out, "--seed", "" + SEED, "--trace", "--report", whole.toString());
        wholeOut = out.toString();
        Path feature = Files.writeString(folder.resolve("shop.feature"), FAILING);
        StringWriter failed = new StringWriter();
        failingStatus = run(failed, feature.toString(), "--seed", "" + SEED, "--trace", "--report", failing.toString());
        failingOut = failed.toString();
    }

    private static int run(StringWriter out, String... options) {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(options));
        return Main.run(new PrintWriter(out, true), new PrintWriter(out, true), words.toArray(String[]::new));
    }

    @Test
    void the_inputs_are_all_files_that_estates_were_read_from(@TempDir Path own) throws IOException {
        String feature = """
                Feature: Estates

                  Scenario: One beside the feature
                    Given the estate "other.conf"
                    And T1 starts signed-in
                    Then T1 is signed-in
                """;
        Files.writeString(own.resolve("other.conf"), "include required(\"cards.conf\")\nname = other");
        Files.writeString(own.resolve("cards.conf"), "");
        Files.writeString(own.resolve("mine.conf"), "include required(\"lines.conf\")\nname = mine");
        Files.writeString(own.resolve("lines.conf"), "");
        Path played = Files.writeString(own.resolve("estates.feature"), feature);
        Path report = own.resolve("report");
        String mine = own.resolve("mine.conf").toString();

        int status = run(new StringWriter(), played.toString(), "--estate", mine, "--report", report.toString());

        assertThat(status).isZero();
        String page = Files.readString(report.resolve("index.html"));
        assertThat(page)
                .contains("5 inputs with SHA-256")
                .contains("mine.conf", "lines.conf", "other.conf", "cards.conf");
    }

    @Test
    void console_page_and_junit_xml_count_alike() throws IOException {
        Matcher console = find("(\\d+) passed, (\\d+) failed, (\\d+) skipped", wholeOut);
        int passed = Integer.parseInt(console.group(1));
        int failed = Integer.parseInt(console.group(2));
        int skipped = Integer.parseInt(console.group(3));

        String junit = Files.readString(whole.resolve("junit.xml"));
        Matcher suites = find("<testsuites [^>]*tests=\"(\\d+)\" failures=\"(\\d+)\"[^>]* skipped=\"(\\d+)\"", junit);
        assertThat(suites.group(1)).isEqualTo("" + (passed + failed + skipped));
        assertThat(suites.group(2)).isEqualTo("" + failed);
        assertThat(suites.group(3)).isEqualTo("" + skipped);
        assertThat(find("<b>(\\d+)</b>passed", page(whole)).group(1)).isEqualTo("" + passed);
    }

    @Test
    void the_record_has_the_numbered_steps_of_a_download() throws IOException {
        String record = Files.readString(whole.resolve("report.ndjson"));
        assertThat(record).contains("step S11f", "step S15", "step S31", "step S33a'", "step S3B");
        assertThat(Files.readString(whole.resolve("trace.ndjson"))).contains("\"kind\":\"key.step\"");
    }

    @Test
    void the_console_names_the_page_and_the_page_has_the_digest_of_the_console() throws IOException {
        assertThat(wholeOut).contains("report " + whole.resolve("index.html"));
        String digest = find("digest ([0-9a-f]{64})", wholeOut).group(1);
        assertThat(page(whole).replace(" ", "")).contains(digest);
    }

    @Test
    void a_second_run_of_the_seed_writes_the_same_page() throws IOException {
        Path again = folder.resolve("again");
        run(
                new StringWriter(),
                folder.resolve("shop.feature").toString(),
                "--seed",
                "" + SEED,
                "--parallel",
                "1",
                "--report",
                again.toString());

        assertThat(blanked(page(again))).isEqualTo(blanked(page(failing)));
        assertThat(again.resolve("report.ndjson")).hasSameTextualContentAs(failing.resolve("report.ndjson"));
        assertThat(again.resolve("junit.xml")).hasSameTextualContentAs(failing.resolve("junit.xml"));
    }

    @Test
    void no_file_has_a_card_number_a_password_or_a_key() throws IOException {
        TreeSet<String> secrets = new TreeSet<>();
        Estate estate = EstateReader.bundled();
        estate.cards().values().forEach(card -> secrets.add(card.pan()));
        estate.managerCards().values().forEach(card -> secrets.add(card.number()));
        estate.managerCards().values().forEach(card -> secrets.add(" " + card.password()));
        estate.cards().values().forEach(card -> secrets.add("PIN " + card.pin()));
        estate.testKeys().forEach(key -> halves(Hex.bytes(key), secrets));
        for (Scenario scenario : Selection.scenarios(List.of(), "", SEED)) {
            drawn(scenario.seed(), secrets);
        }

        for (Path file : files()) {
            String text = Files.readString(file);
            List<String> found = secrets.stream().filter(text::contains).toList();
            assertThat(found).as("secrets in %s", file.getFileName()).isEmpty();
        }
    }

    /** The keys that the worlds of a scenario draw, as hex and in ASCII hex. */
    private static void drawn(long seed, TreeSet<String> secrets) {
        for (String name :
                List.of("T1/master", "T1/pin", "T1/mac", "T1/track", "card-master", "zone-pin", "zone-mac")) {
            byte[] key = new RandomStreams(seed).fork("key/" + name).bytes(16);
            for (int i = 0; i < key.length; i++) {
                boolean even = Integer.bitCount(key[i] & 0xFE) % 2 == 0;
                key[i] = (byte) (key[i] & 0xFE | (even ? 1 : 0));
            }
            halves(key, secrets);
        }
    }

    private static void halves(byte[] key, TreeSet<String> secrets) {
        for (int at = 0; at < key.length; at += 8) {
            String hex = Hex.of(key, at, 8);
            secrets.addAll(List.of(hex, hex.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void the_trace_dots_out_what_is_secret_on_a_line_and_hides_what_is_not_on_one() throws IOException {
        List<String> lines = Files.readAllLines(whole.resolve("trace.ndjson"));
        assertThat(lines)
                .anyMatch(line ->
                        line.contains("\"actor\":\"line of T1\",\"kind\":\"wire.sent\"") && line.contains("····"));
        assertThat(lines)
                .filteredOn(line -> line.contains("\"actor\":\"pad cable of T1\",\"kind\":\"wire.sent\""))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*\"bytes\":\"\\(\\d+ bytes\\)\"}"));
    }

    @Test
    void a_failure_shows_what_was_expected_what_came_three_messages_and_how_to_run_it_again() {
        assertThat(failingStatus).isEqualTo(1);
        assertThat(failingOut)
                .contains("expected the sale declined with 51", "came approved", "(its request)", "(looked at)")
                .contains("rerun: ./counterfoil run " + folder.resolve("shop.feature") + ":3 --seed " + SEED);
        assertThat(failingOut.lines().filter(line -> line.matches(" +#\\d+ .*")))
                .hasSize(6);
    }

    @Test
    void a_failure_over_a_mac_shows_the_mac_input() throws IOException {
        assertThat(failingOut).contains("MAC input of #", "TAK with check value ", "folded ", "as it came");
        assertThat(page(failing)).contains("Only F64 was changed under way");
    }

    @Test
    void the_working_of_a_mac_ends_in_the_f64_that_was_sent() throws IOException {
        Matcher working = find(
                "MAC input of #(\\d+) as sent.*?\n +R +([0-9A-F]{16})\n +F64 +(\\S{8})\n.*"
                        + "MAC input of #\\1 as it came.*?\n +R +\\2\n +F64 +(\\S{8})\n",
                Pattern.DOTALL, failingOut);
        assertThat(working.group(2)).startsWith(working.group(3)).doesNotStartWith(working.group(4));
        assertThat(page(failing)).contains("The key makes " + working.group(3) + " of it, and F64 says");
    }

    @Test
    void what_came_of_an_altered_message_stands_beside_what_was_sent() throws IOException {
        Matcher f64 = find("as it came:\n +F64 +(\\S{8})\n", failingOut);
        assertThat(page(failing)).contains("· as it came", "<td class=alt>" + f64.group(1));
    }

    @Test
    void a_failure_shows_how_each_party_sees_the_transaction() throws IOException {
        assertThat(page(failing))
                .contains(
                        "<th scope=row>T1, sale<td class=num>0.00 yuan<td>refused<td class=mono>000001<td class=mono>–",
                        "<th scope=row>host<td class=num>8.00 yuan<td>posted<td class=mono>000001<td class=mono>6075")
                .containsPattern("<th scope=row>issuer<td class=num>8.00 yuan<td>booked on card B<td class=mono>\\d{6}")
                .contains("<td class=fx>✗ expected 0.00 yuan, as T1 has it");
    }

    @Test
    void a_card_key_in_clear_is_marked_on_the_key_timeline_and_told_with_its_scenario() throws IOException {
        Path loading = folder.resolve("loading");
        run(new StringWriter(), "key_download.feature:11", "--seed", "" + SEED, "--report", loading.toString());

        String keys = find("(?s)<h2 id=keys>.*?<h2", page(loading)).group();
        assertThat(keys)
                .contains("卡片密钥明文</tspan> card key in clear</text>")
                .containsPattern("card key of manager card M1 and T1 on the card slot of T1 \\(#\\d+");
        assertThat(Files.readString(loading.resolve("report.ndjson")))
                .contains("\"secret\":\"card key\",\"owner\":\"manager card M1\",\"wire\":\"card slot of T1\"");
    }

    @Test
    void each_key_of_a_pad_is_drawn_with_birth_use_freeze_and_loss() throws IOException {
        Path feature = Files.writeString(folder.resolve("life.feature"), LIFE);
        Path life = folder.resolve("life");
        run(new StringWriter(), feature.toString(), "--seed", "" + SEED, "--report", life.toString());

        String keys = find("(?s)<h2 id=keys>.*?<h2", page(life)).group();
        for (String key : List.of("TMK 1", "TPK 1", "TAK 2", "TDK 1")) {
            String name = key.substring(0, 3);
            String uses = key.substring(4);
            assertThat(keys)
                    .as("table, %s", key)
                    .containsPattern("<th scope=row>" + name + " .*?<td>pad of T1<td class=mono>[0-9A-F]{8}"
                            + "<td>[^<]+ in host<td>[^<]+<td class=num>" + uses
                            + "<td>▨ [^<]+ plug loose<td><span>[^<]+</span><td class=fx>✕ lost");
            assertThat(keys)
                    .as("timeline, %s", key)
                    .containsPattern("<text class=kn [^>]*>" + name + "</text>(?:(?!<text class=kn).)*pad of T1</text>"
                            + "<rect class=\"seg[^>]*><rect class=hat [^>]*>"
                            + "<path class=us d=\"(?:M[\\d. ]+v6){" + uses
                            + "}\"/><path class=bd[^>]*><path class=lx ");
        }
    }

    @Test
    void counters_tape_lines_junit_and_console_are_the_same_for_every_verdict() throws IOException {
        for (Path report : List.of(whole, failing)) {
            String out = report.equals(whole) ? wholeOut : failingOut;
            Matcher console = find("(\\d+) passed, (\\d+) failed, (\\d+) skipped", out);
            String page = page(report);
            String[] codes = {"pass", "fail", "skip"};
            for (int i = 0; i < codes.length; i++) {
                int expected = Integer.parseInt(console.group(i + 1));
                assertThat(count("<a class=" + codes[i] + " href=#s\\d+>", page))
                        .as("tape, %s of %s", codes[i], report)
                        .isEqualTo(expected);
                assertThat(count("<details class=\"sc " + codes[i] + "\"", page))
                        .as("lines, %s of %s", codes[i], report)
                        .isEqualTo(expected);
            }
            String junit = Files.readString(report.resolve("junit.xml"));
            assertThat(count("<failure ", junit)).isEqualTo(Integer.parseInt(console.group(2)));
            assertThat(count("<skipped ", junit)).isEqualTo(Integer.parseInt(console.group(3)));
        }
    }

    @Test
    void every_link_of_a_real_page_lands() throws IOException {
        for (Path report : List.of(whole, failing)) {
            String markup = page(report).replaceAll("(?s)<(style|script)[ >].*?</\\1>", "");
            List<String> ids = all("\\sid=\"?([^\\s\">]+)", markup);
            assertThat(ids).doesNotHaveDuplicates().containsAll(all("href=\"?#([^\\s\">]+)", markup));
        }
    }

    @Test
    void no_text_of_a_diagram_is_cut() throws IOException {
        assertThat(page(failing)).contains("<svg class=seq").doesNotContain("…</text>");
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void the_page_of_a_part_of_the_features_misses_nothing_that_was_not_played() throws IOException {
        assertThat(page(failing)).doesNotContain("the run fails").contains("2 of 2 scenarios failed");
    }

    @Test
    void a_report_that_cannot_be_written_is_told_in_one_line() throws IOException {
        Path blocked = folder.resolve("blocked");
        Files.createDirectories(blocked.resolve("index.html"));
        StringWriter out = new StringWriter();

        int status = run(out, "coverage.feature", "--seed", "1", "--report", blocked.toString());

        assertThat(status).isEqualTo(2);
        assertThat(out.toString().lines().filter(line -> line.startsWith("counterfoil: ")))
                .singleElement()
                .asString()
                .startsWith("counterfoil: --report: cannot write to " + blocked);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Stream.concat(Files.walk(whole), Files.walk(failing))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String page(Path report) throws IOException {
        return Files.readString(report.resolve("index.html"));
    }

    private static String blanked(String page) {
        return page.replaceAll("(?s)<!--surroundings-->.*?<!--/surroundings-->", "");
    }

    private static Matcher find(String pattern, String text) {
        return find(pattern, 0, text);
    }

    private static Matcher find(String pattern, int flags, String text) {
        Matcher matcher = Pattern.compile(pattern, flags).matcher(text);
        assertThat(matcher.find()).as("%s in the text", pattern).isTrue();
        return matcher;
    }
}
