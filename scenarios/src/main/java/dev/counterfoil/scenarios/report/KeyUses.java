package dev.counterfoil.scenarios.report;

import dev.counterfoil.codec.Malformed;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the keys of pads were used: the commands on their cables say so, where the pad gave a good answer. */
final class KeyUses {
    private record Use(String pad, String key, long nanos) {}

    private final List<Use> uses = new ArrayList<>();
    private final Map<String, Use> asked = new HashMap<>();

    static KeyUses of(Evidence evidence) {
        KeyUses uses = new KeyUses();
        for (WireMessage message : evidence.messages().all()) {
            if (message.wire().startsWith("pad cable")) {
                uses.look(message);
            }
        }
        return uses;
    }

    private void look(WireMessage message) {
        try {
            if (message.to().startsWith("pad")) {
                String key = key(PadCommand.decode(message.bytes()));
                asked.put(message.to(), new Use(message.to(), key, message.sentNanos()));
            } else if (PadReply.decode(message.bytes()) instanceof PadReply.Answer answer) {
                Use use = asked.remove(message.from());
                if (use != null && answer.good()) {
                    uses.add(use);
                }
            }
        } catch (Malformed e) {
            asked.remove(message.to());
        }
    }

    /** The key that a command makes the pad use; empty for none. */
    private static String key(PadCommand command) {
        if (command instanceof PadCommand.Mac) {
            return "MAC key";
        } else if (command instanceof PadCommand.ReadPinBlock) {
            return "PIN key";
        } else if (command instanceof PadCommand.EncryptTrack) {
            return "track key";
        }
        boolean loads = command instanceof PadCommand.LoadKeySet || command instanceof PadCommand.LoadWorkingKey;
        return loads ? "master key" : "";
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
