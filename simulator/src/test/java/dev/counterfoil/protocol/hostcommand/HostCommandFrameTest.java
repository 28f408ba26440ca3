package dev.counterfoil.protocol.hostcommand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.counterfoil.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HostCommandFrameTest {
    /** The diagnostics exchange of a payShield 10K, as a published load client shows it. */
    private static final byte[] NC = bytes("\0\6HEADNC");

    private static final byte[] ND = bytes("\0\41HEADND005D672700000000001500-0023");

    @Test
    void a_recorded_exchange_splits_into_header_command_and_body() {
        assertThat(HostCommandFrame.parse(NC, 4)).isEqualTo(new HostCommandFrame("HEAD", "NC", ""));
        HsmAnswer answer = HsmAnswer.parse(ND, 4);
        Fields fields = answer.fields(HostCommands.diagnostics());
        assertThat(answer.answers(HostCommands.diagnostics())).isTrue();
        assertThat(fields.text("lmkCheck")).isEqualTo("5D67270000000000");
        assertThat(fields.text("firmware")).isEqualTo("1500-0023");
    }

    @Test
    void a_frame_encodes_to_the_bytes_it_was_read_from() {
        assertThat(HostCommandFrame.parse(ND, 4).encode()).isEqualTo(ND);
        assertThat(HostCommands.diagnostics().frame("HEAD")).isEqualTo(NC);
    }

    @Test
    void headers_may_have_any_length() {
        assertThat(HostCommandFrame.parse(bytes("\0\7HDRDCXX"), 3)).isEqualTo(new HostCommandFrame("HDR", "DC", "XX"));
        assertThat(HostCommandFrame.parse(bytes("\0\2NC"), 0)).isEqualTo(new HostCommandFrame("", "NC", ""));
    }

    @Test
    void a_wrong_length_or_a_missing_command_is_malformed() {
        for (int end = 0; end < NC.length; end++) {
            byte[] cut = Arrays.copyOf(NC, end);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> HostCommandFrame.parse(cut, 4));
        }
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> HostCommandFrame.parse(bytes("\0\7HEADNC"), 4))
                .withMessageContaining("length");
    }

    @Test
    void the_answer_to_a_command_has_the_next_letter() {
        assertThat(HostCommandFrame.answerCode("CA")).isEqualTo("CB");
        assertThat(HostCommandFrame.answerCode("N0")).isEqualTo("N1");
        assertThat(HostCommandFrame.answerCode("NO")).isEqualTo("NP");
    }

    @Test
    void a_stream_cut_anywhere_gives_the_same_frames() {
        byte[] stream = bytes("\0\6HEADNC\0\6headNC\0\2");
        for (int first = 0; first <= stream.length; first++) {
            for (int second = first; second <= stream.length; second++) {
                HostCommandReader reader = new HostCommandReader();
                List<byte[]> frames = new ArrayList<>(reader.feed(Arrays.copyOfRange(stream, 0, first)));
                frames.addAll(reader.feed(Arrays.copyOfRange(stream, first, second)));
                frames.addAll(reader.feed(Arrays.copyOfRange(stream, second, stream.length)));
                assertThat(frames).containsExactly(NC, bytes("\0\6headNC"));
                assertThat(reader.pending()).isEqualTo(2);
            }
        }
    }

    @Test
    void an_lmk_selection_and_a_trailer_are_read_behind_the_fields() {
        Layout echo = Layouts.request("B2");
        assertThat(echo).isNotNull();
        Fields fields = echo.read("0003%19%01\31trail", LayoutSettings.USUAL);
        assertThat(fields.text("message")).isEqualTo("%19");
        assertThat(fields.text(Layout.LMK)).isEqualTo("01");
        assertThat(fields.text(Layout.TRAILER)).isEqualTo("trail");
        assertThat(echo.write(fields)).isEqualTo("0003%19%01\31trail");
    }

    @Test
    void a_trailer_has_at_most_32_bytes() {
        Layout diagnostics = Layouts.request("NC");
        assertThat(diagnostics).isNotNull();
        assertThat(diagnostics
                        .read("\31" + "t".repeat(32), LayoutSettings.USUAL)
                        .text(Layout.TRAILER))
                .hasSize(32);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> diagnostics.read("\31" + "t".repeat(33), LayoutSettings.USUAL));
    }

    @Test
    void nothing_prints_the_values_of_fields() {
        HostCommand command = HostCommands.encryptClearPin("123456", "400000123456", LayoutSettings.USUAL);
        assertThat(command.toString()).contains("BA").doesNotContain("123456");
        assertThat(HostCommandFrame.parse(command.frame("HEAD"), 4).toString()).isEqualTo("BA (25 bytes)");
        assertThat(new HsmAnswer("HEAD", "BB", "00", "9876543210987").toString())
                .isEqualTo("BB 00 no error");
    }

    @Test
    void the_account_number_is_twelve_digits_left_of_the_check_digit() {
        assertThat(HostCommands.account("6225880112345678")).isEqualTo("588011234567");
        assertThat(HostCommands.account("12345678")).isEqualTo("000001234567");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
