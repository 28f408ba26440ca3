package dev.counterfoil.scenarios.report;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Transaction;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.reports.model.ChartData;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.scenarios.play.PlayedScenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Measurements over all scenarios: how long sales took, and how sign-ins fared. */
final class Charts {
    private static final int STAN = 11;
    private static final int NANOS_A_MILLI = 1_000_000;
    private static final Map<String, Label> ENTRIES = Map.of(
            "02", Label.of("Stripe", "磁条 02x"),
            "05", Label.of("Chip", "插卡 05x"),
            "07", Label.of("Contactless", "闪付 07x"),
            "03", Label.of("QR", "扫码 03x"));

    /** How a sign-in went. */
    private enum Went {
        AT_FIRST_TRY,
        AFTER_REPEAT,
        UNANSWERED
    }

    private final Estate estate;
    private final Map<String, List<Integer>> delays = new TreeMap<>();
    private final Map<String, Map<Went, Integer>> signIns = new TreeMap<>();
    private final InspectionShares inspections = new InspectionShares();

    Charts(Estate estate) {
        this.estate = estate;
    }

    /** Takes in a scenario, unless it armed a fault: what it measures then is the fault. */
    void look(PlayedScenario played) {
        inspections.look(played.evidence());
        if (!played.armed().isEmpty()) {
            return;
        }
        Evidence evidence = played.evidence();
        for (Transaction transaction : evidence.transactions().all()) {
            if (transaction.kind().equals("sale") && "approved".equals(transaction.verdict())) {
                sale(evidence, transaction);
            } else if (transaction.kind().equals("sign-in")) {
                signIn(evidence, transaction);
            }
        }
    }

    private void sale(Evidence evidence, Transaction sale) {
        List<WireMessage> sent = sent(evidence, sale, "0200");
        String mode = sale.entryMode();
        if (!sent.isEmpty() && mode.length() >= 2) {
            long nanos = sale.endedNanos() - sent.get(0).sentNanos();
            delays.computeIfAbsent(mode.substring(0, 2), m -> new ArrayList<>()).add((int) (nanos / NANOS_A_MILLI));
        }
    }

    private void signIn(Evidence evidence, Transaction signIn) {
        Estate.Terminal terminal = estate.terminals().get(signIn.terminal());
        boolean approved = "approved".equals(signIn.verdict());
        boolean unanswered =
                signIn.code().isEmpty() && !sent(evidence, signIn, "0800").isEmpty();
        if (terminal == null || !approved && !unanswered) {
            return;
        }
        boolean repeated = sent(evidence, signIn, "0800").size() > 1;
        Went went = !approved ? Went.UNANSWERED : repeated ? Went.AFTER_REPEAT : Went.AT_FIRST_TRY;
        signIns.computeIfAbsent(terminal.line(), line -> new EnumMap<>(Went.class))
                .merge(went, 1, Integer::sum);
    }

    private static List<WireMessage> sent(Evidence evidence, Transaction transaction, String mti) {
        return evidence.messages().onLineOf(transaction.terminal()).stream()
                .filter(m -> m.event() > transaction.beganEvent() && m.event() < transaction.endedEvent())
                .filter(m -> m.from().equals(transaction.terminal()) && is(m.iso(), mti, transaction.stan()))
                .toList();
    }

    private static boolean is(
            @org.jspecify.annotations.Nullable IsoMessage iso,
            String mti,
            @org.jspecify.annotations.Nullable String stan) {
        return iso != null && iso.mti().equals(mti) && (stan == null || Objects.equals(iso.textOrNull(STAN), stan));
    }

    ChartData data() {
        List<ChartData.Delays> sales = new ArrayList<>();
        delays.forEach((mode, millis) ->
                sales.add(new ChartData.Delays(ENTRIES.getOrDefault(mode, Label.of("F22 " + mode)), millis)));
        List<ChartData.Tries> tries = new ArrayList<>();
        signIns.forEach((line, went) -> tries.add(new ChartData.Tries(
                Label.of(line),
                went.getOrDefault(Went.AT_FIRST_TRY, 0),
                went.getOrDefault(Went.AFTER_REPEAT, 0),
                went.getOrDefault(Went.UNANSWERED, 0))));
        String source = "Approved sales and sign-ins of the scenarios of this run that arm no fault, in virtual "
                + "time. Sign-ins that the host declined are left out. Inspections are of all scenarios that have one.";
        return new ChartData(source, sales, tries, inspections.shares());
    }
}
