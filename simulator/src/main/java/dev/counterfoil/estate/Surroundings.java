package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireEnd;
import java.util.List;
import java.util.Map;

/** What a world cannot have inside: real devices, and the numbers that tell worlds of one actor system apart. */
public interface Surroundings {
    /** The next number for a world's root actor; it never reaches the trace. */
    long nextNumber();

    /**
     * Puts a real pad at the far end of a cable.
     *
     * @throws DeviceAbsent when there is none
     */
    void attachPad(World world, Estate.Terminal terminal, ActorRef<Wire.Command> cable, String name);

    /**
     * Makes sure that a real pad is at hand.
     *
     * @throws DeviceAbsent when there is none
     */
    void requirePad(Estate.Terminal terminal);

    /**
     * Puts a real device in the place of one end of a cable.
     *
     * @param address where it is
     * @param name in the trace
     * @throws DeviceAbsent when there is none
     */
    default void attach(World world, String address, WireEnd end, String name) {
        throw new DeviceAbsent("the real " + name + " at " + address + " needs live mode (run --live)");
    }

    /** Asks the operator; a simulated one is done at once. */
    void askOperator(String words, long limitNanos);

    /** Tells the operator what will have to be done with a real device; nobody waits for it. */
    void tellOperator(String words);

    /** Whether a world keeps its whole trace to look back at; one that serves for days cannot. */
    default boolean keepsEvidence() {
        return true;
    }

    /**
     * The estate that a scenario names.
     *
     * @throws EstateProblem when there is none of this name, or it cannot be used
     */
    Estate estate(String name);

    /** Ids of promised behaviours that no scenario of the product is tagged with. */
    List<String> promisesWithoutScenario();

    /** The actors that are real devices in this world, each with its line and settings. */
    default Map<String, String> realDevices() {
        return Map.of();
    }

    /** Badge of an actor: {@code simulated} or {@code real}. */
    default String badge(String actor) {
        return realDevices().containsKey(actor) ? "real" : "simulated";
    }

    /** A real device that a scenario needs is not there: the scenario is skipped with this reason. */
    final class DeviceAbsent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public DeviceAbsent(String reason) {
            super(reason);
        }
    }
}
