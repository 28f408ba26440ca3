package dev.counterfoil.terminal.message;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.KeyDownload;
import dev.counterfoil.protocol.iso8583.online.OnlineDownload;
import java.util.List;

/** Whether a message is the answer to a request. */
public final class AnswerCheck {
    private static final List<Integer> MUST_BE_EQUAL = List.of(3, 4, 11, 41, 42);

    private static final List<Integer> IDENTIFYING = List.of(11, 41);
    private static final String WRONG_MAC = "A0";

    private AnswerCheck() {}

    /**
     * Whether it has the message type of an answer to this request, and in a key download, whose messages share their
     * trace number, its F60.3; if not, somebody else may wait for it.
     */
    public static boolean ofItsType(IsoMessage request, IsoMessage answer) {
        String step = KeyDownload.step(request);
        boolean shared = KeyDownload.isDownload(step) || OnlineDownload.isOnline(step);
        return IsoMessage.answerType(request.mti()).equals(answer.mti())
                && (!shared || step.equals(KeyDownload.step(answer)));
    }

    /**
     * Whether F39 is there and F3, F4, F11, F41 and F42 are those of the request, as far as it has them. A host that
     * could not verify a request does not repeat what it says: a decline for a wrong MAC is matched by F11 and F41.
     */
    public static boolean matches(IsoMessage request, IsoMessage answer) {
        if (!answer.has(39)) {
            return false;
        }
        List<Integer> equal = answer.text(39).equals(WRONG_MAC) ? IDENTIFYING : MUST_BE_EQUAL;
        for (int field : equal) {
            if (request.has(field) && !request.text(field).equals(answer.textOrNull(field))) {
                return false;
            }
        }
        return true;
    }
}
