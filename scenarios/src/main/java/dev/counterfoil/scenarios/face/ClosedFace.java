package dev.counterfoil.scenarios.face;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.apdu.CardBlock;
import dev.counterfoil.protocol.apdu.CommandApdu;
import dev.counterfoil.protocol.apdu.ResponseApdu;
import dev.counterfoil.protocol.hostcommand.HostCommandFrame;
import dev.counterfoil.protocol.hostcommand.HsmAnswer;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.injection.InjectionAnswer;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.reports.model.Label;
import dev.counterfoil.reports.model.WireMessage.Protocol;
import java.util.Locale;

/** The face of a message on a wire inside a tamper boundary: what it is, and nothing of what it carries. */
final class ClosedFace {
    private static final int HSM_HEADER_BYTES = 4;
    private static final int APDU_HEAD_DIGITS = 8;

    private ClosedFace() {}

    static Face of(WireMessage message) {
        String wire = message.wire();
        try {
            if (wire.startsWith("pad cable")) {
                return pad(message);
            } else if (wire.endsWith("HSM link")) {
                return hsm(message);
            } else if (wire.startsWith("card slot")) {
                return slot(message);
            } else if (wire.startsWith("loader cable") || wire.startsWith("injection cable")) {
                return injection(message);
            } else if (wire.startsWith("reader")) {
                return Face.closed(Protocol.OTHER, Label.of("stripe", "磁条"), "a card is swiped");
            }
            return Face.closed(Protocol.OTHER, Label.of(wire), "");
        } catch (Malformed e) {
            return Face.closed(Protocol.OTHER, Label.of("not decodable", "无法解析"), "");
        }
    }

    private static Face pad(WireMessage message) {
        if (message.from().startsWith("pad")) {
            PadReply reply = PadReply.decode(message.bytes());
            String meaning = "";
            if (reply instanceof PadReply.Answer answer) {
                meaning =
                        answer.good() ? "good" : "error " + name(answer.result().name());
            } else if (reply instanceof PadReply.Pressed pressed) {
                meaning = name(pressed.key().name());
            }
            return Face.closed(Protocol.PADLINK, Label.of(words(reply)), meaning);
        }
        return Face.closed(Protocol.PADLINK, Label.of(words(PadCommand.decode(message.bytes()))), "");
    }

    private static Face injection(WireMessage message) {
        byte[] frame = message.bytes();
        Framing framing = Framing.FUTUREX.intact(frame) ? Framing.FUTUREX : Framing.XGD;
        boolean order = message.from().startsWith(message.wire().startsWith("loader") ? "loader PC" : "mother POS");
        if (order) {
            return Face.closed(Protocol.OTHER, Label.of(words(framing.order(frame))), "");
        }
        InjectionAnswer answer = framing.answer(frame);
        return Face.closed(
                Protocol.OTHER, Label.of(words(answer)), answer.result().english());
    }

    private static Face hsm(WireMessage message) {
        if (message.from().endsWith("HSM")) {
            HsmAnswer answer = HsmAnswer.parse(message.bytes(), HSM_HEADER_BYTES);
            String meaning = answer.ok() ? "00 good" : "error " + answer.errorCode();
            return Face.closed(Protocol.HOSTCOMMAND, Label.of(answer.command()), meaning);
        }
        String code = HostCommandFrame.parse(message.bytes(), HSM_HEADER_BYTES).command();
        return Face.closed(Protocol.HOSTCOMMAND, Label.of(code), HsmWords.of(code));
    }

    private static Face slot(WireMessage message) {
        byte[] bytes = message.bytes();
        if (bytes.length > 0 && bytes[0] != 0) {
            boolean reset = bytes[0] == CardBlock.RESET;
            return Face.closed(Protocol.APDU, Label.of(reset ? "reset" : "answer to reset"), "");
        }
        byte[] apdu = CardBlock.apdu(bytes);
        if (message.from().startsWith("manager card")) {
            String status =
                    String.format(Locale.ROOT, "%04X", ResponseApdu.decode(apdu).statusWord());
            return Face.closed(Protocol.APDU, Label.of(status), "");
        }
        String head = CommandApdu.decode(apdu).toString().substring(0, APDU_HEAD_DIGITS);
        return Face.closed(Protocol.APDU, Label.of(head), "");
    }

    /** {@code load working key} for LoadWorkingKey. */
    private static String words(Object message) {
        return message.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replace("pin ", "PIN ")
                .replace("mac", "MAC");
    }

    private static String name(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
