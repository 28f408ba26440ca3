package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.wire.Wire;
import java.util.List;

/** No real device, no operator. */
final class NothingAround implements Surroundings {
    private long worlds;

    @Override
    public long nextNumber() {
        return ++worlds;
    }

    @Override
    public void attachPad(World world, Estate.Terminal terminal, ActorRef<Wire.Command> cable, String name) {
        requirePad(terminal);
    }

    @Override
    public void requirePad(Estate.Terminal terminal) {
        throw new DeviceAbsent("none");
    }

    @Override
    public void askOperator(String words, long limitNanos) {}

    @Override
    public void tellOperator(String words) {}

    @Override
    public Estate estate(String name) {
        throw new EstateProblem(name);
    }

    @Override
    public List<String> promisesWithoutScenario() {
        return List.of();
    }
}
