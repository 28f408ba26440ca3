package dev.counterfoil.evidence;

import java.util.List;

/** Something that holds at every moment when nothing is on its way. */
public interface Invariant {
    /** English name, as in steps. */
    String name();

    /** What it demands, in a sentence for the report. */
    String sentence();

    /** Where it does not hold; empty when it does. */
    List<Finding> look(Evidence evidence, OpenWires wires);
}
