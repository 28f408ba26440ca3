package dev.counterfoil.scenarios.play;

import akka.actor.typed.ActorRef;
import dev.counterfoil.bridge.Transports;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.Surroundings;
import dev.counterfoil.estate.World;
import dev.counterfoil.verb.Abandoned;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Port;
import dev.counterfoil.wire.PortEnd;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireEnd;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is around one scenario in real time: real pads at the ports that the estate names, and an operator. */
final class LiveSurroundings implements Surroundings {
    private static final long USUAL_LIMIT_NANOS = 600_000_000_000L;

    private final long number;
    private final NamedEstates estates;
    private final TurnLoop loop;
    private final Operator operator;
    private final Supplier<List<String>> missingPromises;
    private final Map<String, String> real = new LinkedHashMap<>();
    private final Set<String> found = new HashSet<>();

    /** @param number of the scenario's world, from 1 */
    LiveSurroundings(
            long number,
            NamedEstates estates,
            TurnLoop loop,
            Operator operator,
            Supplier<List<String>> missingPromises) {
        this.number = number;
        this.estates = estates;
        this.loop = loop;
        this.operator = operator;
        this.missingPromises = missingPromises;
    }

    @Override
    public long nextNumber() {
        return number;
    }

    @Override
    public void requirePad(Estate.Terminal terminal) {
        String address = addressOf(terminal);
        Port port = Transports.at(address);
        boolean answers;
        try {
            answers = PadCall.answers(port);
        } catch (Port.PortFailure e) {
            throw new DeviceAbsent("the real pad of " + terminal.key() + ": " + e.getMessage());
        }
        if (!answers) {
            throw new DeviceAbsent(
                    "no pad answers at " + address + ", where the real pad of " + terminal.key() + " should be");
        }
        found.add(terminal.key());
    }

    private static String addressOf(Estate.Terminal terminal) {
        String address = terminal.padAttach();
        if (address == null) {
            throw new DeviceAbsent("no real pad is attached to " + terminal.key() + " (pad-attach in the estate)");
        }
        return address;
    }

    @Override
    public void attachPad(World world, Estate.Terminal terminal, ActorRef<Wire.Command> cable, String name) {
        if (!found.contains(terminal.key())) {
            requirePad(terminal);
        }
        requireKeys(terminal.keys(), world.plan().terminal(terminal.key()).starts(), name);
        grow(world, Transports.at(addressOf(terminal)), new WireEnd(cable, End.B), name);
    }

    @Override
    public void attach(World world, String address, WireEnd end, String name) {
        try (Port port = Transports.at(address)) {
            port.open(PadCall.NOBODY);
        } catch (Port.PortFailure e) {
            throw new DeviceAbsent("the real " + name + ": " + e.getMessage());
        }
        grow(world, Transports.at(address), end, name);
    }

    private void grow(World world, Port port, WireEnd end, String name) {
        real.put(name, port.description());
        world.grow(PortEnd.create(name, end, port, loop, () -> {}), name.replace(' ', '-'));
    }

    /** The host has to know what is in the pad, and nobody can read it out. */
    private static void requireKeys(Estate.TestKeys keys, String starts, String pad) {
        boolean working = keys.pin() != null && keys.mac() != null && keys.track() != null;
        boolean enough = switch (starts) {
            case "unloaded" -> true;
            case "signed-in" -> keys.master() != null && working;
            default -> keys.master() != null;
        };
        if (!enough) {
            throw new DeviceAbsent("the real " + pad + " is to start " + starts + ", and the estate does not give the "
                    + "keys that are in it (keys { master, pin, mac, track })");
        }
    }

    @Override
    public void tellOperator(String words) {
        operator.tell(words);
    }

    /** The world goes on while the operator is at work. */
    @Override
    public void askOperator(String words, long limitNanos) {
        AtomicReference<@Nullable String> answer = new AtomicReference<>();
        operator.ask(words, said -> {
            answer.set(said);
            loop.inject(() -> {});
        });
        long limit = limitNanos == 0 ? USUAL_LIMIT_NANOS : limitNanos;
        if (!loop.runUntil(() -> answer.get() != null, limit)) {
            throw new Abandoned(Abandoned.Cause.OPERATOR, "the operator was asked to " + words + " and did not answer");
        }
        String said = Objects.requireNonNull(answer.get());
        if (!said.equals(Operator.DONE)) {
            throw new Abandoned(Abandoned.Cause.OPERATOR, "the operator was asked to " + words + ": " + said);
        }
    }

    @Override
    public Estate estate(String name) {
        return estates.read(name);
    }

    @Override
    public List<String> promisesWithoutScenario() {
        return missingPromises.get();
    }

    @Override
    public Map<String, String> realDevices() {
        return real;
    }
}
