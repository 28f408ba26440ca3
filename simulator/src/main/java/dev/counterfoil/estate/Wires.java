package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Splitter;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The wires of a world. The line and pad cable of a terminal are found through its site, others by their name. */
final class Wires {
    private final World world;
    private final Map<String, ActorRef<Wire.Command>> wires = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, Profile> profiles = new HashMap<>();

    Wires(World world) {
        this.world = world;
    }

    /** @throws EstateProblem if there is none of this name */
    ActorRef<Wire.Command> named(String name) {
        Site site = world.siteSoFar(name.substring(name.lastIndexOf(' ') + 1));
        ActorRef<Wire.Command> own = site == null ? null : site.wire(name);
        ActorRef<Wire.Command> wire = own == null ? wires.get(name) : own;
        if (wire == null) {
            throw new EstateProblem("there is no " + name + "; there are " + String.join(", ", wires.keySet())
                    + " and the wires of "
                    + String.join(", ", world.sites().stream().map(Site::name).toList()));
        }
        return wire;
    }

    Collection<ActorRef<Wire.Command>> all() {
        List<ActorRef<Wire.Command>> all = new ArrayList<>(wires.values());
        world.sites().forEach(site -> all.addAll(List.of(site.line(), site.padCable())));
        return all;
    }

    /** Names of the wires that anybody may listen to. */
    Set<String> open() {
        return open;
    }

    /** A profile, which all wires of that profile share. */
    Profile profile(String profile) {
        return profiles.computeIfAbsent(profile, Profile::named);
    }

    /** A wire between a device and whoever stands at it, made when it is first asked for. */
    ActorRef<Wire.Command> inside(String name, @Nullable ActorRef<DeviceMessage> device, int port, String deviceName) {
        ActorRef<Wire.Command> wire = wires.get(name);
        if (wire == null) {
            wire = lay(name, WireClass.ENCLOSED, Profile.DIRECT, Splitter::byChunk);
            if (device != null) {
                new WireEnd(wire, End.A).insert(device, port, deviceName);
            }
        }
        return wire;
    }

    /** A new wire that is found by its name. */
    ActorRef<Wire.Command> lay(String name, WireClass wireClass, Profile profile, Supplier<Splitter> splitter) {
        ActorRef<Wire.Command> wire = layToSite(name, wireClass, profile, splitter);
        wires.put(name, wire);
        return wire;
    }

    /** A new wire that is found through its site. */
    ActorRef<Wire.Command> layToSite(String name, WireClass wireClass, Profile profile, Supplier<Splitter> splitter) {
        Wire.Config config = new Wire.Config(name, wireClass, profile, splitter, world.random("wire/" + name));
        if (wireClass == WireClass.OPEN) {
            open.add(name);
        }
        return world.grow(Wire.create(config, world.trace()), name.replace(' ', '-'));
    }
}
