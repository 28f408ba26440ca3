package dev.counterfoil.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {
    /** A sign-in answer from github.com/Ajsgn/Java8583. */
    private static final String SIGN_IN_ANSWER =
            "007960000000006022000000000810003800010AC00014000172101410051008030999883035"
                    + "313030303030303230333030353030383030303133303933313030383339383530303800110000004200300040"
                    + "51DBA323AF60599287F61C7E5A9484AEEF8DE29BD3E614FCB51122D4E9B84E2A608CD9C2A4DAABF2";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int decode(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[args.length + 1];
        all[0] = "decode";
        System.arraycopy(args, 0, all, 1, args.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    @Test
    void a_message_is_printed_field_by_field() {
        assertThat(decode(SIGN_IN_ANSWER)).isZero();

        assertThat(out.toString().lines().map(String::strip))
                .anyMatch(line -> line.matches("[0-9]+ +MTI +0810 .*"))
                .anyMatch(line -> line.matches("[0-9]+ +F11 +000172 .*"))
                .anyMatch(line -> line.matches("[0-9]+ +F39 +00 .*"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void keys_are_masked_unless_asked_for() {
        String key = SIGN_IN_ANSWER.substring(SIGN_IN_ANSWER.length() - 80, SIGN_IN_ANSWER.length() - 48);

        decode(SIGN_IN_ANSWER);
        assertThat(out.toString()).doesNotContain(key);
        decode(SIGN_IN_ANSWER, "--clear");
        assertThat(out.toString()).contains(key);
    }

    @Test
    void json_says_the_same_for_machines() throws IOException {
        assertThat(decode(SIGN_IN_ANSWER, "--json")).isZero();

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("dialect").asText()).isEqualTo("unionpay-pos");
        assertThat(json.path("lengthBytes").asInt()).isEqualTo(SIGN_IN_ANSWER.length() / 2);
        assertThat(json.path("fields").findValuesAsText("path")).contains("MTI", "F39", "F60", "F62");
        assertThat(json.has("malformed")).isFalse();
    }

    @Test
    void a_file_may_hold_digits_or_bytes() throws IOException {
        decode(SIGN_IN_ANSWER);
        String printed = out.toString();
        Path digits = Files.writeString(folder.resolve("digits"), SIGN_IN_ANSWER.toLowerCase(Locale.ROOT) + "\n");
        Path bytes = Files.write(folder.resolve("bytes"), HexFormat.of().parseHex(SIGN_IN_ANSWER));

        assertThat(decode("@" + digits)).isZero();
        assertThat(out.toString()).isEqualTo(printed);
        assertThat(decode("@" + bytes)).isZero();
        assertThat(out.toString()).isEqualTo(printed);
    }

    @Test
    void a_malformed_message_is_read_up_to_its_fault_and_exits_with_1() {
        String cut = SIGN_IN_ANSWER.substring(0, SIGN_IN_ANSWER.length() - 20);

        assertThat(decode(cut)).isEqualTo(1);
        assertThat(out.toString()).contains("F11");
        assertThat(err.toString()).startsWith("counterfoil: malformed: ").contains("offset");
        assertThat(decode(cut, "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"malformed\":{\"path\":");
    }

    @Test
    void a_length_that_differs_from_what_follows_says_by_how_much() {
        decode(SIGN_IN_ANSWER.substring(0, SIGN_IN_ANSWER.length() - 20));
        assertThat(err.toString())
                .contains("length at offset 0: expected the 111 bytes that follow, found 121: 10 bytes are missing");
        assertThat(out.toString()).contains("F62 at offset 83: expected 40 bytes, found 30 bytes left");
        decode(SIGN_IN_ANSWER + "00");
        assertThat(err.toString())
                .contains("length at offset 0: expected the 122 bytes that follow, found 121: 1 bytes are too many");
    }

    @Test
    void totals_of_a_settlement_are_no_secret_and_card_numbers_of_an_upload_are() {
        String totals = "000000002500" + "001" + "000000000000" + "000" + "0" + "0".repeat(31);
        assertThat(decode("0500" + "0000000000010000" + "0062" + totals)).isZero();
        assertThat(out.toString()).containsPattern("F48 +" + totals);
    }

    @Test
    void spaces_and_line_breaks_count_for_nothing_and_other_characters_are_named() throws IOException {
        decode(SIGN_IN_ANSWER);
        String printed = out.toString();
        assertThat(decode(SIGN_IN_ANSWER.replaceAll("(..)", "$1 "))).isZero();
        assertThat(out.toString()).isEqualTo(printed);
        Path lines = Files.writeString(folder.resolve("lines"), SIGN_IN_ANSWER.replaceAll("(.{37})", "$1\r\n"));
        assertThat(decode("@" + lines)).isZero();
        assertThat(out.toString()).isEqualTo(printed);

        assertThat(decode("02 0g")).isEqualTo(2);
        assertThat(err.toString()).contains("found 'g' as number 4, spaces not counted");
        assertThat(decode("@" + Files.writeString(folder.resolve("colons"), "02:00")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("found ':' as number 3");
        assertThat(decode("@" + Files.writeString(folder.resolve("empty"), "\n")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is nothing to decode");
        assertThat(decode("@" + folder.resolve("absent"))).isEqualTo(2);
        assertThat(err.toString()).contains("there is no such file");
    }

    @Test
    void what_is_no_message_at_all_is_bad_input() {
        assertThat(decode("0200xx")).isEqualTo(2);
        assertThat(decode("020")).isEqualTo(2);
        assertThat(decode("@" + folder.resolve("nothing"))).isEqualTo(2);
        assertThat(decode(SIGN_IN_ANSWER, "--dialect", "klingon")).isEqualTo(2);
        assertThat(err.toString()).contains("unionpay-pos").hasLineCount(1);
    }
}
