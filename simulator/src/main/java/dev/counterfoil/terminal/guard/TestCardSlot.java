package dev.counterfoil.terminal.guard;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadReply.SlotReading;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;

/**
 * Has the pad look at its card slot. Something over it locks the terminal; when it is gone, the next test unlocks it. A
 * pad that knows no such test, or does not answer, proves nothing either way.
 */
public final class TestCardSlot extends PadStage {
    @Override
    public Step enter(Work work) {
        return ask(work, new PadCommand.TestSlot(), answer -> answer.good() ? judged(work, answer) : Step.NEXT);
    }

    private static Step judged(Work work, PadReply.Answer answer) {
        Lock lock = work.memory().settings().lock();
        boolean covered = SlotReading.decode(answer.data()).covered();
        if (covered && lock == Lock.OPEN) {
            work.memory().lock(Lock.SLOT_COVERED, "something over the card slot");
        } else if (!covered && lock == Lock.SLOT_COVERED) {
            work.memory().lock(Lock.OPEN, "card slot free");
        }
        if (covered) {
            work.showCause(Text.FOREIGN_READER, Lock.SLOT_COVERED.cause());
            return Step.end(Verdict.REFUSED);
        }
        return Step.NEXT;
    }

    @Override
    protected Step padFailed(Work work) {
        return Step.NEXT;
    }
}
