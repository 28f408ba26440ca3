package dev.counterfoil.terminal.inspection;

import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipItem;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.inspection.Outbox.Kept;
import dev.counterfoil.terminal.stage.Slips;
import java.util.ArrayList;
import java.util.List;

/** What the manager takes with him: number, worth and result of his inspection. */
final class InspectionSlip {
    private InspectionSlip() {}

    static void print(Work work, Kept kept, String number) {
        InspectionReport report = kept.report();
        List<SlipLine> lines = new ArrayList<>(Slips.head(work));
        lines.add(new SlipLine(SlipItem.TYPE, "inspection"));
        lines.add(new SlipLine(SlipItem.VOUCHER, kept.stan()));
        lines.add(new SlipLine(SlipItem.REFERENCE, number));
        lines.add(new SlipLine(SlipItem.TIME, Slips.now(work)));
        lines.add(new SlipLine(
                SlipItem.NOTES,
                report.medium().strength() + " " + report.workContent() + " "
                        + report.state().words()));
        work.print(Slip.INSPECTION_SLIP, List.copyOf(lines));
    }
}
