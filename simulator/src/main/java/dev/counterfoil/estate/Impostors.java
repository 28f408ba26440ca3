package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.adversary.FakeHost;
import dev.counterfoil.adversary.LineThief;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import java.util.HashMap;
import java.util.Map;

/** Puts thieves' equipment on terminals' lines. */
final class Impostors {
    private final World world;
    private final Map<String, ActorRef<DeviceMessage>> thieves = new HashMap<>();

    Impostors(World world) {
        this.world = world;
    }

    /** A host without keys at the far end of a line. */
    void fakeHost(String terminal, ActorRef<Wire.Command> line) {
        WireEnd end = new WireEnd(line, End.B);
        ActorRef<DeviceMessage> host = world.grow(
                FakeHost.create(world.lineDialect(), world.random("fake host/" + terminal), end),
                "fake-host-" + terminal);
        end.attach(host, 0, "fake host");
    }

    /**
     * A man in the middle.
     *
     * @return the wire that goes on from him to the host
     */
    ActorRef<Wire.Command> tap(String terminal, ActorRef<Wire.Command> line) {
        String name = "thief on " + terminal;
        ActorRef<Wire.Command> beyond = world.wiring()
                .lay(
                        Site.LINE + terminal + " beyond the thief",
                        WireClass.OPEN,
                        Profile.DIRECT,
                        () -> world.lineDialect().frameReader()::feed);
        WireEnd near = new WireEnd(line, End.B);
        WireEnd far = new WireEnd(beyond, End.A);
        ActorRef<DeviceMessage> thief = world.grow(
                LineThief.create(
                        new LineThief.Config(name, terminal, world.lineDialect(), world.trace(), world.witness()),
                        near,
                        far),
                name.replace(' ', '-'));
        near.attach(thief, LineThief.TERMINAL, name);
        far.attach(thief, LineThief.HOST, name);
        thieves.put(terminal, thief);
        return beyond;
    }

    /** @throws EstateProblem if nobody has put a thief there */
    ActorRef<DeviceMessage> thief(String terminal) {
        ActorRef<DeviceMessage> thief = thieves.get(terminal);
        if (thief == null) {
            throw new EstateProblem("there is no thief on the line of " + terminal);
        }
        return thief;
    }
}
