package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.host.Host;
import dev.counterfoil.people.Cardholder;
import dev.counterfoil.people.Pace;
import dev.counterfoil.pinpad.PinPad;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Port;
import dev.counterfoil.wire.PortEnd;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Splitter;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a live world meets the outside without a scenario: somebody else's terminals come in to the host, and a pad is
 * lent to a terminal in another process. To be used on the thread that owns the loop.
 */
public final class Edge {
    private static final int FIRST_VISITOR = 10_000;

    private final World world;
    private final Deque<ActorRef<Wire.Command>> freeLines = new ArrayDeque<>();
    private int lines;
    private int visitors;

    public Edge(World world) {
        this.world = world;
    }

    /**
     * Registers every terminal of the estate at the host, with the keys that it starts with.
     *
     * @return a line for each terminal that has a key: which, and its check value
     */
    public List<String> registerTerminals() {
        List<String> keys = new ArrayList<>();
        for (String name : world.plan().estate().terminals().keySet()) {
            String key = new SiteBuilder(world, world.vault(), name).registerOnly();
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        world.settle();
        return keys;
    }

    /**
     * Somebody's terminal has come in over this port; which one it is, its messages say. A line is used again when its
     * visitor has left; the host's number for it is not, so that a late answer reaches nobody else.
     */
    public void admit(Port port) {
        ActorRef<Wire.Command> line = freeLines.isEmpty() ? newLine() : freeLines.pop();
        ActorRef<DeviceMessage> host = world.backOffice().host();
        int visitor = FIRST_VISITOR + visitors++;
        WireEnd hostEnd = new WireEnd(line, End.A);
        host.tell(new Host.Plug(visitor, hostEnd));
        hostEnd.attach(host, visitor, "host");
        attach(port, new WireEnd(line, End.B), "visitor " + visitor, () -> {
            host.tell(new Host.Unplug(visitor));
            freeLines.push(line);
        });
    }

    private ActorRef<Wire.Command> newLine() {
        lines++;
        return world.wiring()
                .lay(
                        "line of visitors " + lines,
                        WireClass.OPEN,
                        Profile.DIRECT,
                        () -> world.lineDialect().frameReader()::feed);
    }

    /**
     * The simulated pad of a terminal, with the keys that the terminal starts with.
     *
     * @param cable leads to its terminal
     * @param panel where a person sees and types; null for a cardholder who types the PIN of the estate's first card
     * @param over runs when the cable is lost
     */
    public void lendPad(String terminal, Port cable, @Nullable Port panel, Runnable over) {
        SiteBuilder builder = new SiteBuilder(world, world.vault(), terminal);
        String pad = world.padName(terminal);
        ActorRef<Wire.Command> wire =
                world.wiring().lay("pad cable of " + terminal, WireClass.ENCLOSED, Profile.DIRECT, Splitter::byChunk);
        ActorRef<DeviceMessage> lent = builder.growPad(wire, new MemoryStore());
        world.wiring().inside(Site.SLOT + terminal, lent, PinPad.SLOT, pad);
        WireEnd people = new WireEnd(world.wiring().inside("panel of the " + pad, lent, PinPad.PANEL, pad), End.B);
        if (panel == null) {
            people.attach(cardholder(people), Cardholder.PANEL, "cardholder");
        } else {
            attach(panel, people, "person", () -> {});
        }
        attach(cable, new WireEnd(wire, End.A), terminal, over);
    }

    private ActorRef<DeviceMessage> cardholder(WireEnd panel) {
        String card = world.plan().estate().cards().keySet().iterator().next();
        return world.grow(
                Cardholder.create(new Cardholder.Config(
                        world.plan().card(card).pin(), panel, Pace.USUAL, world.random("cardholder"))),
                "cardholder");
    }

    private void attach(Port port, WireEnd end, String name, Runnable over) {
        world.grow(PortEnd.create(name, end, port, world.loop(), over), name.replace(' ', '-'));
    }
}
