package dev.counterfoil.terminal.keys;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.codec.Malformed;
import dev.counterfoil.codec.Tlv;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Step;
import dev.counterfoil.terminal.Verdict;
import dev.counterfoil.terminal.Work;
import dev.counterfoil.terminal.message.Requests;
import dev.counterfoil.terminal.stage.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Message 1 of a download: version and serial number go up, a session comes down. */
public final class RequestDownload extends Conversation {
    @Override
    public Step enter(Work work) {
        return sendPlain(
                work,
                Requests.download(
                        work,
                        KeyDownload.DOWNLOAD_REQUEST,
                        List.of(
                                Tlv.of(
                                        KeyDownload.PROGRAM_VERSION,
                                        ascii(work.memory().programs().version())),
                                Tlv.of(
                                        KeyDownload.SERIAL_NUMBER,
                                        ascii(work.setup().identity().serialNumber())))));
    }

    @Override
    protected Step answered(Work work, IsoMessage answer) {
        String code = answer.text(39);
        if (!ResponseCodes.approved(code)) {
            return declined(work, code);
        }
        byte[] session = value(answer, KeyDownload.SESSION_ID);
        if (session.length == 0) {
            work.show(Text.DOWNLOAD_FAILED);
            return Step.end(Verdict.REFUSED);
        }
        work.session(Hex.of(session));
        return Step.NEXT;
    }

    @Override
    protected Step failed(Work work, Failure why) {
        return noAnswer(work, why);
    }

    /** The value of a tag of F62; empty when there is none, or F62 is no TLV. */
    static byte[] value(IsoMessage answer, int tag) {
        try {
            byte[] value = KeyDownload.value(answer, tag);
            return value == null ? new byte[0] : value;
        } catch (Malformed e) {
            return new byte[0];
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
