package dev.counterfoil.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.reports.ReversalFailure;
import dev.counterfoil.reports.Runs;
import dev.counterfoil.reports.markup.Masking;
import dev.counterfoil.reports.model.DecodedField;
import dev.counterfoil.reports.model.FailureDetail;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.Recording;
import dev.counterfoil.reports.model.RunReport;
import dev.counterfoil.reports.model.ScenarioReport;
import dev.counterfoil.reports.model.Verdict;
import dev.counterfoil.reports.model.WireMessage;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HtmlReportTest {
    private static final String HOSTILE = "<script>alert(\"x\")</script> & 'quotes' </b> 冲正 " + "long name ".repeat(15);

    static List<RunReport> pages() {
        return List.of(
                Runs.of(12, 0, Verdict.PASS),
                Runs.of(3, 1, Verdict.PASS),
                Runs.of(24, 12, Verdict.PASS),
                Runs.of(0, 0, Verdict.PASS),
                Runs.of(5, 0, Verdict.SKIPPED),
                Runs.of(300, 1, Verdict.PASS),
                Runs.typical());
    }

    static String page(RunReport run) throws Exception {
        StringWriter out = new StringWriter();
        HtmlReport.of(run, Masking.of(run)).write(out);
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_lands_and_every_id_is_there_once(RunReport run) throws Exception {
        String markup = markup(page(run));
        List<String> ids = all(markup, "\\sid=\"?([^\\s\">]+)");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(all(markup, "href=\"?#([^\\s\">]+)"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_is_fetched_from_elsewhere(RunReport run) throws Exception {
        String markup = markup(page(run));
        assertThat(all(markup, "\\s(src|srcset|action|xlink:href)=")).isEmpty();
        assertThat(all(markup, "href=\"?([^#\\s\">][^\\s\">]*)"))
                .allMatch(h -> h.matches("diagrams/\\d+\\.html#s\\d+"));
        assertThat(page(run)).doesNotContain("http:", "https:", "@import", "file:");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_element_that_is_started_is_ended(RunReport run) throws Exception {
        String markup = markup(page(run)).replaceAll("<[^>]*/>", "");
        for (String name : List.of(
                "div", "p", "a", "b", "i", "span", "svg", "g", "text", "table", "tbody", "section", "details",
                "summary", "main", "footer", "ol", "ul", "dl", "button", "select", "h2", "h3")) {
            assertThat(all(markup, "<" + name + "[\\s>]")).as(name).hasSameSizeAs(all(markup, "</" + name + ">"));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void counters_tape_and_scenario_lines_agree(RunReport run) throws Exception {
        String markup = markup(page(run));
        String tape = run.scenarios().isEmpty() ? "" : between(markup, "class=tape", "<dl class=facts>");
        String list = run.scenarios().isEmpty() ? "" : between(markup, "id=scenarios", "</main>");
        for (Verdict verdict : Verdict.values()) {
            int expected = run.count(verdict);
            assertThat(all(tape, "<a class=" + verdict.code() + " "))
                    .as("tape %s", verdict)
                    .hasSize(expected);
            assertThat(all(list, "<details class=\"sc " + verdict.code() + "\""))
                    .as("lines %s", verdict)
                    .hasSize(expected);
            assertThat(all(markup, "<b>" + expected + "</b>" + verdict.word()).size())
                    .as("counter %s", verdict)
                    .isEqualTo(expected > 0 || verdict == Verdict.PASS ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_grid_has_every_behaviour_once_and_its_red_cells_are_the_missing_ones(RunReport run) throws Exception {
        String grid = between(markup(page(run)), "id=coverage", "<h3>By system");
        List<String> cells = all(grid, "<button class=\"?[grpk](?: rl2\"?)? id=([A-Z]-\\d\\d)");
        assertThat(cells).hasSize(216).doesNotHaveDuplicates();
        List<String> red = all(grid, "<button class=r id=([A-Z]-\\d\\d)");
        assertThat(all(grid, "<li><b>([A-Z]-\\d\\d)</b>")).isEqualTo(red);
        assertThat(Context.of(run).coverage().missing())
                .extracting(r -> r.behaviour().id())
                .isEqualTo(red);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_card_of_the_test_is_nowhere_beyond_six_and_four(RunReport run) throws Exception {
        String page = page(run);
        String unpacked = page + PackedTest.unpack(packed(page));
        String dense = unpacked.replaceAll("[\\s-]", "");
        assertThat(dense).doesNotContain(ReversalFailure.CARD.substring(0, 7), "36323235383831");
        if (run.count(Verdict.FAIL) > 0) {
            assertThat(dense).contains("622588******5678", "622588······5678");
        }
    }

    @Test
    void two_runs_of_one_seed_differ_in_one_block_only() throws Exception {
        RunReport run = Runs.typical();
        Pattern block = Pattern.compile("<!--surroundings-->.*<!--/surroundings-->", Pattern.DOTALL);
        String one = block.matcher(page(run)).replaceAll("");
        String other = block.matcher(page(run.blanked())).replaceAll("");
        assertThat(one).isEqualTo(other).isNotEqualTo(page(run));
    }

    @Test
    void locale_and_time_zone_of_the_machine_play_no_part() throws Exception {
        String here = page(Runs.typical());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(page(Runs.typical())).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void a_hostile_name_stays_text() throws Exception {
        List<ScenarioReport> scenarios = new ArrayList<>();
        for (ScenarioReport scenario : Runs.of(3, 1, Verdict.PASS).scenarios()) {
            scenarios.add(Runs.named(scenario, HOSTILE));
        }
        String markup = markup(page(Runs.run(scenarios)));
        assertThat(markup).doesNotContain("alert(\"x\")</script>").doesNotContain("<script>alert");
        assertThat(markup).contains("&lt;script&gt;", "<span lang=zh-CN>冲正</span>", "long name long name");
    }

    @Test
    void arrows_are_log_rows_and_each_struck_fault_is_drawn_once() throws Exception {
        String markup = markup(page(Runs.of(3, 1, Verdict.PASS)));
        String flow = between(markup, "id=flow", "id=log");
        assertThat(all(flow, "<a class=\"?ms[^>]*href=#s2-m(\\d+)"))
                .isEqualTo(all(between(markup, "id=log", "</main>"), "<tr id=s2-m(\\d+)"))
                .hasSize(38);
        assertThat(all(flow, "<g class=fb>")).hasSize(2);
        assertThat(all(flow, "↯\\d<")).hasSize(2);
    }

    @Test
    void the_matrix_shows_what_was_decoded_and_marks_what_was_expected() throws Exception {
        String matrix = between(markup(page(Runs.of(3, 1, Verdict.PASS))), "<table class=dec>", "</table>");
        assertThat(all(matrix, "<em>expected ([^<]+)</em>")).containsExactly("98", ReversalFailure.FIRST_TRY.f64());
        List<String> rows = all(matrix, "<tr(?: class=diff)?><th scope=row>([^<]+)");
        assertThat(rows).hasSize(20).startsWith("TPDU", "Head", "F2").endsWith("F61", "F64");
    }

    @Test
    void the_fold_of_a_mac_input_does_not_give_hidden_digits_back() throws Exception {
        String mac = between(markup(page(Runs.of(3, 1, Verdict.PASS))), "<table class=\"mab mono\">", "</table>");
        assertThat(mac).contains("80 19 16 62 25 88 ·· ··", "·· 56 78 00");
        String fold = between(mac, "⊕", "<tr");
        assertThat(fold).contains("<td>·· ").contains(" ·· ··<td>");
        assertThat(between(mac, ">X<", "<tr")).contains("·· ·· ·· ··");
    }

    @Test
    void an_empty_chapter_is_left_out_with_its_link() throws Exception {
        String none = markup(page(Runs.of(0, 0, Verdict.PASS)));
        assertThat(none).doesNotContain("#failure", "#flow", "#keys", "#charts", "#scenarios");
        assertThat(none).contains("No scenario was run", "#coverage", "#verify");
        assertThat(markup(page(Runs.of(12, 0, Verdict.PASS))))
                .doesNotContain("#failure")
                .contains("All 12 scenarios passed");
    }

    @Test
    void the_keys_shown_are_those_of_the_first_failure_that_had_some() throws Exception {
        RunReport run = Runs.typical();
        assertThat(KeyChapter.chosen(Context.of(run)))
                .as("no failure had a key")
                .isEqualTo(10);
        List<ScenarioReport> scenarios = new ArrayList<>(run.scenarios());
        ScenarioReport failed = scenarios.get(28);
        Recording whole = failed.recording();
        Recording withKey = new Recording(
                whole.messages(),
                whole.moments(),
                whole.faults(),
                scenarios.get(9).recording().keys().subList(0, 1),
                List.of(),
                List.of());
        scenarios.set(
                28,
                new ScenarioReport(
                        failed.head(),
                        failed.verdict(),
                        "",
                        failed.steps(),
                        failed.time(),
                        withKey,
                        List.of(),
                        failed.failure()));
        assertThat(KeyChapter.chosen(Context.of(Runs.run(scenarios)))).isEqualTo(29);
    }

    @Test
    void clear_text_on_guarded_wires_stands_with_the_keys_and_with_its_scenario() throws Exception {
        String markup = markup(page(Runs.typical()));
        String told = "In clear on guarded wires, on record and no finding: "
                + "card key of manager card M1 and P1 on the card slot of P1 (#3, #5); "
                + "track data of card A on the pad cable of T1 (#9).";
        assertThat(between(markup, "id=keys", "<h2")).contains(told);
        assertThat(between(markup, "id=s10>", "class=at>")).contains(told);
        assertThat(between(markup, "id=s11>", "class=at>")).doesNotContain("In clear");
    }

    @Test
    void ten_failures_have_a_chapter_and_the_others_a_line() throws Exception {
        String markup = markup(page(Runs.of(24, 12, Verdict.PASS)));
        assertThat(all(markup, "<h2 id=(failure[-\\d]*) ")).hasSize(10).startsWith("failure", "failure-2");
        assertThat(markup).contains("<b>12 of 24</b> scenarios failed");
    }

    @Test
    void a_field_of_999_bytes_is_shown_and_wraps() throws Exception {
        ScenarioReport failing = Runs.failing(1, 1);
        List<WireMessage> messages = new ArrayList<>(failing.recording().messages());
        WireMessage m = messages.get(7);
        DecodedField field = new DecodedField("F62", Label.of("Private 62", "自定义域"), "AB".repeat(999), "");
        messages.set(
                7,
                new WireMessage(
                        m.number(),
                        m.timeNanos(),
                        m.step(),
                        m.from(),
                        m.to(),
                        m.wire(),
                        m.protocol(),
                        m.label(),
                        m.meaning(),
                        1100,
                        "AB".repeat(1100),
                        List.of(field),
                        m.mac(),
                        0,
                        false));
        FailureDetail d = new FailureDetail(
                "T1 sent it",
                "",
                9,
                List.of(),
                List.of(),
                List.of(),
                List.of(new FailureDetail.Column(8, "", Map.of())),
                List.of(),
                List.of());
        ScenarioReport scenario = new ScenarioReport(
                failing.head(),
                failing.verdict(),
                "",
                failing.steps(),
                failing.time(),
                new Recording(messages, List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                d);
        assertThat(markup(page(Runs.run(List.of(scenario))))).contains("class=lg>" + "AB".repeat(999));
    }

    @Test
    void pages_keep_their_size() throws Exception {
        assertThat(bytes(page(Runs.of(57, 1, Verdict.PASS)))).isLessThan(165_000);
        assertThat(bytes(page(Runs.typical()))).isLessThan(175_000);
        assertThat(bytes(page(Runs.of(300, 1, Verdict.PASS)))).isLessThan(2_000_000);
    }

    @Test
    void diagrams_after_the_first_200_scenarios_lie_beside_the_page() throws Exception {
        RunReport run = Runs.of(310, 0, Verdict.PASS);
        Map<String, String> beside = HtmlReport.of(run, Masking.of(run)).sidePages();
        assertThat(beside.keySet()).containsExactly("diagrams/201.html", "diagrams/301.html");
        assertThat(all(beside.get("diagrams/201.html"), " id=s(\\d+)>"))
                .hasSize(100)
                .contains("201", "300");
        assertThat(diagrams(beside.get("diagrams/301.html"))).hasSize(10);
        String page = page(run);
        assertThat(page)
                .contains("href=\"diagrams/201.html#s201\"", "href=\"diagrams/201.html#s300\"")
                .contains("href=\"diagrams/301.html#s310\"");
        assertThat(diagrams(page)).hasSize(200);
    }

    @Test
    void a_diagram_lies_in_the_page_as_a_row_a_message() throws Exception {
        List<String> parts = parts(page(Runs.of(12, 0, Verdict.PASS)));
        List<String> words = List.of(parts.get(3).split("\n"));
        String[] rows = parts.get(4).split("\n");
        assertThat(rows[0]).as("number, milliseconds of its day").isEqualTo("1 36120000");
        assertThat(rows).hasSize(1 + 18);
        String[] sale = rows[8].split(" ");
        assertThat(sale[0]).isEqualTo("i");
        assertThat(words.get(Integer.parseInt(sale[3]))).isEqualTo("T1");
        assertThat(words.get(Integer.parseInt(sale[4]))).isEqualTo("H1");
        assertThat(words.get(Integer.parseInt(sale[5]))).startsWith("0200");
    }

    @Test
    void texts_of_behaviours_and_seed_items_are_whole() throws Exception {
        RunReport run = Runs.of(3, 0, Verdict.PASS);
        List<String> parts = parts(page(run));
        assertThat(parts.get(0).split("\n"))
                .containsExactly(
                        run.catalogue().behaviours().stream().map(b -> b.text()).toArray(String[]::new));
        assertThat(parts.get(1).split("\n")).hasSameSizeAs(run.catalogue().seedItems());
    }

    @Test
    void a_scenario_that_passed_late_in_a_long_run_has_its_totals_and_no_diagram() throws Exception {
        List<ScenarioReport> scenarios =
                new ArrayList<>(Runs.of(3, 0, Verdict.PASS).scenarios());
        ScenarioReport last = scenarios.get(2);
        scenarios.set(
                2,
                new ScenarioReport(
                        last.head(),
                        last.verdict(),
                        "",
                        last.steps(),
                        last.time(),
                        last.tally(),
                        Recording.EMPTY,
                        List.of(),
                        null));
        String page = page(Runs.run(scenarios));
        assertThat(between(page, "id=s3>", "</details>")).contains("18 msg").doesNotContain("dgm");
        assertThat(page).contains("that passed only totals are kept", "54 messages");
    }

    private static List<String> parts(String page) throws Exception {
        return List.of(PackedTest.unpack(packed(page)).split("\u0000"));
    }

    private static List<String> diagrams(String page) throws Exception {
        List<String> parts = parts(page);
        return parts.subList(4, parts.size());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The page without its styles, its script and its packed diagrams. */
    private static String markup(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "").replaceAll("(?s)<script[ >].*?</script>", "");
    }

    private static String packed(String page) {
        return page.contains("id=pk>") ? between(page, "id=pk>", "</script>").replaceAll("^[^>]*>", "") : "";
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        int end = text.indexOf(to, start);
        assertThat(end).as(to).isNotNegative();
        return text.substring(start, end);
    }

    private static List<String> all(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
        }
        return found;
    }
}
