package dev.counterfoil.stage.hardware;

import akka.actor.typed.ActorRef;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.Site;
import dev.counterfoil.estate.World;
import dev.counterfoil.pinpad.PadPolicy;
import dev.counterfoil.pinpad.PinPad;
import dev.counterfoil.protocol.padlink.PadReply.SlotReading;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.terminal.Terminal;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.WireEnd;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Pads on the move, opened cases and empty batteries of one world. */
public final class Hardware {
    private static final int KEY_BYTES = 16;
    private static final SlotReading FOREIGN_READER = new SlotReading(128);

    private final World world;
    private final Map<String, ActorRef<DeviceMessage>> foreign = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Set<String> astray = new HashSet<>();

    public Hardware(World world) {
        this.world = world;
    }

    /** The terminal whose cable a pad is on: its own, unless somebody has moved it. */
    public String placeOf(PadRef pad) {
        String place = places.getOrDefault(pad.name(), pad.name());
        if (inADrawer(pad)) {
            throw new EstateProblem(pad.english() + " is at no terminal; replace a terminal's pad by it first");
        }
        return place;
    }

    private boolean inADrawer(PadRef pad) {
        return !places.getOrDefault(pad.name(), pad.name()).startsWith("T");
    }

    /** Takes one pad off its cable and puts another on. */
    public void swap(PadRef out, PadRef in) {
        world.build();
        Site site = world.site(placeOf(out));
        ActorRef<DeviceMessage> pad = in.byTerminal() ? own(in) : foreign(in, site);
        if (in.byTerminal() && !inADrawer(in)) {
            new WireEnd(world.site(placeOf(in)).padCable(), End.B).remove();
        }
        WireEnd cable = new WireEnd(site.padCable(), End.B);
        cable.remove();
        String name = world.padName(in.name());
        new WireEnd(site.slot(), End.A).insert(pad, PinPad.SLOT, name);
        new WireEnd(site.padPanel(), End.A).insert(pad, PinPad.PANEL, name);
        cable.insert(pad, PinPad.CABLE, name);
        places.put(out.name(), "");
        places.put(in.name(), site.name());
        world.settle();
    }

    /** The plug goes into the port beside the pad's. */
    public void plugIntoWrongPort(PadRef pad) {
        plugInto(pad, Terminal.OTHER_PORT);
        astray.add(pad.name());
    }

    /** A plug that is in the wrong port goes into its own. */
    public void plugBack(PadRef pad) {
        if (astray.remove(pad.name())) {
            plugInto(pad, Terminal.PAD);
        }
    }

    private void plugInto(PadRef pad, int port) {
        world.build();
        Site site = world.site(placeOf(pad));
        WireEnd end = new WireEnd(site.padCable(), End.A);
        end.remove();
        end.attach(site.terminal(), port, site.name());
        world.settle();
    }

    public void openCase(Device device) {
        tell(device, new Terminal.OpenCase(), new PinPad.OpenCase());
    }

    public void emptyBattery(Device device) {
        tell(device, new Terminal.EmptyBattery(), new PinPad.EmptyBattery());
    }

    public void factoryReset(Device device) {
        tell(device, new Terminal.FactoryReset(), new PinPad.FactoryReset());
    }

    /** A reader of somebody else's over the card slot, as its sensor sees it; or nothing. */
    public void coverSlot(TerminalRef terminal, boolean covered) {
        world.build();
        world.tell(own(new PadRef(terminal.name())), new PinPad.CoverSlot(covered ? FOREIGN_READER : SlotReading.FREE));
    }

    private void tell(Device device, DeviceMessage ofTerminal, DeviceMessage ofPad) {
        world.build();
        if (device instanceof TerminalRef terminal) {
            world.tell(world.site(terminal.name()).terminal(), ofTerminal);
        } else if (device instanceof PadRef pad) {
            ActorRef<DeviceMessage> moved = foreign.get(pad.name());
            world.tell(moved == null ? own(pad) : moved, ofPad);
        } else {
            throw new EstateProblem(device.english() + " has neither keys nor a seal; name a terminal or a pad");
        }
    }

    private ActorRef<DeviceMessage> own(PadRef pad) {
        ActorRef<DeviceMessage> actor = world.site(pad.name()).pad();
        if (actor == null) {
            throw new EstateProblem(pad.english() + " is real; ask the operator to do that to it");
        }
        return actor;
    }

    /** A pad in working order, with the master key of a terminal that this world does not know. */
    private ActorRef<DeviceMessage> foreign(PadRef ref, Site site) {
        return foreign.computeIfAbsent(ref.name(), name -> {
            ActorRef<DeviceMessage> pad = world.grow(
                    PinPad.create(new PinPad.Config(
                            world.padName(name),
                            name,
                            "XP-" + name,
                            key(name, "chip"),
                            "another terminal",
                            PadPolicy.DOMESTIC_SIX,
                            new WireEnd(site.padCable(), End.B),
                            new MemoryStore(),
                            world.random("pad/" + name),
                            world.trace(),
                            world.witness())),
                    "pad-" + name);
            world.tell(pad, new PinPad.Provision(key(name, "master"), null));
            return pad;
        });
    }

    private CipherKey key(String pad, String what) {
        return CipherKey.of(
                CipherKind.TDES, world.random("key/" + pad + "/" + what).bytes(KEY_BYTES));
    }
}
