package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.card.ManagerCard;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.host.Host;
import dev.counterfoil.hsm.Hsm;
import dev.counterfoil.issuing.CardIssuer;
import dev.counterfoil.issuing.CardOrder;
import dev.counterfoil.protocol.apdu.CardReader;
import dev.counterfoil.protocol.hostcommand.HostCommandReader;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Splitter;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Where manager cards are made: the card issuer with its slot, its link to the HSM and its link to the registry. */
public final class IssuingBench {
    /** The card issuer in the trace. */
    public static final String NAME = "card issuer";

    private static final String TRANSPORT_MASTER_TYPE = "20E";
    private static final int HSM_PORT = 2;
    private static final int SERIAL_BYTES = 8;

    private final World world;
    private final CipherKey transportMaster;
    private final ActorRef<Wire.Command> slot;
    private final ActorRef<DeviceMessage> issuer;

    IssuingBench(World world) {
        this.world = world;
        BackOffice office = world.backOffice();
        transportMaster = world.vault().key("key/card-transport", null);
        String underLmk = world.vault().form(office.keys().engine(), "HSM", TRANSPORT_MASTER_TYPE, transportMaster);
        slot = lay("card slot of the card issuer", WireClass.OPEN, () -> new CardReader()::feed);
        ActorRef<Wire.Command> hsmLink =
                lay("card issuer HSM link", WireClass.ENCLOSED, () -> new HostCommandReader()::feed);
        ActorRef<Wire.Command> registryLink = lay("registry link", WireClass.ENCLOSED, Splitter::byChunk);
        issuer = world.grow(
                CardIssuer.create(
                        new CardIssuer.Config(
                                NAME,
                                office.keys().cardMasterUnderLmk(),
                                underLmk,
                                () -> world.clock().now().toLocalDate(),
                                world.random(NAME),
                                world.trace()),
                        new CardIssuer.Wires(
                                new WireEnd(slot, End.A),
                                new WireEnd(hsmLink, End.A),
                                new WireEnd(registryLink, End.A))),
                "card-issuer");
        new WireEnd(slot, End.A).attach(issuer, CardIssuer.SLOT, NAME);
        plugHsm(office.hsm(), hsmLink);
        plugHost(office.host(), registryLink);
        world.settle();
    }

    private ActorRef<Wire.Command> lay(String name, WireClass wireClass, Supplier<Splitter> splitter) {
        return world.wiring().lay(name, wireClass, Profile.DIRECT, splitter);
    }

    private void plugHsm(ActorRef<DeviceMessage> hsm, ActorRef<Wire.Command> link) {
        hsm.tell(new Hsm.Plug(HSM_PORT, new WireEnd(link, End.B)));
        new WireEnd(link, End.A).attach(issuer, CardIssuer.HSM, NAME);
        new WireEnd(link, End.B).attach(hsm, HSM_PORT, "HSM");
    }

    private void plugHost(ActorRef<DeviceMessage> host, ActorRef<Wire.Command> link) {
        host.tell(new Host.Plug(Host.REGISTRY, new WireEnd(link, End.B)));
        new WireEnd(link, End.A).attach(issuer, CardIssuer.REGISTRY, NAME);
        new WireEnd(link, End.B).attach(host, Host.REGISTRY, "host");
    }

    /** A card as its maker delivers it; {@code otherKey} for one that was meant for another issuer. */
    ActorRef<DeviceMessage> blankCard(String name, boolean otherKey) {
        byte[] serial = world.random("chip/" + name).bytes(SERIAL_BYTES);
        CipherKey master = otherKey ? world.vault().key("key/other-transport", null) : transportMaster;
        return world.grow(
                ManagerCard.blank(
                        new ManagerCard.Blank(name, serial, master.diversify(serial), world.trace(), world.witness())),
                name.replace(' ', '-'));
    }

    /** Puts a card into the slot. */
    public void insert(ActorRef<DeviceMessage> card, String name) {
        new WireEnd(slot, End.B).insert(card, ManagerCard.SLOT, name);
        world.settle();
    }

    /** Takes the card out of the slot, also in the middle of something; there may be none. */
    public void takeOut() {
        new WireEnd(slot, End.B).remove();
    }

    /** Has a card made of the blank one in the slot. */
    public void make(CardOrder order) {
        world.witness().born("card password", NAME, order.password().getBytes(StandardCharsets.US_ASCII));
        world.tell(issuer, new CardIssuer.Personalise(order));
    }

    /** The power goes, of the card in the slot too. */
    public void cutPower() {
        slot.tell(new Wire.SetDown(true));
        issuer.tell(new CardIssuer.PowerCut());
    }

    public void returnPower() {
        slot.tell(new Wire.SetDown(false));
        issuer.tell(new CardIssuer.PowerReturn());
        world.settle();
    }

    /** A piece for the card enters the slot's contacts as if the machine had sent it. */
    public void put(byte[] piece) {
        slot.tell(new Wire.Replay(End.A, piece));
        world.settle();
    }
}
