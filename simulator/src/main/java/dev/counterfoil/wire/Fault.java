package dev.counterfoil.wire;

import java.util.function.UnaryOperator;

/**
 * A harm that waits for its message: where is the wire it is armed on, when and what are here.
 *
 * @param name for the trace and the report, in English: "the next 0210 to T1 is lost"
 * @param from the end that the message comes from
 * @param when looked at for every message from that end while the fault is armed; stateful (it may count)
 * @param once whether it ends after its first strike
 */
public record Fault(String name, End from, When when, What what, boolean once) {
    /** Whether this message is meant. */
    @FunctionalInterface
    public interface When {
        boolean matches(byte[] message);
    }

    /** What happens to the message. */
    public sealed interface What {}

    /** It never arrives. */
    public record Lose() implements What {}

    /** It arrives later by this much. */
    public record Delay(long nanos) implements What {}

    /** It arrives twice. */
    public record Duplicate() implements What {}

    /** It arrives changed. */
    public record Change(UnaryOperator<byte[]> edit) implements What {}

    /** It arrives one byte at a time. */
    public record Dribble() implements What {}

    /** It is kept until {@link Wire.Release}. */
    public record Hold() implements What {}

    /** It arrives after the next message of its direction. */
    public record SwapWithNext() implements What {}
}
