package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.adversary.FakeHost;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireEnd;

/** Puts a host without keys at the far end of a terminal's line. */
final class FakeHosts {
    private FakeHosts() {}

    static void grow(World world, String terminal, ActorRef<Wire.Command> line) {
        WireEnd end = new WireEnd(line, End.B);
        ActorRef<DeviceMessage> host = world.grow(
                FakeHost.create(world.lineDialect(), world.random("fake host/" + terminal), end),
                "fake-host-" + terminal);
        end.attach(host, 0, "fake host");
    }
}
