package dev.counterfoil.hsm;

import dev.counterfoil.protocol.hostcommand.Fields;
import dev.counterfoil.protocol.hostcommand.HsmError;
import org.jspecify.annotations.Nullable;

/** What a command comes to: an error code and, when the code allows it, the fields of the answer. */
public record Reply(String errorCode, @Nullable Fields fields) {
    public static Reply ok(Fields fields) {
        return new Reply(HsmError.OK, fields);
    }

    public static Reply error(String code) {
        return new Reply(code, null);
    }

    /** 00 without fields when {@code good}, else 01. */
    public static Reply verified(boolean good) {
        return good ? ok(new Fields()) : error(HsmError.VERIFICATION_FAILED);
    }
}
