package dev.counterfoil.protocol.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterfoil.codec.Malformed;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What must hold for any bytes at all. */
final class Tortured {
    private static final int[] ALL = IntStream.rangeClosed(2, 64).toArray();

    private Tortured() {}

    /** True when the bytes are refused; any exception but Malformed escapes, and what unpacks must pack back. */
    static boolean refused(Dialect dialect, byte[] frame) {
        IsoMessage message;
        try {
            message = dialect.unpack(frame);
        } catch (Malformed e) {
            assertThat(e.offset()).isBetween(0, frame.length);
            return true;
        }
        if (!Arrays.equals(dialect.pack(message), frame)) {
            assertThat(dialect.pack(message)).isEqualTo(frame);
        }
        message = message.toBuilder().copy(message, ALL).build();
        IsoMessage same = dialect.unpack(dialect.pack(message));
        if (!same.toString().equals(message.toString())) {
            assertThat(same).hasToString(message.toString());
        }
        return false;
    }
}
