package dev.counterfoil.terminal.inspection;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.guard.NothingOpen;
import dev.counterfoil.terminal.inspection.Outbox.Kept;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends the reports that wait, oldest first, each as it was made: one that comes twice is one for the host. A report
 * leaves the outbox with the host's word on it and not before; under working keys that word has a MAC. Without them
 * only the report in hand is sent, whose manager sees what comes of it.
 */
public final class SendReports extends Conversation {
    /** When reports are sent, and so what follows. */
    public enum Occasion {
        /** The last one is this inspection's; its answer is that of the inspection. */
        INSPECTION,
        /** A host that has withdrawn the terminal lets it sign in no more: that report goes under the old keys. */
        BEFORE_SIGN_IN,
        /** Last of a sign-in that has done its work. */
        SIGN_IN,
        /** On the way to something else. */
        SETTLEMENT
    }

    private final Occasion occasion;
    private @Nullable String own;
    private @Nullable Kept current;
    private boolean cardOut;

    public SendReports(Occasion occasion) {
        this.occasion = occasion;
    }

    @Override
    public Step enter(Work work) {
        own = occasion == Occasion.INSPECTION ? work.stan() : "";
        return next(work);
    }

    private Step next(Work work) {
        Optional<Kept> due = work.memory().reportsWait()
                ? work.memory().inspections().waiting().stream()
                        .filter(kept -> due(work, kept))
                        .findFirst()
                : Optional.empty();
        current = due.orElse(null);
        return due.isEmpty() ? over() : send(work, due.get());
    }

    private boolean due(Work work, Kept kept) {
        if (!kept.number().isEmpty() || !underKeys(work)) {
            return !kept.number().isEmpty() || isOwn(kept);
        }
        return switch (occasion) {
            case SETTLEMENT -> !kept.withdraws();
            case BEFORE_SIGN_IN -> kept.withdraws() && NothingOpen.in(work);
            case INSPECTION, SIGN_IN -> !kept.withdraws() || NothingOpen.in(work);
        };
    }

    private Step send(Work work, Kept kept) {
        if (!kept.number().isEmpty()) {
            return erase(work, kept);
        }
        work.stan(kept.stan());
        IsoMessage request = Requests.inspection(work, Hex.bytes(kept.f62()));
        return underKeys(work) ? sendMacked(work, request) : sendPlain(work, request);
    }

    private static boolean underKeys(Work work) {
        return work.memory().underKeys(work.policies().dukpt());
    }

    /** Whether this is the report of the inspection in hand. */
    private boolean isOwn(Kept kept) {
        return kept.stan().equals(own);
    }

    private Step over() {
        return switch (occasion) {
            case BEFORE_SIGN_IN, SETTLEMENT -> Step.NEXT;
            case SIGN_IN, INSPECTION -> Step.end(Verdict.APPROVED, "00");
        };
    }

    @Override
    protected boolean needsMac(Work work, String code) {
        return InspectionReport.isFinal(code) || super.needsMac(work, code);
    }

    @Override
    protected Step noticed(Work work, PadReply notice) {
        cardOut |= notice instanceof PadReply.CardOut;
        return Step.STAY;
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        Kept sent = current;
        String code = answer.text(39);
        if (sent == null || !InspectionReport.isFinal(code)) {
            return stuck(work);
        } else if (!ResponseCodes.approved(code)) {
            return refused(work, sent, code);
        } else if (isOwn(sent) && work.draft().medium() == Medium.IC) {
            return proved(work, sent, answer);
        }
        return noted(work, sent, answer);
    }

    /** The card in the slot tells the host; when it has been pulled, the MAC of the answer has to do. */
    private Step proved(Work work, Kept sent, IsoMessage answer) {
        if (cardOut) {
            return underKeys(work) ? noted(work, sent, answer) : stuck(work);
        }
        PadCommand check = new PadCommand.CheckHost(KeyDownload.valueOrNone(answer, KeyDownload.C2));
        return ask(work, check, reply -> reply.good() ? noted(work, sent, answer) : notAuthentic(work));
    }

    /** Whoever answered is not the host: the report waits. */
    private static Step notAuthentic(Work work) {
        work.show(Text.HOST_NOT_AUTHENTIC);
        return Step.end(Verdict.REFUSED);
    }

    private Step noted(Work work, Kept sent, IsoMessage answer) {
        String number = new String(KeyDownload.valueOrNone(answer, InspectionReport.NUMBER), StandardCharsets.US_ASCII);
        if (sent.withdraws() && (underKeys(work) || sent.sealed())) {
            return erase(work, work.memory().inspections().numbered(sent, number));
        }
        work.memory().inspections().answered(sent);
        InspectionSlip.print(work, sent, number);
        return isOwn(sent) ? done(work, number) : next(work);
    }

    /** The host has closed the terminal's entry: its keys are of no use any more. */
    private Step erase(Work work, Kept withdrawal) {
        return ask(work, EraseWithdrawn.ERASE, erased -> {
            if (!erased.good()) {
                return stuck(work);
            }
            EraseWithdrawn.done(work, withdrawal);
            work.show(Text.INSPECTION_DONE, withdrawal.number());
            return afterErasing(work, withdrawal);
        });
    }

    private Step afterErasing(Work work, Kept withdrawal) {
        return switch (occasion) {
            case BEFORE_SIGN_IN -> Step.end(Verdict.REFUSED);
            case INSPECTION -> isOwn(withdrawal) ? over() : next(work);
            case SIGN_IN, SETTLEMENT -> over();
        };
    }

    private Step done(Work work, String number) {
        work.show(Text.INSPECTION_DONE, number);
        return over();
    }

    /** What the manager typed stays, for another card. */
    private Step refused(Work work, Kept sent, String code) {
        work.memory().inspections().answered(sent);
        if (isOwn(sent)) {
            work.memory()
                    .inspections()
                    .refused(work.draft(), work.setup().clock().get());
            return declined(work, code);
        }
        work.show(Text.DECLINED, code, ResponseCodes.of(code).textEn());
        return next(work);
    }

    @Override
    protected Step failed(Work work, Failure why) {
        return stuck(work);
    }

    private Step stuck(Work work) {
        return occasion == Occasion.INSPECTION ? ReachHost.kept(work) : over();
    }
}
