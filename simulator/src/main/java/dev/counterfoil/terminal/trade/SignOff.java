package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;

/** Tells the host that the terminal trades no more until it signs in. */
public final class SignOff extends Conversation {
    @Override
    public Step enter(Work work) {
        return sendPlain(work, Requests.SIGN_OFF.build(work));
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        if (!ResponseCodes.approved(code)) {
            return declined(work, code);
        }
        work.memory().signedOff();
        work.show(Text.SIGN_OFF_DONE);
        return Step.end(Verdict.APPROVED, code);
    }

    @Override
    protected Step failed(Work work, Failure why) {
        return noAnswer(work, why);
    }
}
