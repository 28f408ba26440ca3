package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.codec.Hex;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.crypto.OddParity;
import dev.counterfoil.crypto.WorkingKeys;
import dev.counterfoil.crypto.dukpt.DukptScheme;
import dev.counterfoil.host.Host;
import dev.counterfoil.host.TerminalEntry;
import dev.counterfoil.host.keys.KeySerial;
import dev.counterfoil.hsm.HsmEngine;
import dev.counterfoil.pinpad.PinPad;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.protocol.padlink.PadFrameReader;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.terminal.Identity;
import dev.counterfoil.terminal.Memory;
import dev.counterfoil.terminal.Setup;
import dev.counterfoil.terminal.Terminal;
import dev.counterfoil.terminal.TerminalState;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes one terminal with its pad, its wires and its place at the host. */
final class SiteBuilder {
    private static final String CERTIFICATE = "3060";
    private static final String TMK_TYPE = "002";
    private static final String CHIP_KEY_TYPE = "002";
    private static final int CHIP_KEY_BYTES = 16;
    private static final String TPK_TYPE = "002";
    private static final String TAK_TYPE = "003";
    /** F60.3 of a sign-in that brings keys of 8 bytes, and of one that brings a track key too. */
    private static final String SINGLE_LENGTH_KEYS = "001";

    private static final Set<String> WITH_TRACK_KEY = Set.of("004", "006");
    private static final int SINGLE_BYTES = 8;
    private static final String TDK_TYPE = "30B";
    private static final Map<String, String> STOLEN_NUMBERS = Map.of(
            "keyScheme", "masterKey",
            "voidWithoutJournal", "true",
            "checkAnswerMac", "false",
            "mac.makes", "false",
            "autoSignIn", "false");

    private final World world;
    private final Vault vault;
    private final Plan.TerminalPlan plan;
    private final String name;
    private final String owner;
    private final String pad;
    private final Manners manners;
    private final boolean loaded;
    private final boolean signedIn;
    private final @Nullable DukptScheme dukpt;
    private final CipherKey master;
    private final CipherKey padMaster;
    private final RandomStream padRandom;
    private final CipherKey chipKey;
    private final CipherKey pin;
    private final CipherKey mac;
    private final @Nullable CipherKey track;

    SiteBuilder(World world, Vault vault, String name) {
        this.world = world;
        this.vault = vault;
        this.name = name;
        this.plan = world.plan().terminal(name);
        this.pad = world.padName(name);
        this.manners = world.manners(policies());
        this.loaded = !plan.starts().equals("unloaded");
        this.dukpt = manners.dukpt();
        this.signedIn = plan.starts().equals("signed-in") && dukpt == null;
        String original = plan.cloneOf();
        this.owner = original != null && plan.copiedKeys() ? original : name;
        Estate.TestKeys given = world.plan().terminal(owner).spec().keys();
        String asked = manners.policies().text("signInKeys");
        CipherKind kind = manners.policies().sm4Keys() ? CipherKind.SM4 : CipherKind.TDES;
        this.master = vault.key("key/" + owner + "/master", kind, 2 * SINGLE_BYTES, given.master());
        this.padMaster = plan.otherMasterKey() == null ? master : vault.key("", plan.otherMasterKey());
        this.padRandom = world.random("pad/" + name);
        this.chipKey = CipherKey.of(CipherKind.TDES, OddParity.set(padRandom.bytes(CHIP_KEY_BYTES)));
        int pinBytes = asked.equals(SINGLE_LENGTH_KEYS) ? SINGLE_BYTES : 2 * SINGLE_BYTES;
        int macBytes = kind == CipherKind.SM4
                ? pinBytes
                : Math.min(pinBytes, world.lineDialect().makBytes());
        this.pin = vault.key("key/" + owner + "/pin", kind, pinBytes, given.pin());
        this.mac = vault.key("key/" + owner + "/mac", kind, macBytes, given.mac());
        this.track = WITH_TRACK_KEY.contains(asked)
                ? vault.key("key/" + owner + "/track", kind, 2 * SINGLE_BYTES, given.track())
                : null;
    }

    /**
     * Puts the terminal into the host's table; nothing is made that would speak for it.
     *
     * @return what it starts with, by check value; empty for nothing
     */
    String registerOnly() {
        manners.checkKeys(name, world.lineDialect());
        register(world.backOffice().host());
        if (!loaded) {
            return "";
        } else if (dukpt == null) {
            return "master key of " + name + ": check value " + master.kcv();
        } else if (plan.spec().keys().bdk() == null) {
            throw new EstateProblem("terminal " + name + " is under DUKPT, and its initial key cannot be told to a"
                    + " terminal of your own; give keys.bdk and keys.ksn, from which yours was made");
        }
        KeySerial serial = firstInitialKey(dukpt).serial();
        return "base derivation key of " + name + ": check value " + serial.checkValue() + ", next KSN above "
                + serial.last();
    }

    /** The key that the bank has for this terminal, and what its host is to know of it. */
    CipherKey masterKey() {
        return master.copy();
    }

    TerminalEntry.MasterKey masterKeyForHost() {
        HsmEngine engine = world.backOffice().keys().engine();
        return new TerminalEntry.MasterKey(vault.form(engine, "HSM", TMK_TYPE, master), master.kcv());
    }

    /** What comes to the bank's loader for this terminal; the host is told the same. */
    Vault.DukptLoad newInitialKey(DukptScheme scheme) {
        return toldToHost(vault.dukptLoad(scheme, world.backOffice().keys().engine()));
    }

    /** What the terminal has from the start; nobody tells the host of a copy. */
    private Vault.DukptLoad firstInitialKey(DukptScheme scheme) {
        Vault.DukptLoad load = vault.firstLoad(
                owner,
                scheme,
                world.plan().terminal(owner).spec().keys(),
                world.backOffice().keys().engine());
        return owner.equals(name) ? toldToHost(load) : load;
    }

    private Vault.DukptLoad toldToHost(Vault.DukptLoad load) {
        world.tell(world.backOffice().host(), new Host.SetKeySerial(name, load.serial()));
        return load;
    }

    /** How keys are drawn for each transaction; null where a master key is loaded. */
    @Nullable
    DukptScheme dukpt() {
        return dukpt;
    }

    Site build(int hostPort) {
        manners.checkKeys(name, world.lineDialect());
        MemoryStore store = new MemoryStore();
        MemoryStore padStore = new MemoryStore();
        TerminalState state =
                TerminalState.valueOf(plan.starts().toUpperCase(Locale.ROOT).replace('-', '_'));
        Memory.prepare(store, state, padMaster.kcv(), plan.batch(), plan.trace());
        Dialect dialect = world.lineDialect();
        ActorRef<Wire.Command> line = world.wiring()
                .layToSite(
                        Site.LINE + name,
                        WireClass.OPEN,
                        world.wiring().profile(plan.spec().line()),
                        () -> dialect.frameReader()::feed);
        ActorRef<Wire.Command> cable = world.wiring()
                .layToSite(
                        Site.PAD_CABLE + name,
                        WireClass.ENCLOSED,
                        world.wiring().profile(plan.spec().padCable()),
                        () -> new PadFrameReader()::feed);

        registerAtHost(line, hostPort);
        ActorRef<DeviceMessage> padActor = plan.realPad() ? null : growPad(cable, padStore);
        if (padActor != null && plan.cloneOf() == null) {
            provision();
        }
        ActorRef<DeviceMessage> terminal = world.grow(
                Terminal.create(new Terminal.Config(
                        setup(), new WireEnd(line, End.A), new WireEnd(cable, End.A), store, world.trace())),
                name);
        new WireEnd(line, End.A).attach(terminal, Terminal.LINE, name);
        new WireEnd(cable, End.A).attach(terminal, Terminal.PAD, name);
        if (padActor == null) {
            world.attachRealPad(name, cable);
        }
        world.settle();
        return new Site(world, name, terminal, padActor, line, cable, store, padStore);
    }

    ActorRef<DeviceMessage> growPad(ActorRef<Wire.Command> cable, MemoryStore padStore) {
        ActorRef<DeviceMessage> actor = world.grow(
                PinPad.create(new PinPad.Config(
                        pad,
                        name,
                        plan.spec().padSerial(),
                        chipKey,
                        plan.spec().serial(),
                        manners.pad(),
                        new WireEnd(cable, End.B),
                        padStore,
                        padRandom,
                        world.trace(),
                        world.witness())),
                "pad-" + name);
        new WireEnd(cable, End.B).attach(actor, PinPad.CABLE, pad);
        if (loaded && dukpt != null) {
            Vault.DukptLoad load = firstInitialKey(dukpt);
            actor.tell(new PinPad.ProvisionDukpt(load.initialKey(), load.ksn().withCounter(manners.firstCounter())));
        } else if (loaded) {
            actor.tell(new PinPad.Provision(padMaster, signedIn ? new WorkingKeys.Good(pin, mac, track) : null));
        }
        if (plan.damagedKeySlot()) {
            actor.tell(new PinPad.DamageMasterKey());
        }
        return actor;
    }

    /** The bank has the pair that the factory wrote into the chip: the host is told, the key under the LMK. */
    private void provision() {
        String form = vault.form(world.backOffice().keys().engine(), "HSM", CHIP_KEY_TYPE, chipKey);
        TerminalEntry.MasterKey key = new TerminalEntry.MasterKey(form, chipKey.kcv());
        world.tell(
                world.backOffice().host(),
                new Host.Provision(plan.spec().id(), plan.spec().padSerial(), key));
    }

    private Setup setup() {
        return new Setup(
                name, identity(), manners.policies(), world.lineDialect(), manners.recipes(), world.clock()::now);
    }

    private Map<String, String> policies() {
        Map<String, String> merged = new TreeMap<>(world.plan().estate().terminalPolicies());
        if (plan.cloneOf() != null && !plan.copiedKeys()) {
            merged.putAll(STOLEN_NUMBERS);
        }
        merged.putAll(plan.policies());
        return merged;
    }

    private Identity identity() {
        Estate estate = world.plan().estate();
        Estate.Terminal shown = numbers();
        Estate.Merchant merchant = merchant(shown);
        return new Identity(
                shown.id(),
                merchant.id(),
                merchant.name(),
                plan.spec().serial(),
                manners.policies().text("certificate"),
                estate.acquirer().tpdu(),
                estate.acquirer().header());
    }

    /** The terminal whose numbers it sends: its own, or those on the receipt of another. */
    private Estate.Terminal numbers() {
        String original = plan.cloneOf();
        return original == null ? plan.spec() : world.plan().terminal(original).spec();
    }

    private Estate.Merchant merchant(Estate.Terminal terminal) {
        Estate.Merchant merchant = world.plan().estate().merchants().get(terminal.merchant());
        if (merchant == null) {
            throw new EstateProblem("terminal " + name + " belongs to merchant '" + terminal.merchant()
                    + "', which the estate does not have");
        }
        return merchant;
    }

    private void registerAtHost(ActorRef<Wire.Command> line, int hostPort) {
        ActorRef<DeviceMessage> host = world.backOffice().host();
        if (plan.fakeHost()) {
            world.impostors().fakeHost(name, line);
            register(host);
            return;
        }
        if (plan.cloneOf() == null) {
            register(host);
        }
        WireEnd end = new WireEnd(plan.tapped() ? world.impostors().tap(name, line) : line, End.B);
        host.tell(new Host.Plug(hostPort, end));
        end.attach(host, hostPort, "host");
    }

    private void register(ActorRef<DeviceMessage> host) {
        host.tell(new Host.Register(entry()));
        if (plan.workOrder()) {
            host.tell(new Host.SetPermit(name, true));
        }
    }

    private TerminalEntry entry() {
        Estate.Merchant merchant = merchant(plan.spec());
        TerminalEntry.Identity who = new TerminalEntry.Identity(
                name,
                plan.spec().id(),
                merchant.id(),
                merchant.name(),
                plan.spec().serial(),
                CERTIFICATE,
                "");
        TerminalEntry entry = TerminalEntry.inService(who, plan.batch()).with(registration(plan.registration()));
        HsmEngine engine = world.backOffice().keys().engine();
        if (loaded && dukpt == null) {
            entry = entry.with(masterKeyForHost());
        }
        return signedIn
                ? entry.with(new TerminalEntry.WorkingKeySet(
                        manners.policies().sm4Keys(),
                        working(engine, TPK_TYPE, pin),
                        working(engine, TAK_TYPE, mac),
                        track == null ? TerminalEntry.WorkingKey.NONE : working(engine, TDK_TYPE, track),
                        world.clock().now()))
                : entry;
    }

    private TerminalEntry.WorkingKey working(HsmEngine engine, String type, CipherKey key) {
        String posForm = Hex.of(master.wrap(key));
        return new TerminalEntry.WorkingKey(posForm, vault.form(engine, "HSM", type, key), key.kcv());
    }

    static TerminalEntry.Registration registration(String words) {
        for (TerminalEntry.Registration registration : TerminalEntry.Registration.values()) {
            if (registration.words().equals(words)) {
                return registration;
            }
        }
        throw new EstateProblem("no host holds a terminal as " + words);
    }
}
