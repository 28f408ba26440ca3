package dev.counterfoil.protocol.issuing;

import dev.counterfoil.codec.Malformed;

/** The registry's answer, one byte in a frame: {@code length 2 | result}. */
public enum RegistryAnswer {
    /** The number is free, or has been entered as issued. */
    DONE(0),
    /** The registry has a card of this number. */
    TAKEN(1),
    /** The request is malformed. */
    NOT_UNDERSTOOD(2);

    private final int code;

    RegistryAnswer(int code) {
        this.code = code;
    }

    /** The whole frame. */
    public byte[] encode() {
        return RegistryRequest.frame((byte) code, new byte[0]);
    }

    /** @throws Malformed when a whole frame is no such answer */
    public static RegistryAnswer decode(byte[] frame) {
        int at = RegistryRequest.LENGTH_BYTES;
        for (RegistryAnswer answer : values()) {
            if (frame.length == at + 1 && frame[at] == answer.code) {
                return answer;
            }
        }
        throw new Malformed("registry answer", at, "one byte, 00 to 02", frame.length + " bytes");
    }
}
