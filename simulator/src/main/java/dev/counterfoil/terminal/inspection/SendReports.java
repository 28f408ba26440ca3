package dev.counterfoil.terminal.inspection;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.inspection.EquipmentState;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.iso8583.inspection.Medium;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.panel.Slip;
import dev.counterfoil.protocol.panel.SlipItem;
import dev.counterfoil.protocol.panel.SlipLine;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.inspection.Outbox.Kept;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;
import dev.counterfoil.terminal.stage.Slips;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends the reports that wait, oldest first, each as it was made: one that comes twice is one for the host. Under the
 * working keys they have a MAC. A report leaves the outbox with the host's word on it and not before.
 */
public final class SendReports extends Conversation {
    /** When reports are sent, and so what follows. */
    public enum Occasion {
        /** The last one is this inspection's; its answer is that of the inspection. */
        INSPECTION,
        /** Last of a sign-in that has done its work. */
        SIGN_IN,
        /** On the way to something else. */
        SETTLEMENT
    }

    /** Answers after which a report is worth another try: the host wants a sign-in, or has a fault. */
    private static final Set<String> NOT_FINAL = Set.of("77", "A0", "91", "96");

    private final Occasion occasion;
    private @Nullable Kept current;

    public SendReports(Occasion occasion) {
        this.occasion = occasion;
    }

    @Override
    public Step enter(Work work) {
        if (!work.memory().reportsWait()) {
            return over();
        }
        Kept next = work.memory().inspections().waiting().get(0);
        current = next;
        work.stan(next.stan());
        IsoMessage request = Requests.inspection(work, Hex.bytes(next.f62()));
        return underKeys(work) ? sendMacked(work, request) : sendPlain(work, request);
    }

    private static boolean underKeys(Work work) {
        return work.memory().underKeys(work.policies().dukpt());
    }

    private Step over() {
        return switch (occasion) {
            case SETTLEMENT -> Step.NEXT;
            case SIGN_IN, INSPECTION -> Step.end(Verdict.APPROVED, "00");
        };
    }

    /** Whether this is the report of the inspection in hand, whose card is still in the slot. */
    private boolean own(Work work) {
        return occasion == Occasion.INSPECTION
                && work.memory().inspections().waiting().size() == 1;
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        if (NOT_FINAL.contains(code)) {
            return stuck(work);
        } else if (!ResponseCodes.approved(code)) {
            return refused(work, code);
        } else if (own(work) && work.draft().medium() == Medium.IC) {
            PadCommand check = new PadCommand.CheckHost(KeyDownload.valueOrNone(answer, KeyDownload.C2));
            return ask(work, check, reply -> reply.good() ? noted(work, answer) : notAuthentic(work));
        }
        return noted(work, answer);
    }

    /** Whoever answered is not the host: the report waits. */
    private static Step notAuthentic(Work work) {
        work.show(Text.HOST_NOT_AUTHENTIC);
        return Step.end(Verdict.REFUSED);
    }

    private Step noted(Work work, IsoMessage answer) {
        String number = new String(KeyDownload.valueOrNone(answer, InspectionReport.NUMBER), StandardCharsets.US_ASCII);
        boolean own = own(work);
        print(work, number);
        leaveOutbox(work);
        if (!own) {
            return enter(work);
        }
        if (work.draft().medium() == Medium.IC && work.draft().state() == EquipmentState.WITHDRAWN) {
            return ask(
                    work, new PadCommand.EraseKeys(PadCommand.Erasure.WITHDRAWAL), erased -> withdrawn(work, number));
        }
        return done(work, number);
    }

    /** The host has closed the terminal's entry: its keys are of no use any more. */
    private Step withdrawn(Work work, String number) {
        work.memory().forgetKey("withdrawn at an inspection");
        return done(work, number);
    }

    private Step done(Work work, String number) {
        work.show(Text.INSPECTION_DONE, number);
        return over();
    }

    /** What the manager typed stays, for another card. */
    private Step refused(Work work, String code) {
        boolean own = own(work);
        leaveOutbox(work);
        if (own) {
            work.memory()
                    .inspections()
                    .refused(work.draft(), work.setup().clock().get());
            return declined(work, code);
        }
        work.show(Text.DECLINED, code, ResponseCodes.of(code).textEn());
        return enter(work);
    }

    private void leaveOutbox(Work work) {
        Kept sent = current;
        if (sent != null) {
            work.memory().inspections().answered(sent);
        }
    }

    @Override
    protected Step failed(Work work, Failure why) {
        return stuck(work);
    }

    private Step stuck(Work work) {
        return occasion == Occasion.INSPECTION ? ReachHost.kept(work) : over();
    }

    private void print(Work work, String number) {
        Kept sent = current;
        if (sent == null) {
            return;
        }
        InspectionReport report = InspectionReport.decode(Hex.bytes(sent.f62()));
        List<SlipLine> lines = new ArrayList<>(Slips.head(work));
        lines.add(new SlipLine(SlipItem.TYPE, "inspection"));
        lines.add(new SlipLine(SlipItem.VOUCHER, sent.stan()));
        lines.add(new SlipLine(SlipItem.REFERENCE, number));
        lines.add(new SlipLine(SlipItem.TIME, Slips.now(work)));
        lines.add(new SlipLine(
                SlipItem.NOTES,
                report.medium().strength() + " " + report.workContent() + " "
                        + report.state().words()));
        work.print(Slip.INSPECTION_SLIP, List.copyOf(lines));
    }
}
