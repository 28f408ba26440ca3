package dev.counterfoil.host;

import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.protocol.iso8583.ResponseCodes;
import dev.counterfoil.protocol.iso8583.keys.KeyFields;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the host.
 *
 * @param port the line that it came by
 * @param frame its bytes as they came
 * @param request what they say
 * @param script the answer that was ordered for it, or null
 */
record Visit(int port, byte[] frame, IsoMessage request, Script.@Nullable Reply script) {
    String terminalId() {
        return text(41);
    }

    String text(int field) {
        String text = request.textOrNull(field);
        return text == null ? "" : text;
    }

    /** F62, or nothing. */
    byte[] f62() {
        return request.has(62) ? request.bytes(62) : new byte[0];
    }

    /** F60.2, or empty. */
    String batch() {
        String f60 = text(60);
        return f60.length() < 8 ? "" : f60.substring(2, 8);
    }

    /** F60.3, or empty. */
    String networkCode() {
        String f60 = text(60);
        return f60.length() < 11 ? "" : f60.substring(8, 11);
    }

    /** The key serial number of a terminal under DUKPT, or null. */
    @Nullable
    String ksn(Dialect dialect) {
        return KeyFields.ksn(dialect, request);
    }

    long amountFen() {
        String f4 = text(4);
        return f4.isEmpty() ? 0 : Long.parseLong(f4);
    }

    /** Type and trace number, for the trace. */
    String what() {
        return request.mti() + " " + text(11);
    }

    /** The answer with the edit that is ordered for it, if any. */
    IsoMessage edited(IsoMessage answer) {
        return script instanceof Script.With with ? with.edit().apply(answer) : answer;
    }

    long delayNanos() {
        return script instanceof Script.With with ? with.delayNanos() : 0;
    }

    /** The decline that was ordered, or empty. */
    String orderedDecline() {
        if (!(script instanceof Script.With)) {
            return "";
        }
        IsoMessage answer = edited(IsoMessage.answerTo(request).build());
        String code = answer.textOrNull(39);
        return code == null || ResponseCodes.approved(code) ? "" : code;
    }
}
