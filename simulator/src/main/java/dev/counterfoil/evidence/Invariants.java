package dev.counterfoil.evidence;

import java.util.ArrayList;
import java.util.List;

/** What always holds, whatever a scenario does. Each has a name, a sentence and a look at the evidence. */
public final class Invariants {
    private static final List<Invariant> ALL = List.of(
            new MoneyIsConserved(),
            new OnePostingASale(),
            new NoClearSecret(),
            new MasterKeysAgree(),
            new KeysAreVerified());

    private Invariants() {}

    /** All of them, in the order of the report. */
    public static List<Invariant> all() {
        return ALL;
    }

    /** Everything that does not hold by now. */
    public static List<Finding> of(Evidence evidence, OpenWires wires) {
        List<Finding> findings = new ArrayList<>();
        ALL.forEach(invariant -> findings.addAll(invariant.look(evidence, wires)));
        return findings;
    }
}
