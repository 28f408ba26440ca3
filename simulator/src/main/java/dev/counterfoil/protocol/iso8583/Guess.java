package dev.counterfoil.protocol.iso8583;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which framing a frame from a log or a test tool has. */
final class Guess {
    private static final List<Map<String, String>> HEADS = List.of(
            Map.of("tpdu.length", "5", "lri.length", "0", "header.length", "6"),
            Map.of("tpdu.length", "0", "lri.length", "0", "header.length", "0"),
            Map.of("tpdu.length", "5", "lri.length", "0", "header.length", "2"),
            Map.of("tpdu.length", "5", "lri.length", "33", "header.length", "6"),
            Map.of("tpdu.length", "5", "lri.length", "14", "header.length", "6"));

    private Guess() {}

    /** The dialect with the framing under which most of the frame can be read; itself where none is better. */
    static Dialect framing(Dialect dialect, byte[] frame) {
        List<Dialect> candidates = new ArrayList<>(List.of(dialect));
        for (String prefix : List.of("yes", "no")) {
            for (Map<String, String> head : HEADS) {
                Map<String, String> all = new LinkedHashMap<>(head);
                all.put("lengthPrefix", prefix);
                candidates.add(dialect.with(all));
            }
        }
        Dialect best = dialect;
        int bestScore = -1;
        for (Dialect candidate : candidates) {
            int score = Description.score(candidate, frame);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }
}
