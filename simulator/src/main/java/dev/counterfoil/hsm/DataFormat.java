package dev.counterfoil.hsm;

import dev.counterfoil.codec.Hex;
import dev.counterfoil.protocol.hostcommand.Fields;
import java.nio.charset.StandardCharsets;

/** How a message field carries its bytes. */
enum DataFormat {
    /** As they are. */
    BINARY,
    /** Two hex digits a byte. */
    HEX,
    /** As text, which is as they are. */
    TEXT;

    /** The format of a digit: 0, 1 or 2. */
    static DataFormat of(String digit) {
        return switch (digit) {
            case "0" -> BINARY;
            case "1" -> HEX;
            default -> TEXT;
        };
    }

    byte[] bytes(Fields fields, String name) {
        return this == HEX ? Hex.bytes(fields.text(name)) : fields.raw(name);
    }

    byte[] characters(byte[] data) {
        return this == HEX ? Hex.of(data).getBytes(StandardCharsets.US_ASCII) : data;
    }
}
