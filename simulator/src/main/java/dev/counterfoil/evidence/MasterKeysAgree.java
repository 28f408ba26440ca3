package dev.counterfoil.evidence;

import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.crypto.life.KeyLife;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A download leaves both ends with one master key: what a pad stores its host has made, and what a host switches to its
 * terminal's pad has stored. A real pad tells nothing of its keys and is not judged.
 */
final class MasterKeysAgree implements Invariant {
    private static final String HOST = "host";
    private static final String MASTER_KEY = "master key";
    private static final String DOWNLOADED = "downloaded";
    private static final Set<String> SWITCHED = Set.of("delivered", "confirmed");

    @Override
    public String name() {
        return "one master key on both ends";
    }

    @Override
    public String sentence() {
        return "A master key that a terminal has downloaded was made by its host, and one that a host has switched to"
                + " is in its terminal.";
    }

    @Override
    public List<Finding> look(Evidence evidence, OpenWires wires) {
        List<Seen<KeyLife>> lives = evidence.of(KeyLife.class).stream()
                .filter(e -> e.event().key().equals(MASTER_KEY))
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (Seen<KeyLife> life : lives) {
            boolean atHost = life.actor().equals(HOST);
            String owner = life.event().owner();
            boolean ofDownload = atHost
                    ? life.event().state().equals("ACTIVE")
                            && SWITCHED.contains(life.event().reason())
                    : life.event().reason().equals(DOWNLOADED);
            Set<String> there = ofDownload ? prints(evidence, lives, owner, !atHost) : Set.of();
            boolean visible = ofDownload && !there.isEmpty();
            if (visible && !there.contains(print(evidence, life))) {
                String what = atHost
                        ? "the host has switched to a master key that " + owner + " does not have"
                        : owner + " has stored a master key that its host has not made";
                findings.add(new Finding(name(), what, owner, "", life.number()));
            }
        }
        return findings;
    }

    /** What one side has held of a terminal's master keys. */
    private static Set<String> prints(Evidence evidence, List<Seen<KeyLife>> lives, String owner, boolean atHost) {
        return lives.stream()
                .filter(e ->
                        e.actor().equals(HOST) == atHost && e.event().owner().equals(owner))
                .map(e -> print(evidence, e))
                .collect(Collectors.toSet());
    }

    /** The fingerprint of the clear key, also where the host holds only a cryptogram. */
    private static String print(Evidence evidence, Seen<KeyLife> seen) {
        String print = seen.event().print();
        return evidence.last(KeyForm.class, e -> e.event().form().equals(print))
                .map(e -> e.event().print())
                .orElse(print);
    }
}
