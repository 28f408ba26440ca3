package dev.counterfoil.terminal.keys;

import dev.counterfoil.crypto.life.DownloadFlow.Point;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;

/** Has the pad ask for the card's password, which the card checks. */
public final class CardPassword extends PasswordOnPad {
    private static final int TRIES_LEFT = 0x63C0;

    @Override
    protected PadCommand command(int timeoutSeconds) {
        return new PadCommand.StartCardPassword(timeoutSeconds);
    }

    @Override
    protected void typed(Work work) {
        DownloadConversation.reached(work, Point.TYPED);
    }

    @Override
    protected Step checked(Work work, int statusWord) {
        DownloadConversation.reached(work, Point.CHECKED);
        if (statusWord == GOOD) {
            DownloadConversation.reached(work, Point.OBTAINED);
            return Step.NEXT;
        } else if ((statusWord & 0xFFF0) == TRIES_LEFT && statusWord != TRIES_LEFT) {
            work.show(Text.WRONG_CARD_PASSWORD, Integer.toString(statusWord & 0xF));
        } else {
            work.memory().blockedCard(work.download().card());
            work.show(Text.CARD_BLOCKED);
        }
        return Step.end(Verdict.REFUSED);
    }
}
