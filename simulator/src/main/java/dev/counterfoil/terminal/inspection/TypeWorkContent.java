package dev.counterfoil.terminal.inspection;

import dev.counterfoil.crypto.life.InspectionStep;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Prompt;

/** Asks for the ten digits of the work content; those of an inspection that was refused need not be typed again. */
public final class TypeWorkContent extends Prompt {
    public TypeWorkContent() {
        super(InspectionReport.WORK_CONTENT_DIGITS + 1);
    }

    @Override
    public Step enter(Work work) {
        work.draft(work.memory().inspections().entries(work.setup().clock().get()));
        return work.draft().workContent().isEmpty() ? super.enter(work) : Step.NEXT;
    }

    @Override
    protected void ask(Work work) {
        work.show(Text.WORK_CONTENT);
    }

    @Override
    protected Step entered(Work work, String digits) {
        if (!InspectionReport.isWorkContent(digits)) {
            work.show(Text.TYPE_AGAIN);
            return again(work);
        }
        work.draft(work.draft().with(digits));
        InspectionStep.CONTENT.reached(work.setup().name(), work::emit);
        return Step.NEXT;
    }
}
