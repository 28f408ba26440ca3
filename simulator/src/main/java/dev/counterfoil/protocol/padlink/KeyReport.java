package dev.counterfoil.protocol.padlink;

import java.nio.charset.StandardCharsets;

/**
 * The answer to {@link PadCommand.KeyStatus}.
 *
 * @param checkValue 8 upper-case hex digits, or empty when the slot holds no key
 */
public record KeyReport(SlotState state, String checkValue) {
    private static final int CHECK_VALUE_DIGITS = 8;

    /** State 1, check value 8 or none. */
    public byte[] encode() {
        return (state.code() + checkValue).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @throws dev.counterfoil.codec.Malformed when the data are no such answer */
    public static KeyReport decode(byte[] data) {
        Fields in = new Fields("key report", PadFrame.text(data), 0);
        SlotState state = in.oneOf(SlotState.values());
        String checkValue = in.left() == 0 ? "" : in.take(CHECK_VALUE_DIGITS);
        in.end();
        return new KeyReport(state, checkValue);
    }
}
