package dev.counterfoil.terminal.inspection;

import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;

/**
 * An inspection as far as it has been entered. What has not been asked yet is as it was at the beginning.
 *
 * @param workContent 10 digits, or empty
 * @param manager number of his card, or empty
 * @param unread media that could not be read, see {@link InspectionReport}
 */
public record Draft(String workContent, EquipmentState state, Medium medium, String manager, int unread) {
    /** Nothing has been entered. */
    public static final Draft NONE = new Draft("", EquipmentState.GOOD, Medium.TYPED, "", 0);

    Draft with(String content) {
        return new Draft(content, state, medium, manager, unread);
    }

    Draft with(EquipmentState found) {
        return new Draft(workContent, found, medium, manager, unread);
    }

    Draft by(Medium how, String number) {
        return new Draft(workContent, state, how, number, unread);
    }

    Draft unread(int more) {
        return new Draft(workContent, state, medium, manager, unread | more);
    }

    /** What was typed, by whomever. */
    Draft typed() {
        return new Draft(workContent, state, NONE.medium, NONE.manager, NONE.unread);
    }

    /** @param madeAt 14 digits */
    InspectionReport report(String madeAt) {
        return new InspectionReport(workContent, state, medium, manager, madeAt, unread);
    }

    /** Without the manager's number. */
    @Override
    public String toString() {
        return "draft " + workContent + " " + state;
    }
}
