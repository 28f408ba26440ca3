package dev.counterfoil.terminal.inspection;

import dev.counterfoil.protocol.iso8583.inspection.Medium;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;

/**
 * A stage that is left out when no chip card is there.
 *
 * @param stage what is done with the card
 */
public record WithChip(Stage stage) implements Stage {
    @Override
    public Step enter(Work work) {
        return work.draft().medium() == Medium.IC ? stage.enter(work) : Step.NEXT;
    }

    @Override
    public Step on(Work work, Input input) {
        return stage.on(work, input);
    }
}
