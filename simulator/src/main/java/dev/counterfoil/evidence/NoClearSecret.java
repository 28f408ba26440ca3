package dev.counterfoil.evidence;

import java.util.List;

/** No PIN block, key, track or card password crosses an open wire in clear. */
final class NoClearSecret implements Invariant {
    /** R1 and R2 of a key download cross the line as the literal flow has it: they prove, and need not hide. */
    private static final String SENT_BY_RULE = "random numbers";

    @Override
    public String name() {
        return "no clear secret on an open wire";
    }

    @Override
    public String sentence() {
        return "No key, PIN block, track or card password crosses an open wire in clear, raw, as hex or as BCD.";
    }

    @Override
    public List<Finding> look(Evidence evidence, OpenWires wires) {
        return wires.findings().stream()
                .filter(exposed -> !exposed.secret().equals(SENT_BY_RULE))
                .map(exposed -> new Finding(
                        name(),
                        "the " + exposed.secret() + " of " + exposed.sighting().label() + " crossed the "
                                + exposed.message().wire() + " in clear",
                        "",
                        "",
                        exposed.message().event()))
                .toList();
    }
}
