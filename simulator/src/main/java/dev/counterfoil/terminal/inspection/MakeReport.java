package dev.counterfoil.terminal.inspection;

import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.life.InspectionStep;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.inspection.InspectionReport;
import dev.counterfoil.protocol.padlink.Challenge;
import dev.counterfoil.protocol.padlink.DownloadKey;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.PadStage;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the report, with the proof of a chip card, under its own trace number; it is kept until answered. */
public final class MakeReport extends PadStage {
    private static final DateTimeFormatter MADE_AT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    @Override
    public Step enter(Work work) {
        work.takeStan();
        work.numbered();
        InspectionReport report =
                work.draft().report(MADE_AT.format(work.setup().clock().get()));
        List<Tlv> tags = new ArrayList<>(report.tags());
        switch (report.medium()) {
            case IC -> {
                return prove(work, report, tags);
            }
            case STRIPE -> reached(work, InspectionStep.SENT_STRIPE);
            case TYPED -> reached(work, InspectionStep.SENT_TYPED);
        }
        return keep(work, report, tags);
    }

    private Step prove(Work work, InspectionReport report, List<Tlv> tags) {
        reached(work, InspectionStep.CHIP);
        boolean bound = work.policies().text("download.mode").equals("HARDENED");
        return ask(work, bound ? new PadCommand.BeginHardenedDownload() : new PadCommand.BeginDownload(), answer -> {
            if (!answer.good()) {
                return padFailed(work);
            }
            Challenge drawn = Challenge.decode(answer.data());
            tags.add(Tlv.of(KeyDownload.R1, drawn.r1()));
            tags.add(Tlv.of(KeyDownload.R2, drawn.r2()));
            tags.add(Tlv.of(KeyDownload.C1, drawn.c1()));
            return bound ? seal(work, report, tags) : ready(work, report, tags);
        });
    }

    private Step seal(Work work, InspectionReport report, List<Tlv> tags) {
        byte[] covered = KeyDownload.covered(
                Requests.inspection(work, Tlv.encode(tags)), work.identity().serialNumber(), new byte[0]);
        return ask(work, new PadCommand.DownloadMac(DownloadKey.CARD_KEY, covered), answer -> {
            if (!answer.good()) {
                return padFailed(work);
            }
            tags.add(Tlv.of(KeyDownload.MAC, answer.hex()));
            return ready(work, report, tags);
        });
    }

    private static Step ready(Work work, InspectionReport report, List<Tlv> tags) {
        reached(work, InspectionStep.SENT_CHIP);
        return keep(work, report, tags);
    }

    private static Step keep(Work work, InspectionReport report, List<Tlv> tags) {
        work.memory().inspections().add(report.madeAt(), work.stan(), Tlv.encode(tags));
        return Step.NEXT;
    }

    private static void reached(Work work, InspectionStep step) {
        step.reached(work.setup().name(), work::emit);
    }
}
