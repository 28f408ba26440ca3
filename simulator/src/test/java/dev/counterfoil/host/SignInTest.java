package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.host.TerminalEntry.Registration;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SignInTest {
    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000001");

    @Test
    void a_sign_in_brings_three_keys_that_open_under_the_master_key() {
        IsoMessage answer = bench.ask(terminal.signIn("000001"));
        assertThat(answer.mti()).isEqualTo("0810");
        assertThat(answer.text(60)).isEqualTo("00000001004");
        assertThat(answer.bytes(62)).hasSize(60);
        assertThat(answer.has(64)).isFalse();
        assertThat(answer.tpdu()).isEqualTo("6000000003");
        terminal.take(answer);
    }

    @Test
    void the_host_keeps_two_forms_and_only_pos_forms_leave_it() {
        IsoMessage answer = bench.ask(terminal.signIn("000001"));
        TerminalEntry entry = bench.books().named("T1");
        assertThat(entry).isNotNull();
        TerminalEntry.WorkingKey mac = entry.workingKeys().mac();
        assertThat(answer.text(62)).contains(mac.posForm()).doesNotContain(mac.sysForm());
        assertThat(bench.events(HostEvents.TwoForms.class))
                .hasSize(3)
                .contains(new HostEvents.TwoForms(
                        "T1", "MAC key", KeyForm.fingerprint(mac.posForm()), KeyForm.fingerprint(mac.sysForm())));
        assertThat(bench.events(HostEvents.SignInLogged.class))
                .containsExactly(new HostEvents.SignInLogged("T1", "08:30:00"));
    }

    @Test
    void every_sign_in_brings_fresh_keys_and_ends_the_old_ones() {
        String first = bench.ask(terminal.signIn("000001")).text(62);
        bench.events.clear();
        assertThat(bench.ask(terminal.signIn("000002")).text(62)).isNotEqualTo(first);
        assertThat(bench.events(KeyLife.class))
                .extracting(e -> e.key() + " " + e.state())
                .containsExactly(
                        "PIN key REVOKED",
                        "MAC key REVOKED",
                        "track key REVOKED",
                        "PIN key ACTIVE",
                        "MAC key ACTIVE",
                        "track key ACTIVE");
    }

    @ParameterizedTest
    @EnumSource(value = Registration.class, names = "IN_SERVICE", mode = EnumSource.Mode.EXCLUDE)
    void a_terminal_that_may_not_work_is_97_and_gets_no_keys(Registration registration) {
        bench.reception().register("T1", registration);
        IsoMessage answer = bench.ask(terminal.signIn("000001"));
        assertThat(answer.text(39)).isEqualTo("97");
        assertThat(answer.has(62)).isFalse();
        assertThat(bench.hsmCommands).isEmpty();
    }

    @Test
    void a_second_device_on_one_number_is_refused_unless_the_host_is_weak() {
        terminal.serial = "SN666666";
        assertThat(bench.ask(terminal.signIn("000001")).text(39)).isEqualTo("97");
        bench.policies = bench.policies.with("checkSerialNumber", "false");
        assertThat(bench.ask(terminal.signIn("000002")).text(39)).isEqualTo("00");
    }

    @Test
    void a_device_without_certificate_is_58() {
        byte[] signIn = Bench.POS.pack(terminal.message("0800", "000001", "00000001004")
                .set(62, "Sequence No12".getBytes(StandardCharsets.US_ASCII))
                .build());
        assertThat(bench.ask(signIn).text(39)).isEqualTo("30");
        byte[] grey = Bench.POS.pack(terminal.message("0800", "000001", "00000001004")
                .set(62, "Sequence No129999SN000001".getBytes(StandardCharsets.US_ASCII))
                .build());
        assertThat(bench.ask(grey).text(39)).isEqualTo("58");
    }

    @Test
    void without_its_hsm_the_host_gives_no_keys_and_keeps_the_old_ones() {
        terminal.take(bench.ask(terminal.signIn("000001")));
        bench.hsmUp = false;
        bench.send(terminal.signIn("000002"));
        bench.pass(5);
        assertThat(Bench.POS.unpack(bench.answers.get(1)).text(39)).isEqualTo("96");
        bench.hsmUp = true;
        assertThat(bench.ask(terminal.sale("000003", 100)).text(39)).isEqualTo("00");
    }

    @Test
    void a_scheme_without_track_key_brings_forty_bytes() {
        IsoMessage request = Bench.POS.unpack(terminal.signIn("000001"));
        byte[] frame = Bench.POS.pack(request.toBuilder().set(60, "00000001003").build());
        assertThat(bench.ask(frame).bytes(62)).hasSize(40);
        byte[] single =
                Bench.POS.pack(request.toBuilder().set(60, "00000001001").build());
        assertThat(bench.ask(single).bytes(62)).hasSize(24);
    }

    @Test
    void at_start_the_trace_is_told_of_every_terminal_and_its_keys() {
        assertThat(bench.events(HostEvents.TerminalEntry.class))
                .containsExactly(
                        new HostEvents.TerminalEntry("T1", "in service"),
                        new HostEvents.TerminalEntry("T2", "in service"));
        assertThat(bench.events(KeyLife.class))
                .extracting(e -> e.owner() + " " + e.key() + " " + e.state())
                .contains("T1 master key ACTIVE", "T2 master key EMPTY", "T1 PIN key EMPTY");
    }
}
