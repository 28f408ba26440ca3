package dev.counterfoil.terminal.inspection;

import dev.counterfoil.crypto.life.InspectionStep;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import dev.counterfoil.protocol.padlink.CardKind;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Download;
import dev.counterfoil.terminal.Input;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.stage.PadStage;
import dev.counterfoil.terminal.stage.Prompt;

/**
 * Learns who inspects: from a chip card in the pad's slot, from a stripe, or from a number that is typed. A medium that
 * cannot be read three times is offered no more, and the report will say so.
 */
public final class Identify extends PadStage {
    private static final int TRIES = 3;
    private static final int LONGEST_NUMBER = 19;

    private final Prompt number = new Prompt(LONGEST_NUMBER) {
        @Override
        protected void ask(Work work) {
            Identify.show(work);
        }

        @Override
        protected Step entered(Work work, String digits) {
            if (!InspectionReport.checkDigitFits(digits)) {
                work.show(Text.TYPE_AGAIN);
                return again(work);
            }
            InspectionStep.TYPED.reached(work.setup().name(), work::emit);
            return known(work, Medium.TYPED, digits);
        }
    };

    private int chipTries;
    private int stripeTries;
    private boolean somebodyThere;

    @Override
    public Step enter(Work work) {
        work.padAtEnd(new PadCommand.EndDownload());
        return offer(work);
    }

    private Step offer(Work work) {
        show(work);
        return awaitCard(work);
    }

    /** Has the pad look out for a card for a while; it is asked again when somebody has done something meanwhile. */
    private Step awaitCard(Work work) {
        somebodyThere = false;
        work.timer("cardInsertTimeout", "padTimeout");
        if (unread(work, InspectionReport.CHIP_UNREAD)) {
            return Step.STAY;
        }
        int seconds = (int) (work.policies().millis("cardInsertTimeout") / 1_000);
        return ask(work, new PadCommand.AwaitCard(seconds), answer -> {
            work.timer("cardInsertTimeout", "padTimeout");
            return answer.good() ? Step.STAY : padFailed(work);
        });
    }

    private static void show(Work work) {
        boolean chip = !unread(work, InspectionReport.CHIP_UNREAD);
        boolean stripe = !unread(work, InspectionReport.STRIPE_UNREAD);
        work.show(chip ? Text.PRESENT_MANAGER : stripe ? Text.SWIPE_MANAGER : Text.TYPE_MANAGER);
    }

    private static boolean unread(Work work, int medium) {
        return (work.draft().unread() & medium) != 0;
    }

    /** Without a pad there is no slot. */
    @Override
    protected Step padFailed(Work work) {
        work.draft(work.draft().unread(InspectionReport.CHIP_UNREAD));
        return offer(work);
    }

    @Override
    protected Step heard(Work work, Input input) {
        somebodyThere |= input instanceof Input.Key || input instanceof Input.Swiped;
        if (input instanceof Input.Key) {
            return number.on(work, input);
        } else if (input instanceof Input.Swiped swiped) {
            return swiped(work, swiped.track2());
        } else if (input instanceof Input.Pad pad) {
            return said(work, pad.reply());
        } else if (input instanceof Input.Time) {
            return Prompt.cancelled(work);
        }
        return Step.STAY;
    }

    private Step swiped(Work work, String track2) {
        String read = ManagerApplication.numberOn(track2);
        if (!unread(work, InspectionReport.STRIPE_UNREAD) && InspectionReport.isManager(read)) {
            InspectionStep.STRIPE.reached(work.setup().name(), work::emit);
            return known(work, Medium.STRIPE, read);
        }
        stripeTries++;
        return notRead(work, stripeTries, InspectionReport.STRIPE_UNREAD);
    }

    private Step said(Work work, PadReply reply) {
        if (reply instanceof PadReply.CardIn card && card.kind() == CardKind.MANAGER) {
            work.download(Download.with(card.number()));
            return known(work, Medium.IC, card.number());
        } else if (reply instanceof PadReply.CardIn) {
            chipTries++;
            return notRead(work, chipTries, InspectionReport.CHIP_UNREAD);
        } else if (reply instanceof PadReply.CardOut && !unread(work, InspectionReport.CHIP_UNREAD)) {
            return offer(work);
        } else if (reply instanceof PadReply.TimedOut && somebodyThere) {
            return awaitCard(work);
        }
        return Step.STAY;
    }

    /** The card has to be taken out, or drawn, once more; or another medium has to do. */
    private static Step notRead(Work work, int tries, int medium) {
        work.show(Text.READ_AGAIN);
        if (tries >= TRIES) {
            work.draft(work.draft().unread(medium));
            show(work);
        }
        work.timer("cardInsertTimeout", "padTimeout");
        return Step.STAY;
    }

    private static Step known(Work work, Medium medium, String manager) {
        work.draft(work.draft().by(medium, manager));
        return Step.NEXT;
    }
}
