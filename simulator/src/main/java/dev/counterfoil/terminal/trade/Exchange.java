package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.iso8583.Dialect.UnmatchedAnswer;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Memory;
import dev.counterfoil.terminal.Reversal;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;

/** Sends the financial request; says what becomes of the reversal record when there is no good answer. */
public final class Exchange extends Conversation {
    @Override
    public Step enter(Work work) {
        return sendMacked(work, Requests.financial(work));
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        return Step.NEXT;
    }

    @Override
    protected Step failed(Work work, Failure why) {
        Memory memory = work.memory();
        switch (why) {
            case NO_ANSWER -> {
                work.show(Text.TIMED_OUT);
                return Step.end(Verdict.UNANSWERED);
            }
            case LINE_LOST -> {
                work.noConnection();
                return Step.end(Verdict.UNANSWERED);
            }
            case WRONG_MAC -> {
                memory.reversalReason(Reversal.WRONG_MAC);
                work.show(Text.MAC_ERROR);
            }
            case UNMATCHED -> {
                if (work.setup().dialect().unmatchedAnswer() == UnmatchedAnswer.DELETE) {
                    memory.closeReversal("answered");
                }
                work.show(Text.ANSWER_ERROR);
            }
            case NOT_SENT -> {
                memory.closeReversal("dropped");
                work.show(Text.ENCRYPTION_MODULE_ERROR);
            }
            case NOT_CHECKED -> {
                memory.reversalReason(Reversal.TERMINAL_FAILED);
                work.show(Text.ENCRYPTION_MODULE_ERROR);
            }
        }
        return Step.end(Verdict.REFUSED);
    }
}
