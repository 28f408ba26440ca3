package dev.counterfoil.people;

import dev.counterfoil.protocol.panel.Text;
import java.util.List;
import java.util.Map;

/**
 * What a person is asked to do.
 *
 * @param role in the words of the scenarios: {@code clerk}
 * @param opening done at once, one after the other
 * @param reactions to what the devices show afterwards
 * @param closing done when the task is over
 */
public record Task(String role, List<Act> opening, Map<Text, Reaction> reactions, TaskEnd end, List<Act> closing) {
    /** A task of acts only. */
    Task(String role, List<Act> opening, TaskEnd end) {
        this(role, opening, Map.of(), end, List.of());
    }

    @Override
    public String toString() {
        return role + " " + opening.size() + " acts";
    }
}
