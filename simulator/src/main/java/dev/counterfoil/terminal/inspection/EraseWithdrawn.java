package dev.counterfoil.terminal.inspection;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.inspection.Outbox.Kept;
import dev.counterfoil.terminal.stage.PadStage;
import java.util.Optional;

/**
 * Finishes at power-on what a power cut or a silent pad has left of a withdrawal: the host has noted it, and the keys
 * are still there.
 */
public final class EraseWithdrawn extends PadStage {
    static final PadCommand ERASE = new PadCommand.EraseKeys(PadCommand.Erasure.WITHDRAWAL);

    @Override
    public Step enter(Work work) {
        Optional<Kept> left = work.memory().reportsWait() ? left(work) : Optional.empty();
        return left.isEmpty()
                ? Step.NEXT
                : ask(work, ERASE, erased -> {
                    if (erased.good()) {
                        done(work, left.get());
                    }
                    return Step.NEXT;
                });
    }

    private static Optional<Kept> left(Work work) {
        return work.memory().inspections().waiting().stream()
                .filter(kept -> !kept.number().isEmpty())
                .findFirst();
    }

    /** The pad has no key any more: the report is done. */
    static void done(Work work, Kept withdrawal) {
        work.memory().forgetKey("withdrawn at an inspection");
        work.memory().inspections().answered(withdrawal);
        InspectionSlip.print(work, withdrawal, withdrawal.number());
    }

    @Override
    protected Step padFailed(Work work) {
        return Step.NEXT;
    }
}
