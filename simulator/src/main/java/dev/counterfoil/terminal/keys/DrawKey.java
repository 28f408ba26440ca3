package dev.counterfoil.terminal.keys;

import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.MasterKey.Status;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;
import org.jspecify.annotations.Nullable;

/**
 * Has the pad draw the keys of the next DUKPT transaction, under which PIN, track and MAC are made. A pad without any
 * left ends the terminal's work until it is loaded again.
 */
public final class DrawKey extends PadStage {
    @Override
    public Step enter(Work work) {
        return ask(work, new PadCommand.DrawKey(), answer -> {
            Step refused = refused(work, answer);
            return refused != null ? refused : answer.good() ? Step.NEXT : padFailed(work);
        });
    }

    /** Takes the KSN of the pad's answer; the end when it says that there is no key, else null. */
    public static @Nullable Step refused(Work work, PadReply.Answer answer) {
        if (answer.result() == PadResult.EXHAUSTED) {
            work.memory().keyStatus(Status.EXHAUSTED, "DUKPT keys exhausted");
            work.showCause(Text.MASTER_KEY_ERROR, "EXHAUSTED");
            return Step.end(Verdict.REFUSED);
        }
        if (answer.good()) {
            work.ksn(answer.text());
        }
        return ProveMasterKey.refused(work, answer);
    }
}
