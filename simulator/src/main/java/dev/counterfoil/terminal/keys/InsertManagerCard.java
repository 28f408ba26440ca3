package dev.counterfoil.terminal.keys;

import dev.counterfoil.crypto.life.DownloadFlow.Point;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Download;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;
import dev.counterfoil.terminal.stage.Prompt;

/** Has the pad wait for an operation manager's card in its slot; a stripe card in the reader is refused. */
public final class InsertManagerCard extends PadStage {
    @Override
    public Step enter(Work work) {
        int seconds = (int) (work.policies().millis("cardInsertTimeout") / 1_000);
        work.padAtEnd(new PadCommand.EndDownload());
        DownloadConversation.reached(work, Point.CHOSEN);
        work.show(Text.INSERT_MANAGER_CARD);
        return ask(work, new PadCommand.AwaitCard(seconds), answer -> {
            work.timer("cardInsertTimeout", "padTimeout");
            return answer.good() ? Step.STAY : padFailed(work);
        });
    }

    @Override
    protected Step heard(Work work, Input input) {
        if (input instanceof Input.Pad pad) {
            return said(work, pad.reply());
        } else if (input instanceof Input.Swiped) {
            return refused(work, Text.IC_CARD_NEEDED);
        } else if (Prompt.cancels(input)) {
            return Prompt.cancelled(work);
        } else if (input instanceof Input.Time || input instanceof Input.PadGone) {
            return padFailed(work);
        }
        return Step.STAY;
    }

    private static Step said(Work work, PadReply reply) {
        if (reply instanceof PadReply.CardIn card) {
            return switch (card.kind()) {
                case MANAGER -> known(work, card.number());
                case NONE, OTHER, SILENT -> refused(work, Text.NOT_A_MANAGER_CARD);
            };
        } else if (reply instanceof PadReply.TimedOut) {
            work.show(Text.NO_MANAGER_CARD);
            return Step.end(Verdict.CANCELLED);
        }
        return Step.STAY;
    }

    private static Step known(Work work, String number) {
        work.download(Download.with(number));
        DownloadConversation.reached(work, Point.INSERTED);
        DownloadConversation.reached(work, Point.SELECTED);
        return Step.NEXT;
    }

    private static Step refused(Work work, Text why) {
        work.show(why);
        return Step.end(Verdict.REFUSED);
    }
}
