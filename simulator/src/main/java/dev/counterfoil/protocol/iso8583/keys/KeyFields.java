package dev.counterfoil.protocol.iso8583.keys;

import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.iso8583.IsoMessage;
import org.jspecify.annotations.Nullable;

/** The fields that the switches {@code dukpt.ksn} and {@code longPin} name. */
public final class KeyFields {
    private static final int PIN_BLOCK = 52;
    private static final int LONG_BLOCK_BYTES = 16;

    private KeyFields() {}

    /** The KSN as it stands in the message; null when there is none. */
    public static @Nullable String ksn(Dialect dialect, IsoMessage message) {
        return message.textOrNull(ksnField(dialect));
    }

    /** @param ksn 20 or 24 upper-case hex digits */
    public static IsoMessage withKsn(Dialect dialect, IsoMessage message, String ksn) {
        return message.toBuilder().set(ksnField(dialect), ksn).build();
    }

    /**
     * The PIN block; null when there is none.
     *
     * @param isLong whether it is one of 16 bytes
     */
    public static byte @Nullable [] pinBlock(Dialect dialect, IsoMessage message, boolean isLong) {
        int field = pinField(dialect, isLong);
        return message.has(field) ? message.bytes(field) : null;
    }

    /** Puts the PIN block into its field. */
    public static void putPinBlock(Dialect dialect, IsoMessage.Builder message, byte[] block) {
        message.set(pinField(dialect, block.length == LONG_BLOCK_BYTES), block);
    }

    private static int pinField(Dialect dialect, boolean isLong) {
        return isLong ? Integer.parseInt(dialect.setting("longPin")) : PIN_BLOCK;
    }

    private static int ksnField(Dialect dialect) {
        return Integer.parseInt(dialect.setting("dukpt.ksn"));
    }
}
