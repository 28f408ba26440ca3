package dev.counterfoil.scenarios.live;

import akka.actor.typed.ActorRef;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.Surroundings;
import dev.counterfoil.estate.World;
import dev.counterfoil.wire.Wire;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What is around a world that serves: nobody arranges anything in it, and it keeps no trace of days of work. */
final class NoScenario implements Surroundings {
    private final AtomicLong worlds = new AtomicLong();

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
        throw new DeviceAbsent("a world that serves has no terminals of its own");
    }

    @Override
    public void askOperator(String words, long limitNanos) {}

    @Override
    public void tellOperator(String words) {}

    @Override
    public boolean keepsEvidence() {
        return false;
    }

    @Override
    public Estate estate(String name) {
        throw new EstateProblem("a world that serves stays in its estate");
    }

    @Override
    public List<String> promisesWithoutScenario() {
        return List.of();
    }
}
