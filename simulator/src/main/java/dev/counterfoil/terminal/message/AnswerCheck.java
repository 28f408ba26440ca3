package dev.counterfoil.terminal.message;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.util.List;

/** Whether a message is the answer to a request. */
public final class AnswerCheck {
    private static final List<Integer> MUST_BE_EQUAL = List.of(3, 4, 11, 41, 42);

    private AnswerCheck() {}

    /** Whether it has the message type of an answer to this request; if not, somebody else may wait for it. */
    public static boolean ofItsType(IsoMessage request, IsoMessage answer) {
        return IsoMessage.answerTo(request).build().mti().equals(answer.mti());
    }

    /** Whether F39 is there and F3, F4, F11, F41 and F42 are those of the request, as far as it has them. */
    public static boolean matches(IsoMessage request, IsoMessage answer) {
        return answer.has(39)
                && MUST_BE_EQUAL.stream()
                        .filter(request::has)
                        .allMatch(
                                field -> answer.has(field) && answer.text(field).equals(request.text(field)));
    }
}
