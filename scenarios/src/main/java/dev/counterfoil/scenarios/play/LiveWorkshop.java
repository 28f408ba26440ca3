package dev.counterfoil.scenarios.play;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.run.Performer;
import dev.counterfoil.scenarios.run.Workshop;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One actor system in real time, on which worlds grow one after the other; real devices may take part. */
public final class LiveWorkshop implements Workshop {
    private final LoopSystem system = new LoopSystem(TurnLoop.Mode.LIVE);
    private final Estate estate;
    private final Operator operator;
    private final Supplier<List<String>> missingPromises;
    private final EstateFiles files;
    private final Consumer<PlayedScenario> archive;
    private long worlds;

    /**
     * A workshop that belongs to the calling thread.
     *
     * @param missingPromises ids of promised behaviours without a scenario
     * @param files from which scenarios read the estates that they name
     * @param archive hears of every scenario that has been played, on the worker's thread
     */
    public LiveWorkshop(
            Estate estate,
            Operator operator,
            Supplier<List<String>> missingPromises,
            EstateFiles files,
            Consumer<PlayedScenario> archive) {
        this.estate = estate;
        this.operator = operator;
        this.missingPromises = missingPromises;
        this.files = files;
        this.archive = archive;
    }

    @Override
    public Performer open(Scenario scenario) {
        LiveSurroundings around = new LiveSurroundings(
                ++worlds, new NamedEstates(scenario.path(), files), system.loop(), operator, missingPromises);
        return new WorldPerformer(system, estate, scenario, around, archive);
    }

    @Override
    public void close() {
        system.close();
    }
}
