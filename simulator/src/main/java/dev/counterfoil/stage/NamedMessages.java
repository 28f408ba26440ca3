package dev.counterfoil.stage;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import dev.counterfoil.verb.word.NamedMessage;

/** What a step's name for a message stands for. */
final class NamedMessages {
    private NamedMessages() {}

    static boolean means(NamedMessage name, IsoMessage message) {
        return switch (name) {
            case MESSAGE -> true;
            case REQUEST -> !answer(message);
            case ANSWER -> answer(message);
            case INJECTION_ORDER -> false;
            default ->
                dev.counterfoil.protocol.iso8583.NamedMessage.valueOf(name.name())
                        .matches(message);
        };
    }

    /** The third digit of a message type is odd in answers. */
    static boolean answer(IsoMessage message) {
        return (message.mti().charAt(2) - '0') % 2 == 1;
    }
}
