package dev.counterfoil.evidence;

import dev.counterfoil.crypto.life.KeyForm;
import dev.counterfoil.crypto.life.KeyLife;
import java.util.List;
import java.util.Optional;

/** A working key that a terminal uses is the one that its host holds: its check value was verified when it came. */
final class KeysAreVerified implements Invariant {
    private static final String HOST = "host";
    private static final List<String> WORKING = List.of("PIN key", "MAC key", "track key");

    @Override
    public String name() {
        return "every key in use is verified";
    }

    @Override
    public String sentence() {
        return "Every working key in use has a check value that was verified, and equals the one its host holds.";
    }

    @Override
    public List<Finding> look(Evidence evidence, OpenWires wires) {
        return evidence.of(KeyLife.class).stream()
                .filter(e -> e.event().state().equals("ACTIVE")
                        && WORKING.contains(e.event().key()))
                .filter(e -> !e.actor().equals(HOST))
                .filter(e -> unverified(evidence, e))
                .map(e -> new Finding(
                        name(),
                        "the " + e.event().key() + " of " + e.event().owner() + " came into use unverified",
                        e.event().owner(),
                        "",
                        e.number()))
                .toList();
    }

    private static boolean unverified(Evidence evidence, Seen<KeyLife> used) {
        if (used.event().checkValue().isEmpty()) {
            return true;
        }
        Optional<Seen<KeyLife>> atHost = evidence.of(KeyLife.class).stream()
                .filter(e -> e.actor().equals(HOST)
                        && e.number() < used.number()
                        && e.event().owner().equals(used.event().owner())
                        && e.event().key().equals(used.event().key())
                        && e.event().state().equals("ACTIVE"))
                .reduce((first, second) -> second);
        return atHost.isEmpty() || !samePrint(evidence, atHost.get(), used);
    }

    private static boolean samePrint(Evidence evidence, Seen<KeyLife> atHost, Seen<KeyLife> used) {
        String clear = evidence.last(
                        KeyForm.class,
                        e -> e.event().form().equals(atHost.event().print()))
                .map(e -> e.event().print())
                .orElse("");
        return clear.isEmpty() || clear.equals(used.event().print());
    }
}
