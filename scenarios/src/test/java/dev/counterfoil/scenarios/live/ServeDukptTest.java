package dev.counterfoil.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.dukpt.Dukpt;
import dev.counterfoil.crypto.dukpt.DukptDevice;
import dev.counterfoil.crypto.dukpt.Ksn;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.scenarios.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's terminal under DUKPT: it has an initial key, and the estate says what that was made from. */
final class ServeDukptTest {
    private static final String BDK = "0123456789ABCDEFFEDCBA9876543210";
    private static final String KSN = "FFFF9876543210E00000";

    @TempDir
    private static Path folder;

    @Test
    void it_sells_under_its_own_keys_and_each_ksn_counts_once() throws Exception {
        Program program = serve("bdk = \"" + BDK + "\", ksn = \"" + KSN + "\"");
        int port = Integer.parseInt(program.waitFor("ready acquirer="));
        assertThat(program.said())
                .contains("base derivation key of T1: check value 08D7B4FB, next KSN above FFFF9876543210E00000");
        DukptDevice device = DukptDevice.load(
                Dukpt.initialKey(CipherKey.ofHex(CipherKind.TDES, BDK), Ksn.ofHex(KSN)), Ksn.ofHex(KSN));
        try (ForeignTerminal terminal = new ForeignTerminal(port)) {
            DukptDevice.Drawn first = (DukptDevice.Drawn) device.draw();
            terminal.use(first.key());
            terminal.sendSale("000001", 2500, true);
            IsoMessage answer = terminal.answer();
            assertThat(answer.text(39)).isEqualTo("00");
            assertThat(terminal.believes(answer)).isTrue();
            terminal.sendSale("000002", 2500, true);
            assertThat(terminal.answer().text(39)).isEqualTo("A0");
            program.waitForMatch(".* T1 0200 000002 refused: A0 KSN FFFF9876543210E00001 is used, the last one was"
                    + " FFFF9876543210E00001");
            terminal.use(((DukptDevice.Drawn) device.draw()).key());
            terminal.sendSale("000003", 1000, true);
            assertThat(terminal.answer().text(39)).isEqualTo("00");
        }
        program.close();
        assertThat(String.join("\n", program.said())).doesNotContain(BDK);
    }

    @Test
    void a_terminal_goes_on_behind_the_last_ksn_that_the_estate_gives() throws Exception {
        Program program = serve("bdk = \"" + BDK + "\", ksn = \"FFFF9876543210E00001\"");
        int port = Integer.parseInt(program.waitFor("ready acquirer="));
        try (ForeignTerminal terminal = new ForeignTerminal(port)) {
            terminal.use(((Dukpt.Derived)
                            Dukpt.transaction(CipherKey.ofHex(CipherKind.TDES, BDK), Ksn.ofHex("FFFF9876543210E00001")))
                    .key());
            terminal.sendSale("000001", 2500, true);
            assertThat(terminal.answer().text(39)).isEqualTo("A0");
        }
        program.close();
    }

    @Test
    void without_a_base_key_or_with_half_of_what_it_takes_it_says_what_to_give() throws Exception {
        assertThat(refusal("")).contains("T1", "under DUKPT", "keys.bdk and keys.ksn");
        assertThat(refusal("bdk = \"" + BDK + "\"")).contains("keys.bdk and keys.ksn together");
        assertThat(refusal("ksn = \"" + KSN + "\"")).contains("keys.bdk and keys.ksn together");
        assertThat(refusal("bdk = \"" + BDK + "\", ksn = \"987654320000000100000000\""))
                .contains("keys.ksn has 24 digits");
        assertThat(refusal("bdk = \"00" + BDK.substring(2) + "\", ksn = \"" + KSN + "\""))
                .contains("keys.bdk", "odd parity");
    }

    private static String refusal(String keys) throws IOException {
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told, true);
        assertThat(Main.run(writer, writer, "serve", "--estate", estate(keys))).isEqualTo(2);
        return told.toString();
    }

    private static Program serve(String keys) throws IOException {
        return new Program("serve", "--estate", estate(keys), "--acquirer-port", "0", "--seed", "7");
    }

    private static String estate(String keys) throws IOException {
        return Files.writeString(
                        folder.resolve("dukpt.conf"),
                        "terminals.T1 { starts = \"loaded\", policies.keyScheme = dukptTdes, keys { " + keys + " } }")
                .toString();
    }
}
