package dev.counterfoil.evidence;

import dev.counterfoil.crypto.Sighting;
import dev.counterfoil.crypto.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    private final Set<String> openWires;
    private final List<Exposed> seen = new ArrayList<>();
    private int scanned;

    /** @param openWires names of the wires on which a clear secret is a finding */
    public OpenWires(Evidence evidence, Witness witness, Set<String> openWires) {
        this.evidence = evidence;
        this.witness = witness;
        this.openWires = openWires;
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
        return openWires.contains(exposed.message().wire());
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
