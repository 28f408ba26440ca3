package dev.counterfoil.reports.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How much was seen in one scenario: what is counted of every scenario, recorded in full or not.
 *
 * @param messages messages that crossed the wires
 * @param faultsStruck faults that were armed and struck
 * @param faultsNeverStruck faults that were armed and did not
 * @param actors ids of those that took part
 */
public record Tally(int messages, int faultsStruck, int faultsNeverStruck, List<String> actors) {
    /** Nothing happened. */
    public static final Tally NONE = new Tally(0, 0, 0, List.of());

    public Tally {
        actors = List.copyOf(actors);
    }

    /** The tally of what was recorded in full. */
    public static Tally of(Recording recording) {
        Set<String> actors = new LinkedHashSet<>();
        for (WireMessage message : recording.messages()) {
            actors.add(message.from());
            actors.add(message.to());
        }
        recording.moments().forEach(moment -> actors.add(moment.actor()));
        int struck = (int)
                recording.faults().stream().filter(Recording.Fault::struck).count();
        return new Tally(recording.messages().size(), struck, recording.faults().size() - struck, List.copyOf(actors));
    }
}
