package dev.counterfoil.scenarios.report;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.padlink.PadCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the working keys of pads were used: the terminals' commands on the cables say so. */
final class KeyUses {
    private record Use(String pad, String key, long nanos) {}

    private final List<Use> uses = new ArrayList<>();

    static KeyUses of(Evidence evidence) {
        KeyUses uses = new KeyUses();
        for (WireMessage message : evidence.messages().all()) {
            if (message.wire().startsWith("pad cable") && message.to().startsWith("pad")) {
                uses.look(message);
            }
        }
        return uses;
    }

    private void look(WireMessage message) {
        String key = key(message.bytes());
        if (key != null) {
            uses.add(new Use(message.to(), key, message.sentNanos()));
        }
    }

    private static @Nullable String key(byte[] frame) {
        try {
            PadCommand command = PadCommand.decode(frame);
            if (command instanceof PadCommand.Mac) {
                return "MAC key";
            } else if (command instanceof PadCommand.ReadPinBlock) {
                return "PIN key";
            }
            return command instanceof PadCommand.EncryptTrack ? "track key" : null;
        } catch (Malformed e) {
            return null;
        }
    }

    /** Uses of a key in a place from a moment on and before another. */
    List<Long> of(String place, String key, long fromNanos, long toNanos) {
        return uses.stream()
                .filter(use -> use.pad().equals(place) && use.key().equals(key))
                .map(Use::nanos)
                .filter(nanos -> nanos >= fromNanos && nanos < toNanos)
                .toList();
    }
}
