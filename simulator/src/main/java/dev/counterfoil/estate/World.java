package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.clock.RandomStream;
import dev.counterfoil.clock.RandomStreams;
import dev.counterfoil.clock.TurnLoop;
import dev.counterfoil.clock.WorldClock;
import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.Witness;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Finding;
import dev.counterfoil.evidence.Invariants;
import dev.counterfoil.evidence.OpenWires;
import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.protocol.iso8583.Dialect;
import dev.counterfoil.store.MemoryStore;
import dev.counterfoil.trace.Digest;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One estate on one clock with one trace. What a scenario arranges goes into the {@link Plan}; actors are made when
 * somebody first acts, and terminals when they are first needed.
 */
public final class World implements AutoCloseable {
    private static final long END_LIMIT_NANOS = 60_000_000_000L;
    private static final int FIRST_LINE = 100;

    private final LoopSystem system;
    private final Surroundings surroundings;
    private final Plan plan;
    private final RandomStreams streams;
    private final WorldClock clock;
    private final Trace trace;
    private final Digest digest = new Digest();
    private final Dialect lineDialect;
    private final Dialect switchDialect = Dialect.named("iso87-binary");
    private final Evidence evidence;
    private final Witness witness;
    private final Vault vault;
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final Map<String, LoadingBench> benches = new LinkedHashMap<>();
    private final Wires wires = new Wires(this);
    private final Impostors impostors = new Impostors(this);
    private final Map<String, MemoryStore> stores = new HashMap<>();
    private final Map<Map<String, String>, Manners> manners = new HashMap<>();
    private final Set<String> declared = new LinkedHashSet<>();
    private final ActorRef<Ground.Command> ground;
    private final long seed;
    private @Nullable BackOffice backOffice;
    private @Nullable IssuingBench issuing;
    private @Nullable Throwable bug;

    public World(LoopSystem system, Estate estate, long seed, Surroundings surroundings) {
        this.system = system;
        this.surroundings = surroundings;
        this.seed = seed;
        this.plan = new Plan(estate, system.loop().mode() == TurnLoop.Mode.LIVE);
        this.streams = new RandomStreams(seed);
        this.clock = new WorldClock(
                system.loop(), estate.start().atZone(estate.zone()).toInstant(), estate.zone());
        this.trace = new Trace(clock::nanos);
        this.lineDialect =
                Dialect.named(estate.dialect().name()).with(estate.dialect().switches());
        this.evidence = new Evidence(lineDialect, switchDialect);
        this.witness = new Witness(seed);
        this.vault = new Vault(streams, witness, trace);
        if (surroundings.keepsEvidence()) {
            trace.listen(digest);
            trace.listen(evidence);
        }
        this.ground = system.grow(Ground.create(cause -> bug = cause), "world-" + surroundings.nextNumber());
    }

    /** A world like this one of another estate, with nothing in it yet. */
    public World of(Estate estate) {
        return new World(system, estate, seed, surroundings);
    }

    public Plan plan() {
        return plan;
    }

    public long seed() {
        return seed;
    }

    public WorldClock clock() {
        return clock;
    }

    public Trace trace() {
        return trace;
    }

    public Evidence evidence() {
        return evidence;
    }

    public Witness witness() {
        return witness;
    }

    /** The random stream of a name. */
    public RandomStream random(String name) {
        return streams.fork(name);
    }

    public Dialect lineDialect() {
        return lineDialect;
    }

    public Dialect switchDialect() {
        return switchDialect;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    TurnLoop loop() {
        return system.loop();
    }

    Vault vault() {
        return vault;
    }

    public boolean live() {
        return system.loop().mode() == TurnLoop.Mode.LIVE;
    }

    /** SHA-256 of everything that has happened so far. */
    public byte[] digest() {
        return digest.value();
    }

    /** Whether anything has been made yet: what is arranged from now on has to reach actors. */
    public boolean built() {
        return backOffice != null;
    }

    /** Makes what is not made yet: the back office and every terminal that was named. */
    public void build() {
        backOffice();
        plan.named().forEach(this::site);
    }

    public BackOfficeDoors doors() {
        return new BackOfficeDoors(backOffice());
    }

    BackOffice backOffice() {
        BackOffice made = backOffice;
        if (made == null) {
            clock.set(plan.start());
            made = new BackOfficeBuilder(this, vault).build();
            backOffice = made;
        }
        return made;
    }

    /** The place of a terminal, made when it is not there yet. */
    public Site site(String terminal) {
        Site site = sites.get(terminal);
        if (site == null) {
            backOffice();
            String name = plan.terminal(terminal).spec().key();
            site = new SiteBuilder(this, vault, name).build(FIRST_LINE + sites.size());
            sites.put(name, site);
        }
        return site;
    }

    /** What terminals with these policies have in common. */
    Manners manners(Map<String, String> policies) {
        return manners.computeIfAbsent(policies, Manners::of);
    }

    /** Loader, mother POS and their cables at a terminal, made when somebody first comes with them. */
    public LoadingBench loading(String terminal) {
        Site site = site(terminal);
        return benches.computeIfAbsent(site.name(), name -> new LoadingBench(this, site));
    }

    /** The card issuer, made when it is first needed. */
    public IssuingBench issuing() {
        IssuingBench made = issuing == null ? new IssuingBench(this) : issuing;
        issuing = made;
        return made;
    }

    /** The policies of a loader have changed: what stands there already is set up anew. */
    public void changeLoading(String terminal) {
        LoadingBench bench = benches.get(terminal);
        if (bench != null) {
            bench.setUp();
        }
    }

    /** Whether a terminal has been made. */
    public boolean hasSite(String terminal) {
        return sites.containsKey(terminal);
    }

    /** The place of a terminal, null while it has not been made. */
    @Nullable
    Site siteSoFar(String terminal) {
        return sites.get(terminal);
    }

    public Collection<Site> sites() {
        return sites.values();
    }

    /**
     * A wire by its name, such as {@code line of T1}.
     *
     * @throws EstateProblem if there is none
     */
    public ActorRef<Wire.Command> wire(String name) {
        return wires.named(name);
    }

    public Collection<ActorRef<Wire.Command>> wires() {
        return wires.all();
    }

    Wires wiring() {
        return wires;
    }

    /** Makes an actor that ends with this world. */
    public <T> ActorRef<T> grow(Behavior<T> behavior, String name) {
        List<ActorRef<T>> grown = new ArrayList<>(1);
        ground.tell(new Ground.Grow<>(behavior, name, grown::add));
        settle();
        if (grown.isEmpty()) {
            throw new IllegalStateException("cannot make " + name);
        }
        return grown.get(0);
    }

    /** Makes a card: a manager's with its key, or a cardholder's with its stripe; the host's registry hears of it. */
    public ActorRef<DeviceMessage> growCard(String name, String key, boolean managers) {
        CardMaker maker = new CardMaker(this, vault);
        return managers ? maker.managerCard(name, key) : maker.paymentCard(name, key);
    }

    /** Changes how the registry holds a manager card. */
    public void registerCard(String key, ManagerCard.State state) {
        new CardMaker(this, vault).register(key, state);
    }

    /** The store of a device or party, by its name in the trace. */
    public MemoryStore storeOf(String owner) {
        return Stream.concat(
                        Stream.ofNullable(stores.get(owner)),
                        sites.values().stream().flatMap(site -> Stream.ofNullable(site.storeOf(owner))))
                .findFirst()
                .orElseThrow(() -> new EstateProblem(owner + " has no store that a power cut could strike"));
    }

    /** A store for a party of the back office. */
    MemoryStore newStore(String owner) {
        MemoryStore store = new MemoryStore();
        stores.put(owner, store);
        return store;
    }

    /** Lets something happen at this instant, after what is happening now. */
    public void soon(Runnable turn) {
        system.loop().soon(turn);
    }

    /** Makes the MACs of messages anew. */
    public MacJudge macs() {
        return new MacJudge(this);
    }

    Impostors impostors() {
        return impostors;
    }

    /**
     * The thief on a terminal's line.
     *
     * @throws EstateProblem if there is none
     */
    public ActorRef<DeviceMessage> thief(String terminal) {
        return impostors.thief(terminal);
    }

    /** What a manager card's key makes of a random number, as the HSM would have it. */
    public byte[] underCardKey(String cardNumber, byte[] random) {
        CipherKey master = backOffice().keys().cardMaster();
        return master.diversify(CipherKey.cardData(cardNumber)).encryptEcb(random);
    }

    /** A key that a thief has made for himself. */
    public CipherKey keyOfThief(String terminal) {
        return vault.key("key/" + terminal + "/thief", null);
    }

    void attachRealPad(String terminal, ActorRef<Wire.Command> cable) {
        surroundings.attachPad(this, plan.terminal(terminal).spec(), cable, padName(terminal));
    }

    /** Name of a pad in the trace; a pad that is not named by its terminal keeps its name. */
    public String padName(String name) {
        return name.startsWith("T") ? "pad of " + name : "pad " + name;
    }

    /** Hands a command to a device. */
    public void tell(ActorRef<DeviceMessage> device, DeviceMessage command) {
        device.tell(command);
        settle();
    }

    /** Lets happen what happens at this instant. */
    public void settle() {
        system.loop().drain();
        checkForBugs();
    }

    /** Runs until the goal holds or this much time has passed. */
    public boolean await(BooleanSupplier goal, long limitNanos) {
        build();
        boolean reached = system.loop().runUntil(() -> bug != null || goal.getAsBoolean(), limitNanos);
        checkForBugs();
        return reached;
    }

    /** Nothing is left to happen. */
    public boolean atRest() {
        return system.loop().atRest();
    }

    private void checkForBugs() {
        if (bug != null) {
            throw new IllegalStateException("a bug in a model, under seed " + Long.toHexString(seed) + ": " + bug, bug);
        }
    }

    /** From now on a broken invariant of this name is what the scenario means to show. */
    public void declare(String invariant) {
        declared.add(invariant);
    }

    public Set<String> declared() {
        return declared;
    }

    /** What is broken by now. */
    public List<Finding> findings() {
        return Invariants.of(evidence, openWires());
    }

    /** What crossed wires in clear. */
    public OpenWires openWires() {
        return new OpenWires(evidence, witness, wires.open());
    }

    /** Puts on record what crossed the wires that are not open. */
    public List<OpenWires.Exposed> recordExposures() {
        List<OpenWires.Exposed> exposures = openWires().exposures();
        exposures.forEach(exposed -> trace.emit(
                exposed.message().wire(),
                new WireEvents.Exposure(
                        exposed.message().id(),
                        exposed.secret(),
                        exposed.sighting().label())));
        return exposures;
    }

    /** Ends every actor of this world and drops what was still to come. */
    @Override
    public void close() {
        ground.tell(new Ground.End());
        system.loop().runUntil(() -> true, END_LIMIT_NANOS);
        system.loop().sweep();
    }
}
