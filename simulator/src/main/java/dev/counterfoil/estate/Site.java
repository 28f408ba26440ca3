package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.host.Host;
import dev.counterfoil.pinpad.PinPad;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.terminal.Terminal;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * One terminal with what belongs to it. The wires between the devices and whoever stands at them are made when somebody
 * first comes.
 */
public final class Site {
    static final String LINE = "line of ";
    static final String PAD_CABLE = "pad cable of ";
    static final String SLOT = "card slot of ";

    private final World world;
    private final String name;
    private final ActorRef<DeviceMessage> terminal;
    private final @Nullable ActorRef<DeviceMessage> pad;
    private final ActorRef<Wire.Command> line;
    private final ActorRef<Wire.Command> padCable;
    private final MemoryStore store;
    private final MemoryStore padStore;

    Site(
            World world,
            String name,
            ActorRef<DeviceMessage> terminal,
            @Nullable ActorRef<DeviceMessage> pad,
            ActorRef<Wire.Command> line,
            ActorRef<Wire.Command> padCable,
            MemoryStore store,
            MemoryStore padStore) {
        this.world = world;
        this.name = name;
        this.terminal = terminal;
        this.pad = pad;
        this.line = line;
        this.padCable = padCable;
        this.store = store;
        this.padStore = padStore;
    }

    public String name() {
        return name;
    }

    public ActorRef<DeviceMessage> terminal() {
        return terminal;
    }

    /** Null where a real one stands in for it. */
    public @Nullable ActorRef<DeviceMessage> pad() {
        return pad;
    }

    public ActorRef<Wire.Command> line() {
        return line;
    }

    public ActorRef<Wire.Command> padCable() {
        return padCable;
    }

    /** The store of the terminal or of its pad, by its name in the trace; null for others. */
    @Nullable
    MemoryStore storeOf(String owner) {
        if (owner.equals(name)) {
            return store;
        }
        return owner.equals(world.padName(name)) ? padStore : null;
    }

    /** The line, the pad cable or the card slot, by its name in the trace; null for others. */
    @Nullable
    ActorRef<Wire.Command> wire(String wire) {
        if (wire.equals(LINE + name)) {
            return line;
        } else if (wire.equals(PAD_CABLE + name)) {
            return padCable;
        }
        return wire.equals(SLOT + name) ? slot() : null;
    }

    /** Wire of the stripe reader. */
    public ActorRef<Wire.Command> reader() {
        return world.wiring().inside("reader of " + name, terminal, Terminal.READER, name);
    }

    /** Wire of the card slot. */
    public ActorRef<Wire.Command> slot() {
        return world.wiring().inside(SLOT + name, pad, PinPad.SLOT, world.padName(name));
    }

    /** The bank tells its host which master key this terminal gets by hands. */
    public void tellHostOfMasterKey() {
        SiteBuilder builder = new SiteBuilder(world, world.vault(), name);
        world.tell(world.backOffice().host(), new Host.SetMasterKey(name, builder.masterKeyForHost()));
    }

    /** Wire of the terminal's display and keys. */
    public ActorRef<Wire.Command> panel() {
        return world.wiring().inside("panel of " + name, terminal, Terminal.PANEL, name);
    }

    /** Wire of the pad's display and keys. */
    public ActorRef<Wire.Command> padPanel() {
        return world.wiring().inside("panel of the " + world.padName(name), pad, PinPad.PANEL, world.padName(name));
    }
}
