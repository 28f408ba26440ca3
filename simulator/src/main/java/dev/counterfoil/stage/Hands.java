package dev.counterfoil.stage;

import akka.actor.typed.ActorRef;
import dev.counterfoil.estate.LoadingBench;
import dev.counterfoil.estate.Site;
import dev.counterfoil.estate.World;
import dev.counterfoil.evidence.Cryptograms;
import dev.counterfoil.evidence.Seen;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.host.Host;
import dev.counterfoil.hsm.Hsm;
import dev.counterfoil.network.Issuer;
import dev.counterfoil.network.Switch;
import dev.counterfoil.pinpad.PinPad;
import dev.counterfoil.protocol.apdu.CardBlock;
import dev.counterfoil.protocol.apdu.ManagerApplication;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadProbe;
import dev.counterfoil.protocol.panel.PanelEvents;
import dev.counterfoil.protocol.panel.Text;
import dev.counterfoil.terminal.Terminal;
import dev.counterfoil.verb.ref.LoadingRef;
import dev.counterfoil.verb.ref.MessageRef;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.PartyRef;
import dev.counterfoil.verb.ref.Place;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.WireRef;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Wire;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.NoSuchElementException;

/** What happens to things without a person at a panel: power, lines, time. */
public final class Hands {
    private static final long REST_LIMIT_NANOS = 3_600_000_000_000L;
    private static final long ANSWER_NANOS = 2_000_000_000L;
    private static final long DRAW_NANOS = 200_000_000L;

    private final Stage stage;
    private final World world;

    Hands(Stage stage) {
        this.stage = stage;
        this.world = stage.world();
    }

    public void goDown(Place place) {
        reach(place, true);
    }

    public void comeBack(Place place) {
        reach(place, false);
    }

    private void reach(Place place, boolean down) {
        world.build();
        if (place instanceof WireRef wire) {
            world.wire(stage.names().wire(wire)).tell(new Wire.SetDown(down));
            world.settle();
            return;
        }
        PartyRef party = (PartyRef) place;
        stage.reachable(party.english(), !down);
        switch (party.party()) {
            case HOST -> world.tell(world.doors().host(), down ? new Host.GoDown() : new Host.ComeBack());
            case HSM -> world.tell(world.doors().hsm(), down ? new Hsm.GoDown() : new Hsm.ComeBack());
            case SWITCH -> world.tell(world.doors().exchange(), down ? new Switch.GoDown() : new Switch.ComeBack());
            case ISSUER -> world.tell(world.doors().issuer(), down ? new Issuer.GoDown() : new Issuer.ComeBack());
            default -> throw new IllegalArgumentException("there is no " + party.english());
        }
    }

    public void bind(TerminalRef terminal, String merchant) {
        world.site(terminal.name());
        world.tell(world.doors().host(), new Host.Bind(terminal.name(), merchant));
    }

    public void demandSignIn(TerminalRef terminal) {
        world.site(terminal.name());
        world.tell(world.doors().host(), new Host.DemandSignIn(terminal.name()));
    }

    public void slowDown(PartyRef party, long nanos) {
        world.build();
        switch (party.party()) {
            case HOST -> world.tell(world.doors().host(), new Host.SlowDown(nanos));
            case HSM -> world.tell(world.doors().hsm(), new Hsm.SlowDown(nanos));
            case SWITCH -> world.tell(world.doors().exchange(), new Switch.SlowDown(nanos));
            case ISSUER -> world.tell(world.doors().issuer(), new Issuer.SlowDown(nanos));
            default -> throw new IllegalArgumentException("there is no " + party.english());
        }
    }

    /** Recorded bytes enter the line that they were recorded on, and what follows from them happens. */
    public void replay(MessageRef ref) {
        WireMessage recorded = stage.messages()
                .find(ref, stage.cursor())
                .orElseThrow(() -> new AssertionError(ref.english() + " was not sent, so it cannot be replayed"));
        End from = recorded.from().startsWith("T") ? End.A : End.B;
        world.wire(recorded.wire()).tell(new Wire.Replay(from, recorded.bytes()));
        world.settle();
        pass(ANSWER_NANOS);
    }

    /** Recorded bytes enter the line of another terminal, as if it had sent them. */
    public void replayThrough(MessageRef ref, TerminalRef terminal) {
        WireMessage recorded = stage.messages()
                .find(ref, stage.cursor())
                .orElseThrow(() -> new AssertionError(ref.english() + " was not sent, so it cannot be replayed"));
        world.build();
        world.site(terminal.name()).line().tell(new Wire.Replay(End.A, recorded.bytes()));
        world.settle();
        pass(ANSWER_NANOS);
    }

    public void release() {
        world.wires().forEach(wire -> wire.tell(new Wire.Release()));
        world.settle();
        pass(ANSWER_NANOS);
    }

    public void heal() {
        world.wires().forEach(wire -> {
            wire.tell(new Wire.Heal());
            wire.tell(new Wire.SetDown(false));
        });
        world.tell(world.doors().host(), new Host.Disarm());
        world.tell(world.doors().host(), new Host.ComeBack());
        world.tell(world.doors().hsm(), new Hsm.ComeBack());
        world.tell(world.doors().exchange(), new Switch.ComeBack());
        world.tell(world.doors().issuer(), new Issuer.ComeBack());
        stage.healed();
    }

    public void powerFails(dev.counterfoil.verb.ref.ActorRef actor) {
        world.build();
        stage.reachable(actor.english(), false);
        if (actor instanceof PartyRef party) {
            switch (party.party()) {
                case HOST -> world.tell(world.doors().host(), new Host.PowerCut());
                case HSM -> world.tell(world.doors().hsm(), new Hsm.PowerCut());
                case SWITCH -> world.tell(world.doors().exchange(), new Switch.PowerCut());
                case ISSUER -> world.tell(world.doors().issuer(), new Issuer.PowerCut());
                default -> throw new IllegalArgumentException("there is no " + party.english());
            }
        } else if (actor instanceof LoadingRef loading) {
            loading(loading).cutPower(loading.role() == LoadingRef.Role.LOADER_PC);
        } else if (actor instanceof PadRef pad) {
            world.tell(pad(pad), new PinPad.PowerCut());
        } else {
            world.tell(world.site(((TerminalRef) actor).name()).terminal(), new Terminal.PowerCut());
        }
    }

    /** As {@link #powerFails}, from within something that is still happening. */
    void powerFailsSoon(dev.counterfoil.verb.ref.ActorRef actor) {
        world.soon(() -> powerFails(actor));
    }

    public void powerReturns(dev.counterfoil.verb.ref.ActorRef actor) {
        stage.reachable(actor.english(), true);
        if (actor instanceof PartyRef party) {
            switch (party.party()) {
                case HOST -> world.tell(world.doors().host(), new Host.PowerReturn());
                case HSM -> world.tell(world.doors().hsm(), new Hsm.PowerReturn());
                case SWITCH -> world.tell(world.doors().exchange(), new Switch.PowerReturn());
                case ISSUER -> world.tell(world.doors().issuer(), new Issuer.PowerReturn());
                default -> throw new IllegalArgumentException("there is no " + party.english());
            }
        } else if (actor instanceof LoadingRef loading) {
            loading(loading).returnPower(loading.role() == LoadingRef.Role.LOADER_PC);
        } else if (actor instanceof PadRef pad) {
            world.tell(pad(pad), new PinPad.PowerReturn());
        } else {
            String name = ((TerminalRef) actor).name();
            stage.terminalOf((TerminalRef) actor);
            world.tell(world.site(name).terminal(), new Terminal.PowerReturn());
            untilIdle(name);
        }
    }

    /** Runs until a terminal shows that nothing is going on. */
    void untilIdle(String terminal) {
        world.await(
                () -> world.evidence()
                        .last(PanelEvents.Showed.class, e -> e.actor().equals(terminal))
                        .map(Seen::event)
                        .filter(shown -> shown.text().nature() == Text.Nature.IDLE)
                        .isPresent(),
                REST_LIMIT_NANOS);
    }

    private LoadingBench loading(LoadingRef ref) {
        return world.loading(stage.terminalOf(ref.terminal()));
    }

    private ActorRef<DeviceMessage> pad(PadRef pad) {
        Site site = world.site(pad.name());
        ActorRef<DeviceMessage> actor = site.pad();
        if (actor == null) {
            throw new NoSuchElementException("the " + pad.english() + " is real; its power is in the operator's hands");
        }
        return actor;
    }

    public void mute(PadRef pad) {
        world.build();
        stage.reachable(pad.english(), false);
        world.tell(pad(pad), new PinPad.Mute());
    }

    public void pass(long nanos) {
        world.await(() -> false, nanos);
    }

    /** Runs to the next such time of day. */
    public void reach(LocalTime time) {
        world.build();
        LocalDateTime now = world.clock().now();
        LocalDateTime then = now.toLocalDate().atTime(time);
        pass(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)).toNanos());
    }

    /** Runs until no message, timer or person is left, at most for an hour. */
    public void rest() {
        world.await(world::atRest, REST_LIMIT_NANOS);
    }

    /** Bytes as they are go from a terminal's end of its line. */
    public void sendBytes(TerminalRef terminal, byte[] bytes) {
        stage.terminalOf(terminal);
        world.build();
        byte[] frame = new byte[bytes.length + 2];
        frame[0] = (byte) (bytes.length >>> 8);
        frame[1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, frame, 2, bytes.length);
        world.site(terminal.name()).line().tell(new Wire.Replay(End.A, frame));
        world.settle();
        pass(ANSWER_NANOS);
    }

    /**
     * Every command of a pad's table, with all that was recorded on its terminal's line, sent down its cable; a card in
     * its slot is asked for its key.
     */
    public void tryAllCommands(PadRef pad) {
        world.build();
        Site site = world.site(pad.name());
        List<byte[]> recorded = Cryptograms.of(world.evidence().messages().onLineOf(pad.name()));
        PadProbe.commands(recorded).forEach(command -> put(site.padCable(), command.encode()));
        askForCardKey(site.slot());
    }

    /** A pad with a card whose password it knows is told to begin this many downloads, one after the other. */
    public void beginDownloads(PadRef pad, int count) {
        world.build();
        ActorRef<Wire.Command> cable = world.site(pad.name()).padCable();
        byte[] command = new PadCommand.BeginDownload().encode();
        for (int i = 0; i < count; i++) {
            cable.tell(new Wire.Replay(End.A, command));
            world.settle();
            pass(DRAW_NANOS);
        }
    }

    private void askForCardKey(ActorRef<Wire.Command> slot) {
        put(slot, new byte[] {CardBlock.RESET});
        put(slot, CardBlock.of(ManagerApplication.select().encode(), false));
        put(slot, CardBlock.of(ManagerApplication.readKey().encode(), true));
    }

    private void put(ActorRef<Wire.Command> wire, byte[] bytes) {
        wire.tell(new Wire.Replay(End.A, bytes));
        world.settle();
        pass(ANSWER_NANOS);
    }
}
