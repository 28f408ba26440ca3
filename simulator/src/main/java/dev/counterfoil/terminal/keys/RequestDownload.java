package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.crypto.life.DownloadFlow.Point;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.padlink.Challenge;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Download;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pad draws R1 and R2; then message 0 of a download: version and serial number go up, a session comes down. */
public final class RequestDownload extends DownloadConversation {
    private static final int REQUEST = 0;

    @Override
    public Step enter(Work work) {
        return ask(work, mode(work).begin(), answer -> {
            if (!answer.good()) {
                return padFailed(work);
            }
            work.download(Download.drawn(Challenge.decode(answer.data())));
            reached(work, Point.DRAWN);
            return request(work);
        });
    }

    private Step request(Work work) {
        byte[] serial = ascii(work.setup().identity().serialNumber());
        reached(work, Point.REQUESTED);
        return send(
                work,
                REQUEST,
                null,
                List.of(
                        Tlv.of(
                                KeyDownload.PROGRAM_VERSION,
                                ascii(work.memory().programs().version())),
                        Tlv.of(KeyDownload.SERIAL_NUMBER, serial)));
    }

    @Override
    protected Step opened(Work work, IsoMessage answer) {
        byte[] session = KeyDownload.valueOrNone(answer, KeyDownload.SESSION_ID);
        byte[] r3 = KeyDownload.valueOrNone(answer, KeyDownload.R3);
        if (session.length == 0) {
            work.show(Text.DOWNLOAD_FAILED);
            return Step.end(Verdict.REFUSED);
        } else if (!mode(work).accepts(r3)) {
            return forged(work);
        }
        work.download(work.download().accepted(Hex.of(session), r3));
        return Step.NEXT;
    }

    @Override
    protected Step forged(Work work) {
        return FetchMasterKey.notAuthentic(work);
    }

    @Override
    protected Step failed(Work work, Failure why) {
        return noAnswer(work, why);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
