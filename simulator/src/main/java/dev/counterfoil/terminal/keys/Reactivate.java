package dev.counterfoil.terminal.keys;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.MasterKey.Status;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;

/**
 * Tells the pad which terminal it is at: a pad of another terminal wipes its keys. A terminal that is not frozen needs
 * no proof behind this.
 */
public final class Reactivate extends PadStage {
    @Override
    public Step enter(Work work) {
        work.show(Text.PROCESSING);
        String pairing = work.setup().identity().serialNumber();
        return ask(work, new PadCommand.Reactivate(pairing), answer -> {
            if (answer.result() == PadResult.AUTHENTICATION) {
                return ProveMasterKey.lost(work, "pad of another terminal");
            }
            return answer.good() ? reactivated(work) : padFailed(work);
        });
    }

    private static Step reactivated(Work work) {
        if (work.memory().masterKey().status() == Status.FROZEN) {
            return Step.NEXT;
        }
        work.show(Text.RE_ACTIVATED);
        return Step.end(Verdict.APPROVED);
    }
}
