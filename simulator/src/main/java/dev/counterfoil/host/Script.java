package dev.counterfoil.host;

import dev.counterfoil.protocol.iso8583.IsoMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was ordered beforehand.
 *
 * @param when asked for every request while the script is armed, in order; stateful (it may count)
 * @param once whether the script ends after its first request
 */
public record Script(Predicate<IsoMessage> when, boolean once, Reply reply) {
    /** What happens instead of, or to, the host's own answer. */
    public sealed interface Reply {}

    /**
     * The host does its work and its answer is edited; a MAC is made afresh. When the edit makes F39 a decline, the
     * host declines for that reason and books nothing.
     *
     * @param delayNanos from the answer to its sending
     */
    public record With(UnaryOperator<IsoMessage> edit, long delayNanos) implements Reply {}

    /** No answer; nothing is processed. */
    public record Nothing() implements Reply {}

    /** These bytes, as they are; nothing is processed. */
    public record Bytes(byte[] frame) implements Reply {}

    /** An answer by somebody who has no keys; nothing is processed. */
    public record Stranger(UnaryOperator<IsoMessage> edit) implements Reply {}

    /** The scripts that are armed. */
    static final class Rack {
        private final List<Script> armed = new ArrayList<>();

        void arm(Script script) {
            armed.add(script);
        }

        void clear() {
            armed.clear();
        }

        /** The reply that is ordered for this request, or null. Every armed script sees every request. */
        @Nullable
        Reply take(IsoMessage request) {
            Script taken = null;
            for (Script script : armed) {
                if (script.when.test(request) && taken == null) {
                    taken = script;
                }
            }
            if (taken == null) {
                return null;
            }
            if (taken.once) {
                armed.remove(taken);
            }
            return taken.reply;
        }
    }
}
