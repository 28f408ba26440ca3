package dev.counterfoil.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.scenarios.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeTest {
    @TempDir
    private static Path folder;

    private static Program program;
    private static int port;

    @BeforeAll
    static void serve() throws Exception {
        program = start();
        port = Integer.parseInt(program.waitFor("ready acquirer="));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Program start() throws IOException {
        Path estate = Files.writeString(
                folder.resolve("mine.conf"),
                "terminals.T1 { starts = \"loaded\", keys.master = \"" + ForeignTerminal.MASTER_KEY + "\" }");
        return new Program(
                "serve", "--estate", estate.toString(), "--acquirer-port", "0", "--hsm-port", "0", "--seed", "7");
    }

    @Test
    void it_says_what_it_serves_what_it_does_not_and_that_the_keys_are_for_tests() {
        assertThat(program.said())
                .contains(
                        "TEST KEYS: all keys follow from seed 7 and the estate",
                        "master key of T1: check value 08D7B4FB",
                        "not served by this version: --hsm-port")
                .last()
                .asString()
                .matches("ready acquirer=[1-9][0-9]*");
        assertThat(String.join("\n", program.said())).doesNotContain(ForeignTerminal.MASTER_KEY);
    }

    @Test
    void it_ends_in_order_when_it_is_told_to_and_hangs_up() throws Exception {
        Program other = start();
        int otherPort = Integer.parseInt(other.waitFor("ready acquirer="));
        try (ForeignTerminal terminal = new ForeignTerminal(otherPort)) {
            terminal.signIn("000001");
            other.close();
            assertThat(terminal.hungUp()).isTrue();
        }
        other.waitFor("stopped");
        assertThat(other.said()).endsWith("stopped");
    }

    @Test
    void a_foreign_terminal_signs_in_and_sells() throws IOException {
        try (ForeignTerminal terminal = new ForeignTerminal(port)) {
            assertThat(terminal.signIn("000001").text(39)).isEqualTo("00");
            terminal.sendSale("000002", 2500, true);
            IsoMessage answer = terminal.answer();
            assertThat(answer.mti()).isEqualTo("0210");
            assertThat(answer.text(39)).isEqualTo("00");
            assertThat(terminal.believes(answer)).isTrue();
        }
    }

    @Test
    void a_wrong_mac_is_answered_with_A0() throws IOException {
        try (ForeignTerminal terminal = new ForeignTerminal(port)) {
            terminal.signIn("000001");
            terminal.sendSale("000012", 2500, false);
            assertThat(terminal.answer().text(39)).isEqualTo("A0");
        }
    }

    @Test
    void whatever_it_refuses_is_told_with_its_reason_and_without_secrets() throws Exception {
        Program told = start();
        int otherPort = Integer.parseInt(told.waitFor("ready acquirer="));
        String time = "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} ";
        try (ForeignTerminal terminal = new ForeignTerminal(otherPort);
                ForeignTerminal stranger = new ForeignTerminal(otherPort, "77777777")) {
            terminal.signIn("000001");
            terminal.sendSale("000002", 2500, false);
            told.waitForMatch(
                    time + "T1 0200 000002 refused: A0 MAC is wrong; the MAC key has the check value [0-9A-F]{8}");
            terminal.sendSale("000003", 2500, true);
            terminal.sendSale("000003", 1000, true);
            told.waitForMatch(time + "T1 0200 000003 refused: 94 trace number is used");
            stranger.signIn("000001");
            told.waitForMatch(time + "- 0800 000001 refused: 97 terminal 77777777 is unknown");
            stranger.sendBytes(new byte[] {0, 3, 1, 2, 3});
            told.waitForMatch(time + "- frame of 5 bytes refused: malformed: .* at offset .*: expected .*, found .*");
            stranger.sendBytes(new byte[] {0, 100, 0x60});
            stranger.hangUp();
            told.waitForMatch(time + "- frame that breaks off after 3 bytes refused: malformed:"
                    + " frame at offset 3: expected 102 bytes, found the end of the line");
        }
        told.close();
        assertThat(String.join("\n", told.said())).doesNotContain("6225000000000014", "123456");
    }

    @Test
    void garbage_and_hang_ups_of_others_disturb_nobody() throws IOException {
        try (ForeignTerminal terminal = new ForeignTerminal(port)) {
            terminal.signIn("000001");
            try (ForeignTerminal garbler = new ForeignTerminal(port);
                    ForeignTerminal silent = new ForeignTerminal(port)) {
                garbler.sendBytes("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                garbler.sendBytes(new byte[] {0, 3, 1, 2, 3});
                silent.sendBytes(new byte[] {0, 100, 0x60});
                terminal.sendSale("000022", 2500, true);
                assertThat(terminal.answer().text(39)).isEqualTo("00");
                assertThat(garbler.signIn("000003").text(39)).isEqualTo("00");
            }
        }
    }

    @Test
    void terminals_come_and_go_one_after_the_other() throws IOException {
        for (int visit = 1; visit <= 20; visit++) {
            try (ForeignTerminal terminal = new ForeignTerminal(port)) {
                assertThat(terminal.signIn(String.format("%06d", visit)).text(39))
                        .isEqualTo("00");
            }
        }
    }

    @Test
    void an_answer_that_comes_after_its_terminal_has_gone_reaches_no_other() throws IOException {
        try (ForeignTerminal gone = new ForeignTerminal(port)) {
            gone.signIn("000001");
            gone.sendSale("000032", 2500, true);
        }
        try (ForeignTerminal next = new ForeignTerminal(port)) {
            assertThat(next.signIn("000003").mti()).isEqualTo("0810");
        }
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            StringWriter told = new StringWriter();
            PrintWriter out = new PrintWriter(told);
            int status = Main.run(out, out, "serve", "--bind", "0.0.0.0", "--acquirer-port", "" + taken.getLocalPort());
            out.flush();
            assertThat(status).isEqualTo(2);
            assertThat(told.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("cannot listen on", "" + taken.getLocalPort());
        }
    }
}
