package dev.counterfoil.scenarios.play;

import java.util.function.Consumer;

/** The person beside a real device. */
public interface Operator {
    /** Answer of an operator who has done what was asked. */
    String DONE = "done";

    /** Says something that wants no answer. */
    void tell(String words);

    /**
     * Asks for something to be done.
     *
     * @param answer takes {@link #DONE}, or in other words why it was not done; on any thread, once or never
     */
    void ask(String words, Consumer<String> answer);
}
