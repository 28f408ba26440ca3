package dev.counterfoil.terminal.trade;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipItem;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.protocol.panel.Tone;
import dev.counterfoil.terminal.Card;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Stage;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Task;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Voucher;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.Conversation;
import dev.counterfoil.terminal.stage.Slips;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from the host's answer. An approval goes into the journal before its reversal record is deleted, so that
 * a power cut between the two leaves both and the journal wins.
 */
public final class Conclude implements Stage {
    private static final int INSTITUTIONS = 44;
    private static final int ISSUER_LENGTH = 11;

    private static final int F54_SIGN = 7;
    private static final int F54_AMOUNT = 8;
    private static final int F54_LENGTH = 20;

    @Override
    public Step enter(Work work) {
        IsoMessage answer = work.answer();
        if (answer == null) {
            throw new IllegalStateException("a transaction is concluded behind its exchange");
        }
        String code = answer.text(39);
        if (!ResponseCodes.approved(code)) {
            work.memory().closeReversal("answered");
            return Conversation.declined(work, code);
        } else if (work.kind() == Task.BALANCE) {
            if (answer.has(INSTITUTIONS)) {
                work.show(Text.ISSUER_IS, issuer(answer));
            }
            work.show(Text.BALANCE_IS, balance(answer));
        } else {
            book(work, answer);
        }
        return Step.end(Verdict.APPROVED, code);
    }

    @Override
    public Step on(Work work, Input input) {
        return Step.STAY;
    }

    private static void book(Work work, IsoMessage answer) {
        Voucher voucher = voucher(work, answer);
        Voucher original = work.original();
        work.memory().keep(voucher);
        if (original != null && work.memory().voucher(original.stan()) != null) {
            work.memory().markVoided(original);
        }
        work.memory().closeReversal("answered");
        work.sound(Tone.DING);
        work.show(Text.APPROVED);
        int copies = work.policies().number("copies");
        if (copies > 0) {
            work.print(Slip.MERCHANT_COPY, receipt(work, voucher));
        }
        if (copies > 1) {
            work.print(Slip.CARDHOLDER_COPY, receipt(work, voucher));
        }
    }

    private static Voucher voucher(Work work, IsoMessage answer) {
        return new Voucher(
                work.stan(),
                work.kind(),
                work.memory().batch(),
                work.amountFen(),
                work.pan(),
                text(answer, 13),
                text(answer, 12),
                text(answer, 37),
                text(answer, 38),
                work.entryMode(),
                work.goods(),
                false);
    }

    private static List<SlipLine> receipt(Work work, Voucher voucher) {
        List<SlipLine> lines = new ArrayList<>(Slips.head(work));
        lines.add(new SlipLine(SlipItem.TYPE, voucher.kind().english()));
        lines.add(new SlipLine(SlipItem.PRODUCT, voucher.goods()));
        lines.add(new SlipLine(SlipItem.AMOUNT, Slips.yuan(voucher.amountFen())));
        lines.add(new SlipLine(SlipItem.CARD_NUMBER, Card.masked(voucher.pan())));
        lines.add(new SlipLine(SlipItem.BATCH, voucher.batch()));
        lines.add(new SlipLine(SlipItem.VOUCHER, voucher.stan()));
        if (!voucher.authorisation().isEmpty()) {
            lines.add(new SlipLine(SlipItem.AUTHORISATION, voucher.authorisation()));
        }
        lines.add(new SlipLine(SlipItem.REFERENCE, voucher.reference()));
        lines.add(new SlipLine(SlipItem.TIME, Slips.time(work, voucher.date(), voucher.time())));
        return lines;
    }

    /** The first eleven characters of F44. */
    private static String issuer(IsoMessage answer) {
        String institutions = answer.text(INSTITUTIONS);
        return institutions
                .substring(0, Math.min(ISSUER_LENGTH, institutions.length()))
                .trim();
    }

    /** F54: account type 2, amount type 2, currency 3, C or D, amount 12. */
    private static String balance(IsoMessage answer) {
        String f54 = text(answer, 54);
        if (f54.length() < F54_LENGTH) {
            return "";
        }
        String yuan = Slips.yuan(Long.parseLong(f54.substring(F54_AMOUNT, F54_LENGTH)));
        return f54.charAt(F54_SIGN) == 'D' ? "-" + yuan : yuan;
    }

    private static String text(IsoMessage answer, int field) {
        String value = answer.textOrNull(field);
        return value == null ? "" : value;
    }
}
