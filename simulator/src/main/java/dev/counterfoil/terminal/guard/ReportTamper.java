package dev.counterfoil.terminal.guard;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.notice.DeviceNotice;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells the host that a case was opened; until it answers, at every contact. There is no key left to prove it with. */
public final class ReportTamper extends Conversation {
    @Override
    public Step enter(Work work) {
        byte[] serial = work.setup().identity().serialNumber().getBytes(StandardCharsets.US_ASCII);
        byte[] part = Hex.bytes(work.memory().settings().lock().part());
        return sendPlain(
                work,
                Requests.download(
                        work,
                        DeviceNotice.TAMPER_REPORT,
                        List.of(Tlv.of(KeyDownload.SERIAL_NUMBER, serial), Tlv.of(DeviceNotice.OPENED_PART, part))));
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        work.memory().settings().told();
        return Step.end(Verdict.APPROVED, answer.text(39));
    }

    @Override
    protected Step failed(Work work, Failure why) {
        return Step.end(Verdict.UNANSWERED);
    }
}
