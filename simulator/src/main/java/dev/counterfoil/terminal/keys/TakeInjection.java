package dev.counterfoil.terminal.keys;

import dev.counterfoil.protocol.padlink.InjectionOutcome;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.MasterKey;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.TerminalState;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;
import dev.counterfoil.terminal.stage.Prompt;

/**
 * Waits while the mother POS loads a key into the pad, and shows and sounds what the pad tells of it. A key that is
 * loaded is not the end at once: when its answer is lost, the mother POS sends it again.
 */
public final class TakeInjection extends PadStage {
    private boolean loaded;

    @Override
    public Step enter(Work work) {
        work.show(Text.CONNECT_MOTHER_POS);
        work.timer("injectionTimeout");
        return Step.STAY;
    }

    @Override
    protected Step heard(Work work, Input input) {
        if (input instanceof Input.Pad pad && pad.reply() instanceof PadReply.InjectionSaid said) {
            return said(work, said);
        } else if (input instanceof Input.PadGone) {
            return padFailed(work);
        } else if (input instanceof Input.Time || Prompt.cancels(input)) {
            return loaded ? Step.end(Verdict.APPROVED) : Prompt.cancelled(work);
        }
        return Step.STAY;
    }

    private Step said(Work work, PadReply.InjectionSaid said) {
        boolean good = said.outcome() == InjectionOutcome.LOADED;
        switch (said.outcome()) {
            case LOADED -> {
                String misplaced = work.memory().programs().misplaced();
                loaded = misplaced.isEmpty();
                good = loaded;
                MasterKey key = new MasterKey(MasterKey.Status.ACTIVE, said.detail(), null);
                boolean dukpt = work.policies().dukpt();
                TerminalState next = dukpt ? TerminalState.SIGNED_IN : TerminalState.LOADED;
                work.memory().newKey(key, next, dukpt ? "initial key injected" : "master key injected");
                work.show(loaded ? Text.KEY_INJECTED : Text.OUT_OF_ORDER, loaded ? said.detail() : misplaced);
                work.timer("injectionLinger");
            }
            case REFUSED -> work.show(Text.INJECTION_REFUSED, said.detail());
            case DAMAGED -> work.show(Text.FRAME_DAMAGED);
        }
        work.sound(good ? Tone.CONFIRMING : Tone.ERROR);
        return Step.STAY;
    }
}
