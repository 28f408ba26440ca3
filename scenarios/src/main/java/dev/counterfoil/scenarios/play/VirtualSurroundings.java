package dev.counterfoil.scenarios.play;

import akka.actor.typed.ActorRef;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.Surroundings;
import dev.counterfoil.estate.World;
import dev.counterfoil.wire.Wire;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Virtual time has no real devices: who needs one is skipped, and who asks the operator is answered at once. */
public final class VirtualSurroundings implements Surroundings {
    private final AtomicLong worlds;
    private final NamedEstates estates;
    private final Supplier<List<String>> missingPromises;

    /** @param missingPromises ids of promised behaviours without a scenario */
    public VirtualSurroundings(Supplier<List<String>> missingPromises) {
        this(missingPromises, new EstateFiles());
    }

    /**
     * Surroundings of all scenarios of a run.
     *
     * @param missingPromises ids of promised behaviours without a scenario
     * @param files from which scenarios read the estates that they name
     */
    public VirtualSurroundings(Supplier<List<String>> missingPromises, EstateFiles files) {
        this(new AtomicLong(), new NamedEstates("", files), missingPromises);
    }

    private VirtualSurroundings(AtomicLong worlds, NamedEstates estates, Supplier<List<String>> missingPromises) {
        this.worlds = worlds;
        this.estates = estates;
        this.missingPromises = missingPromises;
    }

    /** These, for a scenario of that feature file. */
    VirtualSurroundings of(String feature) {
        return new VirtualSurroundings(worlds, new NamedEstates(feature, estates.files()), missingPromises);
    }

    @Override
    public long nextNumber() {
        return worlds.incrementAndGet();
    }

    @Override
    public void attachPad(World world, Estate.Terminal terminal, ActorRef<Wire.Command> cable, String name) {
        requirePad(terminal);
    }

    @Override
    public void requirePad(Estate.Terminal terminal) {
        String attached = terminal.padAttach();
        throw new DeviceAbsent(
                attached == null
                        ? "no real pad is attached to " + terminal.key() + " (pad-attach in the estate)"
                        : "the real pad of " + terminal.key() + " at " + attached + " needs live mode (run --live)");
    }

    @Override
    public void askOperator(String words, long limitNanos) {}

    @Override
    public void tellOperator(String words) {}

    @Override
    public Estate estate(String name) {
        return estates.read(name);
    }

    @Override
    public List<String> promisesWithoutScenario() {
        return missingPromises.get();
    }
}
