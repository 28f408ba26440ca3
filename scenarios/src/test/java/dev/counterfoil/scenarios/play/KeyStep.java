package dev.counterfoil.scenarios.play;

import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From one state of a key to the next.
 *
 * @param place {@code pad} or {@code host}
 * @param key its kind
 * @param from empty for the first that is heard of it
 */
record KeyStep(String place, String key, String from, String to, String reason) implements Comparable<KeyStep> {
    private static final Comparator<KeyStep> ORDER = Comparator.comparing(KeyStep::place)
            .thenComparing(KeyStep::key)
            .thenComparing(KeyStep::from)
            .thenComparing(KeyStep::to)
            .thenComparing(KeyStep::reason);

    /** The steps of every key in a world. */
    static List<KeyStep> of(Evidence evidence) {
        Map<String, String> states = new HashMap<>();
        List<KeyStep> steps = new ArrayList<>();
        for (Seen<KeyLife> seen : evidence.of(KeyLife.class)) {
            KeyLife life = seen.event();
            String place = seen.actor().contains("pad") ? "pad" : seen.actor();
            String before = states.put(seen.actor() + '/' + life.owner() + '/' + life.key(), life.state());
            steps.add(new KeyStep(place, life.key(), before == null ? "" : before, life.state(), life.reason()));
        }
        return steps;
    }

    @Override
    public int compareTo(KeyStep other) {
        return ORDER.compare(this, other);
    }
}
