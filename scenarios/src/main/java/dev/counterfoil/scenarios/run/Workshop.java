package dev.counterfoil.scenarios.run;

import dev.counterfoil.scenarios.feature.Scenario;

/** Where one worker thread makes its worlds, one after the other; opened, used and closed by that thread. */
public interface Workshop extends AutoCloseable {
    /** Makes the world of a scenario. The one before has ended. */
    Performer open(Scenario scenario);

    @Override
    void close();
}
