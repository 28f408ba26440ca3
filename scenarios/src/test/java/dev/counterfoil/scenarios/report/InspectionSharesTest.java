package dev.counterfoil.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.host.HostEvents;
import dev.counterfoil.host.inspection.InspectionEvents.Noted;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.reports.model.ChartData.Shares;
import dev.counterfoil.trace.Trace;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InspectionSharesTest {
    private final InspectionShares shares = new InspectionShares();

    @Test
    void the_chart_adds_up_the_scenarios_that_have_an_inspection() {
        shares.look(
                scenario(List.of("T1", "T2"), List.of(noted("T1", "chip", "good"), noted("T1", "typed", "faulty"))));
        shares.look(scenario(List.of("T1", "T2", "T3"), List.of(noted("T3", "chip", "good"))));
        shares.look(scenario(List.of("T1", "T2", "T3"), List.of()));
        assertThat(shares.shares())
                .map(InspectionSharesTest::parts)
                .containsExactly(
                        "Terminals: Inspected 2, Not yet 3",
                        "Medium: Chip 2, Stripe 0, Typed 1",
                        "Equipment: Good 2, Faulty 1");
    }

    private static String parts(Shares shares) {
        return shares.title() + ": "
                + shares.parts().stream()
                        .map(part -> part.label().en() + " " + part.n())
                        .collect(Collectors.joining(", "));
    }

    private static Noted noted(String terminal, String medium, String state) {
        return new Noted(terminal, "00000001", medium, "STRONG", state);
    }

    private static Evidence scenario(List<String> terminals, List<Noted> inspections) {
        Evidence evidence = new Evidence(Dialect.named("unionpay-pos"), Dialect.named("iso87-binary"));
        Trace trace = new Trace(() -> 0);
        trace.listen(evidence);
        terminals.forEach(name -> trace.emit("host", new HostEvents.TerminalEntry(name, "in service")));
        inspections.forEach(inspection -> trace.emit("host", inspection));
        return evidence;
    }
}
