package dev.counterfoil.verb;

import dev.counterfoil.stage.Stage;

/** What a step does. */
@FunctionalInterface
public interface Meaning {
    /**
     * Does it.
     *
     * @param stage the running world
     * @param args the step's arguments, in the order of its wording
     * @throws AssertionError if it is a check and the check fails
     */
    void perform(Stage stage, Args args);
}
