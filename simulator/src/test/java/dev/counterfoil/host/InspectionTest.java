package dev.counterfoil.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.host.inspection.InspectionEvents.Bound;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InspectionTest {
    private static final byte[] R1 = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final String NINE = "20260314083000";

    private final Bench bench = new Bench();
    private final TestTerminal terminal = new TestTerminal("10000001");
    private final CipherKey cardKey =
            CipherKey.of(CipherKind.TDES, Bench.CARD_MASTER).diversify(CipherKey.cardData(Bench.CARD));

    @BeforeEach
    void sign_in() {
        terminal.take(bench.ask(terminal.signIn("000001")));
    }

    @Test
    void a_terminal_with_money_in_its_batch_is_not_withdrawn() {
        bench.ask(terminal.sale("000002", 100));
        IsoMessage answer = bench.ask(report("000003", EquipmentState.WITHDRAWN));
        assertThat(answer.text(39)).isEqualTo("DA");
        assertThat(entry().registration()).isEqualTo(TerminalEntry.Registration.IN_SERVICE);
        assertThat(entry().masterKey().present()).isTrue();
    }

    @Test
    void a_withdrawn_terminal_is_answered_once_more_under_its_mac_key_and_that_is_all() {
        byte[] report = report("000003", EquipmentState.WITHDRAWN);
        IsoMessage first = bench.ask(report);
        assertThat(first.text(39)).isEqualTo("00");
        assertThat(entry().registration()).isEqualTo(TerminalEntry.Registration.WITHDRAWN);
        bench.restart();
        IsoMessage again = bench.ask(report);
        assertThat(again.text(39)).isEqualTo("00");
        assertThat(again.text(62)).isEqualTo(first.text(62));
        assertThat(terminal.believes(again)).isTrue();
        IsoMessage other = bench.ask(report("000004", EquipmentState.GOOD));
        assertThat(other.text(39)).isEqualTo("97");
        assertThat(terminal.believes(other)).isTrue();
        assertThat(bench.ask(terminal.sale("000005", 100)).text(39)).isEqualTo("97");
        assertThat(bench.ask(terminal.signIn("000006")).text(39)).isEqualTo("97");
        bench.reception().register("T1", TerminalEntry.Registration.IN_SERVICE);
        assertThat(bench.ask(terminal.sale("000007", 100)).text(39)).isEqualTo("77");
    }

    @Test
    void a_refusal_that_ends_a_report_has_a_mac_and_nobody_without_the_key_can_fetch_one() {
        bench.reception().register("T1", TerminalEntry.Registration.DISABLED);
        assertThat(terminal.believes(bench.ask(report("000003", EquipmentState.GOOD))))
                .isTrue();
        terminal.mak = CipherKey.of(CipherKind.TDES, Bench.TMK);
        IsoMessage answer = bench.ask(report("000004", EquipmentState.GOOD));
        assertThat(answer.text(39)).isEqualTo("A0");
        assertThat(answer.has(64)).isFalse();
    }

    @Test
    void a_report_without_a_mac_binds_and_withdraws_nothing() {
        bench.ask(terminal.plain("0820", "000002", "002"));
        assertThat(bench.ask(plain("000003", EquipmentState.WITHDRAWN)).text(39))
                .isEqualTo("00");
        assertThat(entry().registration()).isEqualTo(TerminalEntry.Registration.IN_SERVICE);
        bench.pass(3_600);
        assertThat(bench.ask(moved("000004")).text(39)).isEqualTo("00");
        bench.reception().bind("T1", "898100000000002");
        assertThat(bench.events(Bound.class)).hasSize(1).allMatch(bound -> !bound.done());
    }

    private byte[] moved(String stan) {
        return TestTerminal.frame(message(stan, EquipmentState.MOVED, "20260314093000", (byte) 9));
    }

    private byte[] plain(String stan, EquipmentState state) {
        return TestTerminal.frame(message(stan, state, NINE, (byte) 1));
    }

    private byte[] report(String stan, EquipmentState state) {
        return terminal.sealed(message(stan, state, NINE, (byte) 1));
    }

    private IsoMessage.Builder message(String stan, EquipmentState state, String madeAt, byte first) {
        byte[] r1 = R1.clone();
        r1[0] = first;
        List<Tlv> tags =
                new ArrayList<>(new InspectionReport("1111111111", state, Medium.IC, Bench.CARD, madeAt, 0).tags());
        tags.add(Tlv.of(KeyDownload.R1, r1));
        tags.add(Tlv.of(KeyDownload.R2, new byte[8]));
        tags.add(Tlv.of(KeyDownload.C1, cardKey.encryptEcb(r1)));
        return terminal.message("0800", stan, "00" + terminal.batch + InspectionReport.NETWORK_CODE)
                .set(59, terminal.information())
                .set(62, Tlv.encode(tags));
    }

    private TerminalEntry entry() {
        TerminalEntry entry = bench.books().stored("10000001");
        assertThat(entry).isNotNull();
        return entry;
    }
}
