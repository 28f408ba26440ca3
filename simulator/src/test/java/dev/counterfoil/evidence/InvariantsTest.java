package dev.counterfoil.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.crypto.Witness;
import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.network.IssuerEvents;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.terminal.TerminalEvents;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.WireEvents;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every invariant is broken here by the events that break it, and held by those that do not. */
final class InvariantsTest {
    private static final byte[] PIN_BLOCK = {0x06, 0x12, 0x53, (byte) 0xDF, (byte) 0xFE, (byte) 0xDC, (byte) 0xBA, 1};

    private final Trace trace = new Trace(() -> 0);
    private final Evidence evidence = new Evidence(Dialect.named("unionpay-pos"), Dialect.named("iso87-binary"));
    private final Witness witness = new Witness(7);
    private final Map<String, Long> holds = new HashMap<>();

    InvariantsTest() {
        trace.listen(evidence);
    }

    @Test
    void an_honest_sale_breaks_nothing() {
        sale("T1", 1, "000001", "approved");
        posted("T1", "000001", 2500);
        assertThat(broken()).isEmpty();
    }

    @Test
    void an_approved_sale_that_the_host_does_not_hold_breaks_single_posting() {
        sale("T1", 1, "000001", "approved");
        assertThat(broken()).containsExactly("one posting a sale");
    }

    @Test
    void a_sale_that_stands_twice_breaks_single_posting_and_money() {
        sale("T1", 1, "000001", "approved");
        posted("T1", "000001", 2500);
        entry("again", "issuer receivable", "merchant payable", 2500);
        trace.emit("host", new HostEvents.Posted("T1", "000001", "000001", "sale", 2500));
        assertThat(broken()).containsExactly("money is conserved", "one posting a sale");
    }

    @Test
    void an_account_that_does_not_hold_what_its_entries_come_to_breaks_money() {
        sale("T1", 1, "000001", "approved");
        posted("T1", "000001", 2500);
        holds.merge("merchant payable", 1L, Long::sum);
        entry("void", "merchant payable", "issuer receivable", 0);
        assertThat(broken()).containsExactly("money is conserved");
    }

    @Test
    void a_balance_that_is_not_what_was_booked_breaks_money() {
        trace.emit("issuer", new IssuerEvents.Balance("card A", 10_000));
        sale("T1", 1, "000001", "approved");
        posted("T1", "000001", 2500);
        trace.emit("issuer", new IssuerEvents.Balance("card A", 7_500));
        assertThat(broken()).isEmpty();
        trace.emit("issuer", new IssuerEvents.Unposted("card A", "2", "000001", 2500, "sale"));
        trace.emit("issuer", new IssuerEvents.Posted("card A", "3", "000001", 2500, "sale"));
        trace.emit("issuer", new IssuerEvents.Balance("card A", 10_000));
        assertThat(broken()).containsExactly("money is conserved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "declined", "refused", "unanswered"})
    void a_sale_that_was_not_approved_and_is_booked_breaks_single_posting(String verdict) {
        sale("T1", 1, "000001", verdict);
        posted("T1", "000001", 2500);
        assertThat(broken()).containsExactly("one posting a sale");
    }

    @Test
    void an_unanswered_sale_is_not_judged_while_its_reversal_is_open() {
        sale("T1", 1, "000001", "unanswered");
        trace.emit("T1", new TerminalEvents.ReversalOpen("000001", "98", 0, false));
        trace.emit("issuer", new IssuerEvents.Posted("card A", "000001", "1", 2500, "sale"));
        assertThat(broken()).isEmpty();
        trace.emit("T1", new TerminalEvents.ReversalClosed("000001", "dropped"));
        assertThat(broken()).containsExactly("money is conserved");
    }

    @Test
    void a_sale_whose_reversal_was_dropped_and_that_the_host_holds_breaks_single_posting() {
        sale("T1", 1, "000001", "unanswered");
        trace.emit("T1", new TerminalEvents.ReversalOpen("000001", "98", 0, false));
        posted("T1", "000001", 2500);
        assertThat(broken()).isEmpty();
        trace.emit("T1", new TerminalEvents.ReversalClosed("000001", "dropped"));
        assertThat(broken()).containsExactly("one posting a sale");
    }

    @Test
    void a_number_that_the_host_took_twice_breaks_single_posting() {
        sale("T1", 1, "000001", "approved");
        posted("T1", "000001", 2500);
        trace.emit("host", new HostEvents.Posted("T1", "000001", "000001#2", "sale", 2500));
        assertThat(broken()).containsExactly("one posting a sale");
    }

    @Test
    void a_void_by_a_stranger_is_blamed_on_the_stranger_and_one_by_the_owner_is_not() {
        sale("T1", 1, "000001", "approved");
        posted("T1", "000001", 2500);
        began("T9", 1, "void", "000077");
        unposted("T1", "000001", "void 000077");
        assertThat(findings()).singleElement().satisfies(f -> {
            assertThat(f.invariant()).isEqualTo("one posting a sale");
            assertThat(f.by("T9", "000077")).isTrue();
            assertThat(f.by("T1", "000077")).isFalse();
            assertThat(f.loser()).isEqualTo("T1");
            assertThat(f.lossFen()).isEqualTo(2500);
        });
        began("T1", 2, "void", "000077");
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_clear_pin_block_on_an_open_wire_is_found_and_on_an_enclosed_one_is_an_exposure() {
        witness.born("PIN", "T1", PIN_BLOCK);
        trace.emit("pad cable of T1", new WireEvents.Sent(1, "pad of T1", "T1", PIN_BLOCK));
        assertThat(broken()).isEmpty();
        assertThat(wires().exposures()).hasSize(1);
        byte[] asHex = "061253DFFEDCBA01".getBytes(StandardCharsets.US_ASCII);
        trace.emit("line of T1", new WireEvents.Sent(1, "T1", "host", asHex));
        assertThat(broken()).containsExactly("no clear secret on an open wire");
    }

    @Test
    void a_working_key_that_came_into_use_without_its_check_value_is_found() {
        trace.emit("pad of T1", new KeyLife("T1", "MAC key", "ACTIVE", "", "AAAA0001", "signed in"));
        assertThat(broken()).containsExactly("every key in use is verified");
    }

    @Test
    void a_working_key_that_no_host_has_is_found() {
        trace.emit("pad of T1", new KeyLife("T1", "MAC key", "ACTIVE", "11223344", "AAAA0001", "planted"));
        assertThat(broken()).containsExactly("every key in use is verified");
    }

    @Test
    void a_working_key_that_is_not_the_hosts_is_found() {
        trace.emit("HSM", new KeyForm("F0000001", "AAAA0001"));
        trace.emit("host", new KeyLife("T1", "MAC key", "ACTIVE", "11223344", "F0000001", "signed in"));
        trace.emit("pad of T1", new KeyLife("T1", "MAC key", "ACTIVE", "11223344", "AAAA0001", "signed in"));
        assertThat(broken()).isEmpty();
        trace.emit("pad of T1", new KeyLife("T1", "MAC key", "ACTIVE", "99999999", "BBBB0002", "planted"));
        assertThat(broken()).containsExactly("every key in use is verified");
    }

    private void sale(String terminal, int number, String stan, String verdict) {
        began(terminal, number, "sale", stan);
        trace.emit(terminal, new TerminalEvents.Ended(number, verdict, ""));
    }

    private void began(String terminal, int number, String kind, String stan) {
        trace.emit(terminal, new TerminalEvents.Began(number, kind, false));
        trace.emit(terminal, new TerminalEvents.Numbered(number, stan, "000001", 2500, ""));
    }

    private void posted(String terminal, String stan, long fen) {
        trace.emit("issuer", new IssuerEvents.Posted("card A", stan, stan, fen, "sale"));
        entry("sale", "issuer receivable", "merchant payable", fen);
        trace.emit("host", new HostEvents.Posted(terminal, "000001", stan, "sale", fen));
    }

    private void entry(String text, String debit, String credit, long fen) {
        long debitHolds = holds.merge(debit, -fen, Long::sum);
        long creditHolds = holds.merge(credit, fen, Long::sum);
        trace.emit("host", new HostEvents.LedgerEntry(text, debit, credit, fen, debitHolds, creditHolds));
    }

    private void unposted(String terminal, String stan, String by) {
        trace.emit("issuer", new IssuerEvents.Unposted("card A", "2", stan, 2500, "sale"));
        entry("void", "merchant payable", "issuer receivable", 2500);
        trace.emit("host", new HostEvents.Unposted(terminal, "000001", stan, "sale", 2500, by));
    }

    private List<Finding> findings() {
        return Invariants.of(evidence, wires());
    }

    private List<String> broken() {
        return findings().stream().map(Finding::invariant).toList();
    }

    private OpenWires wires() {
        return new OpenWires(evidence, witness, Set.of("line of T1"));
    }
}
