package dev.counterfoil.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with what somebody hands in is told once, in words, with the exit status that goes with it. */
class BadInputTest {
    private static final String SIGN_IN = "    Given T1 starts loaded\n    When the clerk signs in\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private int play(String steps, String estate) throws IOException {
        Path feature = Files.writeString(folder.resolve("f.feature"), "Feature: f\n  Scenario: s\n" + steps);
        Path conf = Files.writeString(folder.resolve("mine.conf"), estate);
        String report = folder.resolve("report").toString();
        return run("run", "--estate", conf.toString(), "--report", report, "--seed", "1", feature.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dialect.name = iso99 | :1: dialect.name: unknown dialect",
                "dialect.switches { f48 = tape } | :1: dialect.switches.f48: ",
                "policies.terminal { answerTimeoot = 5s } | :1: policies.terminal.answerTimeoot: unknown policy",
                "policies.terminal { answerTimeout = soon } | :1: policies.terminal.answerTimeout: ",
                "policies.host { nothing = x } | :1: policies.host.nothing: unknown policy nothing of the host; ",
                "policies.issuer { nothing = x } | :1: policies.issuer.nothing: unknown policy nothing of the issuer",
                "terminals.T1.policies { tea = x } | :1: terminals.T1.policies.tea: unknown policy tea of a terminal",
                "terminals.T1.line = 6G | :1: terminals.T1.line: unknown line profile '6G'; known: ",
                "terminals.T1.pad-cable = serial fast | :1: terminals.T1.pad-cable: unknown line profile",
                "terminals.T1.merchant = baker | :1: terminals.T1.merchant: unknown 'baker'; known: corner-shop",
                "profiles.switch = pigeon | :1: profiles.switch: unknown line profile 'pigeon'",
                "terminals.T1.id = 7 | :1: terminals.T1.id: expected 8 letters or digits, found '7'",
                "terminals { | mine.conf: 1",
                "terminals = 3 | :1: terminals is 3; expected terminals { ... }",
                "dialect = iso99 | :1: dialect is ",
                "dialect.switches { mac.algorithm = X9_19 } | mac.algorithm = X9_19 takes a key of 16 bytes",
                "dialect.switches { mac.algorithm = X9_9, mak.form = SIXTEEN } | X9_9 takes a key of 8 bytes",
                "terminals.T1.injector-attach = \"bogus:x\" | terminals.T1.injector-attach: no transport for ",
                "terminals.T1.pad-attach = \"bogus:x\" | terminals.T1.pad-attach: no transport for "
            })
    void a_bad_estate_is_told_by_file_line_and_key(String estate, String message) throws IOException {
        assertThat(play(SIGN_IN, estate)).isEqualTo(2);

        toldOnce();
        assertThat(err.toString()).contains("mine.conf").contains(message);
    }

    @Test
    void a_file_whose_scenario_is_misspelt_is_no_green_run() throws IOException {
        Path feature = Files.writeString(folder.resolve("f.feature"), "Feature: f\n  Scenaro: s\n" + SIGN_IN);

        assertThat(run("run", "--seed", "1", feature.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("f.feature: holds no scenario with steps");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "include required(\"more.conf\") | mine.conf:2: | more.conf",
                "terminals { // include \"more.conf\"~ include required(~ \"more.conf\" ) } | mine.conf:4: | more.conf",
                "include required(file(\"/nowhere/more.conf\")) | mine.conf:2: | /nowhere/more.conf",
                "include \"nested.conf\" | nested.conf:1: | lost.conf"
            })
    void what_a_bad_estate_includes_is_told_by_file_and_line(String include, String place, String file)
            throws IOException {
        Files.writeString(folder.resolve("nested.conf"), "include required(\"lost.conf\")");
        assertThat(play(SIGN_IN, "name = mine\n" + include.replace('~', '\n'))).isEqualTo(2);

        toldOnce();
        assertThat(err.toString())
                .contains(folder.resolve("x").resolveSibling(place) + " ")
                .contains(file);
    }

    @Test
    void an_estate_includes_what_lies_beside_it() throws IOException {
        Path below = Files.createDirectories(folder.resolve("below"));
        Files.writeString(folder.resolve("cards.conf"), "include required(\"below/z.conf\")");
        Files.writeString(below.resolve("z.conf"), "cards.Z = ${cards.A} { pan = 6222020200098765432 }\n");
        String card = "    Given card Z starts with a balance of 1 yuan\n";

        assertThat(play(card + SIGN_IN, "include required(\"cards.conf\")"))
                .as("%s", err)
                .isZero();
        Files.writeString(below.resolve("z.conf"), "terminals.T1.line = 6G");
        assertThat(play(SIGN_IN, "include required(\"cards.conf\")")).isEqualTo(2);
        assertThat(err.toString()).contains("below/z.conf:1: terminals.T1.line: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Given T1 follows the policy answerTimeoot = 5s | of a terminal; nearest: answerTimeout; known: ",
                "Given T1 follows the policy afterLastTry = print | cannot be print; it is what follows the last try",
                "Given the host follows the policy nothing = 5s | unknown policy nothing of the host; nearest: ",
                "Given the issuer follows the policy pinTrys = 5 | of the issuer; nearest: pinTries; known: ",
                "Given the HSM follows the policy checkMac = true | the HSM follows no policies",
                "Given T77 starts loaded | has no terminal T77; it has T1, T2",
                "When the clerk of T77 signs in | has no terminal T77; it has T1, T2",
                "Then the last 0810 to T77 has F39 00 | has no terminal T77; it has T1, T2",
                "Given card Z starts with a balance of 1 yuan | has no card Z; it has A, B",
                "When the manager inserts manager card M9 | has no manager card M9; it has M1",
                "* 卡Z的初始余额为1.00元 | has no card Z; it has A, B"
            })
    void a_step_that_names_what_there_is_not_is_told_before_the_run(String step, String message) throws IOException {
        assertThat(play(SIGN_IN + "    " + step + "\n", "")).isEqualTo(2);

        toldOnce();
        assertThat(err.toString()).contains("f.feature:5: ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Given the host answers by this script: ! message, fields ! the next 0200 from T77, F39 00",
                "* 主机按下列脚本应答： ! 报文, 域值 ! T77发出的下一笔0200, F39为00",
                "Given the host answers by this script: ! message, fields ! 0800, F11 of the last sale of T77",
                "Then T1 has sent in this order: ! message, fields ! 0800, F11 of the last sale of T77"
            })
    void a_table_that_names_what_there_is_not_is_told_before_the_run(String step, String heads, String cells)
            throws IOException {
        String table = "      |" + heads.replace(',', '|') + "|\n      |" + cells.replace(',', '|') + "|\n";
        assertThat(play(SIGN_IN + "    " + step + "\n" + table, "")).isEqualTo(2);

        toldOnce();
        assertThat(err.toString()).contains("f.feature:5: ").contains("has no terminal T77; it has T1, T2");
    }

    @Test
    void an_estate_that_a_step_names_and_that_is_no_text_cannot_be_read() throws IOException {
        Files.write(folder.resolve("bytes.conf"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

        assertThat(play("    Given the estate \"bytes.conf\"\n" + SIGN_IN, "")).isNotZero();

        assertThat(out + "" + err).contains("the estate \"bytes.conf\" cannot be read");
    }

    @Test
    void a_value_in_a_table_names_nothing() throws IOException {
        String table = "      | field | value |\n      | F41   | T77   |\n";
        assertThat(play(SIGN_IN + "    Then the last 0800 has these fields:\n" + table, ""))
                .isEqualTo(1);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F42 T77", "F42 \"T77\"", "F59 \"card Z\""})
    void a_value_of_a_field_names_nothing(String fields) throws IOException {
        assertThat(play("    Given the host answers the next 0810 with " + fields + "\n" + SIGN_IN, ""))
                .isNotEqualTo(2);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "When the thief on the line of T1 replays the authentication message"
                        + " | there is no thief on the line of T1",
                "Given a thief listens on the line of T1"
                        + " / When the thief on the line of T1 replays the authentication message"
                        + "| the thief on the line of T1 has recorded no authentication message; ",
                "When the technician loads the files \"tape\" into T1"
                        + " | no program file is called \"tape\"; there are signature, "
            })
    void what_a_step_cannot_do_is_told_in_words(String steps, String message) throws IOException {
        assertThat(play("    Given T1 starts unloaded\n    " + steps.replace(" / ", "\n    ") + "\n", ""))
                .isEqualTo(1);

        assertThat(out.toString()).contains(message).doesNotContain("Exception", "bug");
    }

    @Test
    void a_feature_in_no_known_language_is_told_by_file_and_line() throws IOException {
        Path feature = Files.writeString(folder.resolve("f.feature"), "# language: xx\nFeature: f\n");

        assertThat(run("run", feature.toString())).isEqualTo(2);
        toldOnce();
        assertThat(err.toString()).contains(feature + ":1: ").contains("xx");
    }

    @Test
    void a_report_folder_that_is_a_file_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "");

        assertThat(run("run", "sign_in.feature", "--report", file.toString())).isEqualTo(2);
        toldOnce();
        assertThat(err.toString()).contains("--report").contains(file.toString());
    }

    @Test
    void a_socket_that_another_holds_is_told() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int status = run("serve", "--acquirer-port", Integer.toString(taken.getLocalPort()));

            assertThat(status).isEqualTo(2);
            toldOnce();
            assertThat(err.toString()).contains(Integer.toString(taken.getLocalPort()));
        }
    }

    private void toldOnce() {
        List<String> lines = err.toString().lines().toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("counterfoil: ").doesNotContain("Exception", "internal error");
        assertThat(out.toString()).isEmpty();
    }
}
