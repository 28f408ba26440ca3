package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;
import java.util.List;

/** Tells the host of a manager card that wrong passwords have blocked; until it answers, at every contact. */
public final class ReportBlockedCard extends Conversation {
    @Override
    public Step enter(Work work) {
        String card = work.memory().blockedCard();
        if (card.isEmpty()) {
            return Step.NEXT;
        }
        work.takeStan();
        Tlv number = Tlv.of(KeyDownload.CARD_NUMBER, KeyDownload.cardNumber(card));
        return sendPlain(work, Requests.download(work, KeyDownload.CARD_REPORT, List.of(number)));
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        work.memory().blockedCard("");
        return Step.NEXT;
    }

    /** What comes after this does not depend on it. */
    @Override
    protected Step failed(Work work, Failure why) {
        return Step.NEXT;
    }
}
