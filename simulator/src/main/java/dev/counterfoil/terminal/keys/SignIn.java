package dev.counterfoil.terminal.keys;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.padlink.MakKind;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.padlink.PadResult;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;

/**
 * Fetches batch number and working keys. The pad takes all keys of the set or none; a request without an answer is sent
 * again under a new trace number, and the host makes a new set for it.
 */
public final class SignIn extends Conversation {
    private int tries;

    @Override
    public Step enter(Work work) {
        return send(work);
    }

    private Step send(Work work) {
        tries++;
        return sendPlain(work, Requests.signIn(work));
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        if (!ResponseCodes.approved(code)) {
            return declined(work, code);
        } else if (work.policies().dukpt()) {
            return signedIn(work, answer);
        } else if (!answer.has(62)) {
            return keysFailed(work);
        }
        MakKind form = work.policies().sm4Keys()
                ? MakKind.SIXTEEN
                : MakKind.valueOf(work.setup().dialect().setting("mak.form"));
        return ask(work, new PadCommand.LoadKeySet(form, answer.bytes(62)), loaded -> loaded(work, answer, loaded));
    }

    private Step loaded(Work work, IsoMessage answer, PadReply.Answer loaded) {
        if (!loaded.good()) {
            boolean wrongKeys = loaded.result() == PadResult.KCV || loaded.result() == PadResult.ILLEGAL;
            return wrongKeys ? keysFailed(work) : failed(work, Failure.NOT_CHECKED);
        }
        return signedIn(work, answer);
    }

    private static Step signedIn(Work work, IsoMessage answer) {
        String batch = answer.part("F60.2");
        work.memory().signedIn(batch == null ? work.memory().batch() : batch);
        work.show(Text.SIGN_IN_DONE);
        return Step.NEXT;
    }

    private static Step keysFailed(Work work) {
        work.show(Text.WORKING_KEYS_FAILED);
        return Step.end(Verdict.REFUSED);
    }

    @Override
    protected Step failed(Work work, Failure why) {
        if (why == Failure.NO_ANSWER && tries < work.policies().number("signInTries")) {
            work.takeStan();
            return send(work);
        }
        return noAnswer(work, why);
    }
}
