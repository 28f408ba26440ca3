package dev.counterfoil.pinpad;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import dev.counterfoil.card.ManagerCard;
import dev.counterfoil.card.PaymentCard;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.MakForm;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.crypto.life.KeyLife;
import dev.counterfoil.protocol.apdu.Stripe;
import dev.counterfoil.protocol.padlink.PadCommand;
import dev.counterfoil.protocol.padlink.PadFrameReader;
import dev.counterfoil.protocol.padlink.PadReply;
import dev.counterfoil.protocol.panel.PanelMessage;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.trace.TraceEvent;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Splitter;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import dev.counterfoil.wire.WireSignal;
import java.util.ArrayList;
import java.util.List;

/** A pad on a bench: a terminal that speaks bytes at its cable, fingers at its panel, cards for its slot. */
final class PadBench implements AutoCloseable {
    /** Vectors of the download with a manager card: calculated with OpenSSL. */
    static final CipherKey CARD_KEY = tdes("0123456789ABCDEFFEDCBA9876543210");

    static final CipherKey CHIP_KEY = tdes("76ECBA98134F25D0AE5B40F7921C6B3D");
    static final CipherKey TMK = tdes("2A4A5D6D7F8F91A1B3C2D5E5F7071929");
    static final CipherKey TPK = tdes("C1FEEF10233245546776899801ABBACD");
    static final CipherKey MAK = CipherKey.ofHex(CipherKind.DES, "7F52E3201FDF045E");
    static final CipherKey TDK = tdes("00112233445566778899AABBCCDDEEFF");
    static final String CARD_NUMBER = "6225880000000014";

    final LoopSystem system = new LoopSystem(TurnLoop.Mode.VIRTUAL);
    final TurnLoop loop = system.loop();
    final Trace trace = new Trace(loop::nowNanos);
    final Witness witness = new Witness(1);
    final MemoryStore store = new MemoryStore();
    final List<TraceEvent> events = new ArrayList<>();
    final List<PadReply> heard = new ArrayList<>();
    final List<String> displays = new ArrayList<>();
    final ActorRef<Wire.Command> cable = wire("pad cable of T1");
    final ActorRef<Wire.Command> slot = wire("card slot of T1");
    final ActorRef<Wire.Command> loader = wire("injection cable of T1");
    final List<byte[]> loaderHeard = new ArrayList<>();
    final ActorRef<Wire.Command> panel = wire("panel of the pad of T1");
    final ActorRef<DeviceMessage> pad;

    private final PadFrameReader reader = new PadFrameReader();
    private int cards;

    PadBench() {
        this(PadPolicy.DOMESTIC_SIX);
    }

    PadBench(PadPolicy policy) {
        trace.listen(e -> events.add(e.event()));
        pad = system.grow(
                PinPad.create(new PinPad.Config(
                        "pad of T1",
                        "T1",
                        "PP000001",
                        CHIP_KEY,
                        "T1",
                        policy,
                        new WireEnd(cable, End.B),
                        store,
                        new RandomStream(7),
                        trace,
                        witness)),
                "pad");
        new WireEnd(cable, End.A).attach(listener(this::onCable), 1, "T1");
        new WireEnd(panel, End.B).attach(listener(this::onPanel), 1, "people");
        new WireEnd(cable, End.B).attach(pad, PinPad.CABLE, "pad of T1");
        new WireEnd(slot, End.A).insert(pad, PinPad.SLOT, "pad of T1");
        new WireEnd(panel, End.A).insert(pad, PinPad.PANEL, "pad of T1");
        loop.drain();
    }

    static CipherKey tdes(String hex) {
        return CipherKey.ofHex(CipherKind.TDES, hex);
    }

    /** A fresh copy of a key, since a pad wipes what it is given. */
    static CipherKey copy(CipherKey key) {
        return CipherKey.of(key.kind(), key.clear());
    }

    static byte[] keySet() {
        return WorkingKeys.seal(TMK, TPK, MAK, TDK, MakForm.EIGHT);
    }

    /** A cable of a mother POS in the pad's case; what comes back is in {@link #loaderHeard}. */
    PadBench withLoader() {
        new WireEnd(loader, End.A).attach(listener(loaderHeard::add), 1, "mother POS");
        new WireEnd(loader, End.B).insert(pad, PinPad.INJECTION, "pad of T1");
        loop.drain();
        return this;
    }

    void load(byte[] frame) {
        new WireEnd(loader, End.A).send(frame);
        loop.drain();
    }

    PadBench withMasterKey() {
        pad.tell(new PinPad.Provision(copy(TMK), null));
        loop.drain();
        return this;
    }

    PadBench signedIn() {
        pad.tell(new PinPad.Provision(copy(TMK), new WorkingKeys.Good(copy(TPK), copy(MAK), copy(TDK))));
        loop.drain();
        return this;
    }

    PadReply.Answer ask(PadCommand command) {
        return askRaw(command.encode());
    }

    PadReply.Answer askRaw(byte[] bytes) {
        int before = answers().size();
        say(bytes);
        List<PadReply.Answer> answers = answers();
        if (answers.size() != before + 1) {
            throw new AssertionError((answers.size() - before) + " answers to one command");
        }
        return answers.get(before);
    }

    void say(byte[] bytes) {
        new WireEnd(cable, End.A).send(bytes);
        loop.drain();
    }

    List<PadReply.Answer> answers() {
        return heard.stream()
                .filter(PadReply.Answer.class::isInstance)
                .map(PadReply.Answer.class::cast)
                .toList();
    }

    PadReply last() {
        return heard.get(heard.size() - 1);
    }

    void type(String digits) {
        digits.chars().forEach(c -> press(String.valueOf((char) c)));
        press(PanelMessage.Key.ENTER);
    }

    void press(String label) {
        new WireEnd(panel, End.B).send(new PanelMessage.Key(label).encode());
        loop.drain();
    }

    void insertManagerCard(String password, int tries, CipherKey key) {
        ManagerCard.Config config = new ManagerCard.Config(
                "manager card M1", CARD_NUMBER, "20301231", key, password, tries, trace, witness);
        insert(ManagerCard.create(config), "manager card M1");
    }

    void insertStripeCard() {
        insert(PaymentCard.create(new Stripe("6225880000000014=3012", "")), "card A");
    }

    void insert(Behavior<DeviceMessage> card, String name) {
        ActorRef<DeviceMessage> ref = system.grow(card, "card" + cards++);
        new WireEnd(slot, End.B).insert(ref, ManagerCard.SLOT, name);
        loop.drain();
    }

    void pullCard() {
        new WireEnd(slot, End.B).remove();
        loop.drain();
    }

    void tell(PinPad.Command command) {
        pad.tell(command);
        loop.drain();
    }

    void seconds(long seconds) {
        loop.run(seconds * 1_000_000_000L);
    }

    List<String> life(String key) {
        return events.stream()
                .filter(KeyLife.class::isInstance)
                .map(KeyLife.class::cast)
                .filter(e -> e.key().equals(key))
                .map(KeyLife::state)
                .toList();
    }

    String hex(PadReply.Answer answer) {
        return Hex.of(answer.hex());
    }

    @Override
    public void close() {
        system.close();
    }

    private ActorRef<Wire.Command> wire(String name) {
        Wire.Config config =
                new Wire.Config(name, WireClass.ENCLOSED, Profile.DIRECT, Splitter::byChunk, new RandomStream(3));
        return system.grow(Wire.create(config, trace), name.replace(' ', '-'));
    }

    private ActorRef<DeviceMessage> listener(java.util.function.Consumer<byte[]> ear) {
        Behavior<DeviceMessage> behavior = Behaviors.receiveMessage(m -> {
            if (m instanceof WireSignal.Received r) {
                ear.accept(r.chunk());
            }
            return Behaviors.same();
        });
        return system.grow(behavior, "listener" + cards++);
    }

    private void onCable(byte[] chunk) {
        reader.feed(chunk).forEach(piece -> heard.add(PadReply.decode(piece)));
    }

    private void onPanel(byte[] chunk) {
        PanelMessage message = PanelMessage.decode(chunk);
        displays.add(message instanceof PanelMessage.Show show ? show.text().name() : "dark");
    }
}
