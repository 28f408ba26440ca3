package dev.counterfoil.scenarios.report;

import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.InspectionTally;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import dev.counterfoil.reports.model.ChartData.Share;
import dev.counterfoil.reports.model.ChartData.Shares;
import dev.counterfoil.reports.model.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The inspections of all scenarios that have one, for the chart. */
final class InspectionShares {
    private static final Map<Medium, Label> MEDIA = Map.of(
            Medium.IC, Label.of("Chip", "IC卡"),
            Medium.STRIPE, Label.of("Stripe", "磁条"),
            Medium.TYPED, Label.of("Typed", "手工录入"));
    private static final Map<EquipmentState, Label> STATES = Map.of(
            EquipmentState.GOOD, Label.of("Good", "良好"),
            EquipmentState.FAULTY, Label.of("Faulty", "故障"),
            EquipmentState.DAMAGED, Label.of("Damaged", "损坏"),
            EquipmentState.MOVED, Label.of("Moved", "移机"),
            EquipmentState.WITHDRAWN, Label.of("Withdrawn", "撤机"),
            EquipmentState.NOT_FOUND, Label.of("Not found", "未找到"));

    private final Map<Medium, Integer> media = new EnumMap<>(Medium.class);
    private final Map<EquipmentState, Integer> states = new EnumMap<>(EquipmentState.class);
    private int inspected;
    private int missed;

    /** Takes in a scenario; one without an inspection says nothing of coverage. */
    void look(Evidence evidence) {
        InspectionTally tally = new InspectionTally(evidence);
        if (tally.inspected() == 0) {
            return;
        }
        inspected += tally.inspected();
        missed += tally.missed();
        for (Medium medium : Medium.values()) {
            media.merge(medium, tally.by(medium), Integer::sum);
        }
        for (EquipmentState state : EquipmentState.values()) {
            states.merge(state, tally.in(state), Integer::sum);
        }
    }

    /** Coverage, medium, equipment state; of the states those that were found. */
    List<Shares> shares() {
        List<Share> coverage = List.of(
                new Share(Label.of("Inspected", "已巡检"), inspected), new Share(Label.of("Not yet", "未巡检"), missed));
        List<Share> byMedium = new ArrayList<>();
        media.forEach((medium, n) -> byMedium.add(new Share(MEDIA.getOrDefault(medium, Label.of("?")), n)));
        List<Share> byState = new ArrayList<>();
        states.forEach((state, n) -> {
            if (n > 0) {
                byState.add(new Share(STATES.getOrDefault(state, Label.of("?")), n));
            }
        });
        return List.of(
                new Shares("Terminals", coverage), new Shares("Medium", byMedium), new Shares("Equipment", byState));
    }
}
