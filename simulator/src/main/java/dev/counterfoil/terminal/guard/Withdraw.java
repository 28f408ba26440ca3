package dev.counterfoil.terminal.guard;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;

/**
 * Takes leave of the host under the MAC key, then has the pad erase its keys. A host that does not know the terminal
 * any more has heard it before.
 */
public final class Withdraw extends Conversation {
    private static final String UNKNOWN_TERMINAL = "97";

    @Override
    public Step enter(Work work) {
        return sendMacked(work, Requests.WITHDRAWAL.build(work));
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        if (!ResponseCodes.approved(code) && !code.equals(UNKNOWN_TERMINAL)) {
            return declined(work, code);
        }
        return ask(work, new PadCommand.EraseKeys(PadCommand.Erasure.WITHDRAWAL), erased -> {
            if (!erased.good()) {
                return failed(work, Failure.NOT_CHECKED);
            }
            work.memory().forgetKey("decommissioned");
            work.show(Text.DECOMMISSIONED);
            return Step.end(Verdict.APPROVED, code);
        });
    }

    /** The host has no key left to make it with. */
    @Override
    protected boolean answerMacked() {
        return false;
    }

    @Override
    protected Step failed(Work work, Failure why) {
        return noAnswer(work, why);
    }
}
