package dev.counterfoil.terminal.inspection;

import dev.counterfoil.crypto.life.InspectionStep;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;
import java.util.Optional;

/** Asks for the digit of the equipment state; from then on what was typed is kept until it is in a report. */
public final class TypeEquipmentState extends Prompt {
    private static final int LONGEST = 2;

    public TypeEquipmentState() {
        super(LONGEST);
    }

    @Override
    public Step enter(Work work) {
        return work.memory().inspections().entries().workContent().isEmpty() ? super.enter(work) : Step.NEXT;
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
        work.memory().inspections().entries(work.draft());
        InspectionStep.STATE.reached(work.setup().name(), work::emit);
        return Step.NEXT;
    }
}
