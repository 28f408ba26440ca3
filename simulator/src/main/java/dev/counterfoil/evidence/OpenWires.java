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

    public OpenWires(Evidence evidence, Witness witness, Map<String, WireClass> classes) {
        this.evidence = evidence;
        this.witness = witness;
        this.classes = classes;
    }

    /** Clear secrets on open wires. */
    public List<Exposed> findings() {
        return on(true);
    }

    /** Clear secrets inside a tamper boundary or a ceremony. */
    public List<Exposed> exposures() {
        return on(false);
    }

    private List<Exposed> on(boolean open) {
        List<Exposed> exposed = new ArrayList<>();
        for (WireMessage message : evidence.messages().all()) {
            if ((classes.get(message.wire()) == WireClass.OPEN) == open) {
                witness.scan(message.bytes()).forEach(sighting -> exposed.add(new Exposed(message, sighting)));
            }
        }
        return exposed;
    }
}
