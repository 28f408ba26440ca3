package dev.counterfoil.terminal.inspection;

import dev.counterfoil.crypto.life.InspectionStep;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.guard.NothingOpen;
import dev.counterfoil.terminal.stage.Prompt;
import java.util.Optional;

/**
 * Asks for the digit of the equipment state, unless it is known from an inspection that was refused. A terminal with
 * money in it is not withdrawn.
 */
public final class TypeEquipmentState extends Prompt {
    private static final int LONGEST = 2;

    public TypeEquipmentState() {
        super(LONGEST);
    }

    @Override
    public Step enter(Work work) {
        return work.memory().inspections().dropEntries() ? settled(work) : super.enter(work);
    }

    @Override
    protected void ask(Work work) {
        work.show(Text.EQUIPMENT_STATE);
    }

    @Override
    protected Step entered(Work work, String digits) {
        Optional<EquipmentState> state = digits.length() == 1 ? EquipmentState.of(digits.charAt(0)) : Optional.empty();
        if (state.isEmpty()) {
            work.show(Text.TYPE_AGAIN);
            return again(work);
        }
        work.draft(work.draft().with(state.get()));
        InspectionStep.STATE.reached(work.setup().name(), work::emit);
        return settled(work);
    }

    private static Step settled(Work work) {
        return work.draft().state() == EquipmentState.WITHDRAWN ? new NothingOpen().enter(work) : Step.NEXT;
    }
}
