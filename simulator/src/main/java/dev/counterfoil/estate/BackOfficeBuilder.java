package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.NonceSource;
import dev.counterfoil.crypto.Pvv;
import dev.counterfoil.crypto.asymmetric.KeyAlgorithm;
import dev.counterfoil.crypto.asymmetric.TestKeys;
import dev.counterfoil.host.Host;
import dev.counterfoil.host.HostConfig;
import dev.counterfoil.host.HostPolicies;
import dev.counterfoil.host.download.OnlineDesk;
import dev.counterfoil.hsm.Hsm;
import dev.counterfoil.hsm.HsmEngine;
import dev.counterfoil.hsm.HsmPersonality;
import dev.counterfoil.hsm.VariantLmk;
import dev.counterfoil.network.Account;
import dev.counterfoil.network.Issuer;
import dev.counterfoil.network.IssuerPolicies;
import dev.counterfoil.network.Switch;
import dev.counterfoil.protocol.hostcommand.HostCommandReader;
import dev.counterfoil.store.Store;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Profile;
import dev.counterfoil.wire.Splitter;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Makes host, HSM, switch and issuer with their keys and wires. */
final class BackOfficeBuilder {
    private static final String ISSUER_ID = "63010000";
    private static final String CARD_MASTER_TYPE = "10E";
    private static final String ZPK_TYPE = "001";
    private static final String ZAK_TYPE = "008";
    private static final String PVK_TYPE = "002";
    private static final String PVK_INDEX = "1";
    private static final int PIN_KEY_INDEX = 1;
    private static final int ISSUER_TIMEOUT_MILLIS = 10_000;
    private static final long SALE_LIMIT_FEN = 5_000_000_00L;

    private final World world;
    private final Plan plan;
    private final Vault vault;
    private final CardMaker cards;

    BackOfficeBuilder(World world, Vault vault) {
        this.world = world;
        this.plan = world.plan();
        this.vault = vault;
        this.cards = new CardMaker(world, vault);
    }

    BackOffice build() {
        HsmEngine engine = engine("HSM", "hsm");
        HsmEngine issuerEngine = engine("issuer HSM", "issuer-hsm");
        CipherKey cardMaster = vault.key("key/card-master", null);
        CipherKey zpk = vault.key("key/zone-pin", null);
        CipherKey zak = vault.key("key/zone-mac", null);
        HostConfig.Keys hostKeys = new HostConfig.Keys(
                vault.form(engine, "HSM", CARD_MASTER_TYPE, cardMaster),
                vault.form(engine, "HSM", ZPK_TYPE, zpk),
                vault.form(engine, "HSM", ZAK_TYPE, zak));

        ActorRef<Wire.Command> hsmLink =
                link("HSM link", "hsm", WireClass.ENCLOSED, () -> new HostCommandReader()::feed);
        ActorRef<Wire.Command> issuerHsmLink =
                link("issuer HSM link", "issuer-hsm", WireClass.ENCLOSED, () -> new HostCommandReader()::feed);
        ActorRef<Wire.Command> switchLink = link("switch link", "switch", WireClass.OPEN, this::isoFrames);
        ActorRef<Wire.Command> issuerLink = link("issuer link", "issuer", WireClass.OPEN, this::isoFrames);

        ActorRef<DeviceMessage> hsm = world.grow(Hsm.create(new Hsm.Config("HSM", engine, world.trace())), "hsm");
        ActorRef<DeviceMessage> issuerHsm =
                world.grow(Hsm.create(new Hsm.Config("issuer HSM", issuerEngine, world.trace())), "issuer-hsm");
        ActorRef<DeviceMessage> host = world.grow(
                Host.create(hostConfig(hostKeys), new WireEnd(hsmLink, End.A), new WireEnd(switchLink, End.A)), "host");
        ActorRef<DeviceMessage> issuer = world.grow(
                Issuer.create(
                        issuerConfig(issuerEngine, zpk, zak),
                        new WireEnd(issuerLink, End.B),
                        new WireEnd(issuerHsmLink, End.A)),
                "issuer");
        ActorRef<DeviceMessage> exchange = world.grow(
                Switch.create(
                        new Switch.Config(
                                world.switchDialect(), List.of(new Switch.Route("", 1)), ISSUER_TIMEOUT_MILLIS),
                        Map.of(
                                Switch.ACQUIRER,
                                new WireEnd(switchLink, End.B),
                                Switch.FIRST_ISSUER,
                                new WireEnd(issuerLink, End.A))),
                "switch");

        connect(hsmLink, host, Host.HSM, "host", hsm, "HSM");
        connect(issuerHsmLink, issuer, Issuer.HSM, "issuer", issuerHsm, "issuer HSM");
        join(switchLink, host, Host.SWITCH, "host", exchange, Switch.ACQUIRER, "switch");
        join(issuerLink, exchange, Switch.FIRST_ISSUER, "switch", issuer, Issuer.SWITCH, "issuer");
        world.settle();
        return new BackOffice(
                host,
                hsm,
                exchange,
                issuer,
                issuerHsm,
                hsmLink,
                switchLink,
                issuerLink,
                new HostKeys(engine, cardMaster));
    }

    private HsmEngine engine(String name, String stream) {
        HsmEngine engine =
                new HsmEngine(HsmPersonality.payShield10k(), VariantLmk.testSet(), nonces(stream + "/random"));
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            engine.hold(OnlineDesk.indexOf(algorithm), TestKeys.HOST.of(algorithm));
        }
        new Hsm.Config(name, engine, world.trace()).announceKeys(world.witness());
        return engine;
    }

    private NonceSource nonces(String stream) {
        RandomStream random = world.random(stream);
        return target -> System.arraycopy(random.bytes(target.length), 0, target, 0, target.length);
    }

    private HostConfig hostConfig(HostConfig.Keys keys) {
        Store store = world.newStore("host");
        plan.estate().managerCards().keySet().forEach(name -> cards.entry(name).provision(store));
        HostPolicies policies = HostPolicies.usual();
        for (Map.Entry<String, String> policy : plan.hostPolicies().entrySet()) {
            policies = policies.with(policy.getKey(), policy.getValue());
        }
        return new HostConfig(
                "host",
                world.lineDialect(),
                world.switchDialect(),
                policies,
                plan.estate().acquirer().id(),
                keys,
                store,
                world.random("host"),
                world.clock(),
                world.trace());
    }

    private Issuer.Config issuerConfig(HsmEngine engine, CipherKey zpk, CipherKey zak) {
        CipherKey pvk = vault.key("key/pin-verification", null);
        Store store = world.newStore("issuer");
        plan.estate()
                .cards()
                .keySet()
                .forEach(name -> account(plan.card(name), pvk).provision(store));
        IssuerPolicies policies = IssuerPolicies.usual();
        for (Map.Entry<String, String> policy : plan.issuerPolicies().entrySet()) {
            policies = policies.with(policy.getKey(), policy.getValue());
        }
        return new Issuer.Config(
                "issuer",
                world.switchDialect(),
                ISSUER_ID,
                policies,
                vault.form(engine, "issuer HSM", ZPK_TYPE, zpk),
                vault.form(engine, "issuer HSM", ZAK_TYPE, zak),
                vault.form(engine, "issuer HSM", PVK_TYPE, pvk),
                store,
                world.clock(),
                world.trace());
    }

    private static Account account(Plan.CardPlan card, CipherKey pvk) {
        Estate.Card spec = card.spec();
        String pvv = Pvv.generate(pvk, spec.pan(), PIN_KEY_INDEX, card.pin());
        return Account.good(
                        "card " + spec.key(),
                        new Account.Stripe(spec.pan(), spec.expiry(), spec.serviceCode()),
                        card.balanceFen(),
                        SALE_LIMIT_FEN,
                        new Account.Pin(PVK_INDEX, pvv))
                .with(stateOf(card.state()))
                .declined(card.declines());
    }

    static Account.State stateOf(String words) {
        for (Account.State state : Account.State.values()) {
            if (state.words().equals(words)) {
                return state;
            }
        }
        throw new EstateProblem("no issuer holds a card as " + words);
    }

    private Splitter isoFrames() {
        return world.switchDialect().frameReader()::feed;
    }

    private ActorRef<Wire.Command> link(String name, String profile, WireClass wireClass, Supplier<Splitter> splitter) {
        String profileName = Objects.requireNonNullElse(plan.estate().profiles().get(profile), Profile.DIRECT.name());
        return world.wiring().lay(name, wireClass, alwaysOpen(Profile.named(profileName)), splitter);
    }

    /** Links of the back office are leased: nobody dials. */
    private static Profile alwaysOpen(Profile profile) {
        return new Profile(
                profile.name(), 0, profile.latencyMillis(), profile.jitterMillis(), profile.bytesPerSecond(), false);
    }

    private static void connect(
            ActorRef<Wire.Command> link,
            ActorRef<DeviceMessage> owner,
            int port,
            String ownerName,
            ActorRef<DeviceMessage> hsm,
            String hsmName) {
        hsm.tell(new Hsm.Plug(0, new WireEnd(link, End.B)));
        join(link, owner, port, ownerName, hsm, 0, hsmName);
    }

    private static void join(
            ActorRef<Wire.Command> link,
            ActorRef<DeviceMessage> a,
            int portA,
            String nameA,
            ActorRef<DeviceMessage> b,
            int portB,
            String nameB) {
        new WireEnd(link, End.A).attach(a, portA, nameA);
        new WireEnd(link, End.B).attach(b, portB, nameB);
    }
}
