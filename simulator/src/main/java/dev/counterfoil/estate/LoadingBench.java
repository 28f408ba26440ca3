package dev.counterfoil.estate;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import dev.counterfoil.crypto.dukpt.DukptScheme;
import dev.counterfoil.loading.LoaderPc;
import dev.counterfoil.loading.LoadingPolicies;
import dev.counterfoil.loading.MotherPos;
import dev.counterfoil.pinpad.PinPad;
import dev.counterfoil.protocol.injection.Framing;
import dev.counterfoil.protocol.injection.InjectionOrder;
import dev.counterfoil.wire.DeviceMessage;
import dev.counterfoil.wire.End;
import dev.counterfoil.wire.Wire;
import dev.counterfoil.wire.WireClass;
import dev.counterfoil.wire.WireEnd;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal is loaded with in a guarded room: PC, mother POS, the cable between them and the one into the pad's
 * case.
 */
public final class LoadingBench {
    private static final int SERIAL_DIGITS = 20;
    private static final String SERIAL = "serial 115200";

    private final World world;
    private final Site site;
    private final ActorRef<Wire.Command> loaderCable;
    private final ActorRef<Wire.Command> injectionCable;
    private @Nullable ActorRef<DeviceMessage> pc;
    private @Nullable ActorRef<DeviceMessage> mother;
    private int setUps;

    LoadingBench(World world, Site site) {
        this.world = world;
        this.site = site;
        Framing framing = Framing.named(policies().text("mother.framing"));
        loaderCable = lay("loader cable of " + site.name(), Framing.FUTUREX);
        injectionCable = lay(injectionCable(), framing);
        WireEnd child = new WireEnd(injectionCable, End.B);
        ActorRef<DeviceMessage> pad = site.pad();
        if (realChild() != null) {
            world.surroundings().attach(world, realChild(), child, "child of " + site.name());
        } else if (pad != null) {
            child.insert(pad, PinPad.INJECTION, world.padName(site.name()));
        }
        setUp();
    }

    /** Address of a real device that takes the key, or null. */
    public @Nullable String realChild() {
        return world.live() ? spec().attached().child() : null;
    }

    /** Whether the loader's program is simulated and shows when it is done. */
    public boolean hasOurPc() {
        return realInjector() == null;
    }

    private @Nullable String realInjector() {
        return world.live() ? spec().attached().injector() : null;
    }

    private Estate.Terminal spec() {
        return world.plan().terminal(site.name()).spec();
    }

    private ActorRef<Wire.Command> lay(String name, Framing framing) {
        return world.wiring()
                .lay(name, WireClass.CEREMONY, world.wiring().profile(SERIAL), () -> framing.reader()::feed);
    }

    public String pcName() {
        return "loader PC of " + site.name();
    }

    public String motherName() {
        return "mother POS of " + site.name();
    }

    /** Name of the cable between mother POS and child. */
    public String injectionCable() {
        return "injection cable of " + site.name();
    }

    private LoadingPolicies policies() {
        Map<String, String> all = new TreeMap<>(world.plan().estate().loadingPolicies());
        all.putAll(world.plan().terminal(site.name()).loadingPolicies());
        return LoadingPolicies.of(all);
    }

    /** PC and mother POS as their policies are now, in place of those that stood there. */
    void setUp() {
        String injector = realInjector();
        if (injector == null) {
            setUpOurs();
        } else if (setUps++ == 0) {
            world.surroundings().attach(world, injector, new WireEnd(injectionCable, End.A), motherName());
            world.settle();
        }
    }

    private void setUpOurs() {
        LoadingPolicies policies = policies();
        boolean crossed = policies.text("mother.plugs").equals("crossed");
        setUps++;
        WireEnd fromPc = new WireEnd(loaderCable, End.B);
        WireEnd toChild = new WireEnd(injectionCable, End.A);
        pc = grow(
                "pc",
                LoaderPc.create(new LoaderPc.Config(
                        pcName(), new WireEnd(loaderCable, End.A), policies, world.clock()::now, world.trace())));
        mother = grow(
                "mother",
                MotherPos.create(new MotherPos.Config(
                        motherName(),
                        injectionCable(),
                        crossed ? toChild : fromPc,
                        crossed ? fromPc : toChild,
                        policies,
                        world.trace())));
        new WireEnd(loaderCable, End.A).attach(pc, LoaderPc.CABLE, pcName());
        fromPc.attach(mother, crossed ? MotherPos.CHILD : MotherPos.PC, motherName());
        toChild.attach(mother, crossed ? MotherPos.PC : MotherPos.CHILD, motherName());
        world.settle();
    }

    private ActorRef<DeviceMessage> grow(String what, Behavior<DeviceMessage> behavior) {
        return world.grow(behavior, what + "-" + site.name() + "-" + setUps);
    }

    /** The bank tells its host and its loader which key the terminal gets, and the loader's program is started. */
    public void start() {
        SiteBuilder builder = new SiteBuilder(world, world.vault(), site.name());
        DukptScheme dukpt = builder.dukpt();
        if (realInjector() != null) {
            startReal(builder.masterKey().kcv(), dukpt != null);
            return;
        }
        if (dukpt != null) {
            world.tell(Objects.requireNonNull(pc), initialKey(builder.newInitialKey(dukpt)));
            return;
        }
        site.tellHostOfMasterKey();
        world.tell(Objects.requireNonNull(pc), new LoaderPc.Start(builder.masterKey()));
    }

    private static LoaderPc.Start initialKey(Vault.DukptLoad load) {
        String ksn = load.ksn().toString();
        boolean aes = load.ksn().scheme() == DukptScheme.AES;
        return new LoaderPc.Start(
                load.initialKey(),
                aes ? InjectionOrder.DUKPT_AES : InjectionOrder.DUKPT_TDES,
                new InjectionOrder.Above(0, "0000", ksn.substring(0, SERIAL_DIGITS)));
    }

    /** Nobody can tell a real mother POS which key to load, so it has to have the one of the estate. */
    private void startReal(String checkValue, boolean dukpt) {
        if (dukpt || spec().keys().master() == null) {
            throw new Surroundings.DeviceAbsent(
                    "the real " + motherName() + " loads a key that the host has to know; give " + "terminals."
                            + site.name() + ".keys.master in the estate, under keyScheme = masterKey");
        }
        site.tellHostOfMasterKey();
        world.surroundings()
                .askOperator(
                        "load " + site.name() + " with the master key of check value " + checkValue
                                + " from the real mother POS",
                        0);
    }

    /** @param ofPc of the PC, else of the mother POS */
    public void cutPower(boolean ofPc) {
        world.tell(
                Objects.requireNonNull(ofPc ? pc : mother), ofPc ? new LoaderPc.PowerCut() : new MotherPos.PowerCut());
    }

    /** @param ofPc of the PC, else of the mother POS */
    public void returnPower(boolean ofPc) {
        world.tell(
                Objects.requireNonNull(ofPc ? pc : mother),
                ofPc ? new LoaderPc.PowerReturn() : new MotherPos.PowerReturn());
    }
}
