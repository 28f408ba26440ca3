package dev.counterfoil.scenarios.run;

import dev.counterfoil.verb.Verb;
import java.util.List;

/** Plays one scenario, on the thread that opened it. */
public interface Performer {
    /**
     * Does what a step says, to the end.
     *
     * @throws AssertionError if the step is a check and the check fails
     * @throws dev.counterfoil.verb.Abandoned if the scenario cannot go on and that is nobody's failure
     */
    void perform(Verb verb);

    /** Ends the scenario, however it went: settles what is always checked and lets go of the world. */
    Ending end();

    /**
     * What is left when a scenario ends.
     *
     * @param findings what fails the scenario although every step passed, such as a broken invariant that it did not
     *     declare; none if all is well
     * @param warnings what does not fail it unless the run is strict, such as a fault that never struck
     * @param digest the digest of what happened
     */
    record Ending(List<String> findings, List<String> warnings, byte[] digest) {
        public Ending {
            findings = List.copyOf(findings);
            warnings = List.copyOf(warnings);
        }
    }
}
