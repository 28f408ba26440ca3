package dev.counterfoil.scenarios.play;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.run.Performer;
import dev.counterfoil.scenarios.run.Workshop;
import java.util.function.Consumer;

/** One actor system on virtual time, on which worlds grow one after the other. */
public final class WorldWorkshop implements Workshop {
    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
    private final Estate estate;
    private final VirtualSurroundings surroundings;
    private final Consumer<PlayedScenario> archive;

    /** @param archive hears of every scenario that has been played, on the worker's thread */
    public WorldWorkshop(Estate estate, VirtualSurroundings surroundings, Consumer<PlayedScenario> archive) {
        this.estate = estate;
        this.surroundings = surroundings;
        this.archive = archive;
    }

    @Override
    public Performer open(Scenario scenario) {
        return new WorldPerformer(system, estate, scenario, surroundings.of(scenario.path()), archive);
    }

    @Override
    public void close() {
        system.close();
    }
}
