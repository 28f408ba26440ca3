package dev.counterfoil.evidence;

import dev.counterfoil.crypto.Sighting;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.wire.WireClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the witness sees on the wires: findings on open ones, exposures on the others. */
public final class OpenWires {
    /** A clear secret on a wire. */
    public record Exposed(WireMessage message, Sighting sighting) {
        public String secret() {
            return sighting.secret();
        }
    }

    private final Evidence evidence;
    private final Witness witness;
    private final Map<String, WireClass> classes;
    private final List<Exposed> seen = new ArrayList<>();
    private int scanned;

    public OpenWires(Evidence evidence, Witness witness, Map<String, WireClass> classes) {
        this.evidence = evidence;
        this.witness = witness;
        this.classes = classes;
    }

    /** Clear secrets on open wires. */
    public List<Exposed> findings() {
        return all().stream().filter(this::onOpenWire).toList();
    }

    /** Clear secrets inside a tamper boundary or a ceremony. */
    public List<Exposed> exposures() {
        return all().stream().filter(exposed -> !onOpenWire(exposed)).toList();
    }

    private boolean onOpenWire(Exposed exposed) {
        return classes.get(exposed.message().wire()) == WireClass.OPEN;
    }

    /** Each message is looked at once. */
    private List<Exposed> all() {
        List<WireMessage> messages = evidence.messages().all();
        for (; scanned < messages.size(); scanned++) {
            WireMessage message = messages.get(scanned);
            witness.scan(message.bytes()).forEach(sighting -> seen.add(new Exposed(message, sighting)));
        }
        return seen;
    }
}
