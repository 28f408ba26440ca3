package dev.counterfoil.stage;

import dev.counterfoil.crypto.CipherKey;
import dev.counterfoil.crypto.CipherKind;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.Plan;
import dev.counterfoil.estate.World;
import dev.counterfoil.host.Host;
import dev.counterfoil.host.HostPolicies;
import dev.counterfoil.host.ManagerCard;
import dev.counterfoil.host.TerminalEntry;
import dev.counterfoil.loading.LoadingPolicies;
import dev.counterfoil.network.Account;
import dev.counterfoil.network.Issuer;
import dev.counterfoil.network.IssuerPolicies;
import dev.counterfoil.terminal.TerminalPolicies;
import dev.counterfoil.verb.ref.ActorRef;
import dev.counterfoil.verb.ref.CardRef;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.LoadingRef;
import dev.counterfoil.verb.ref.Money;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.PartyRef;
import dev.counterfoil.verb.ref.Profile;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.WireRef;
import dev.counterfoil.verb.word.CardState;
import dev.counterfoil.verb.word.HostCheck;
import dev.counterfoil.verb.word.Registration;
import dev.counterfoil.verb.word.TerminalState;
import dev.counterfoil.wire.Wire;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Sets up what is true at the start; some of it can also be changed later. */
public final class Arranging {
    private static final Map<HostCheck, String> CHECKS = Map.of(
            HostCheck.MAC, "checkMac",
            HostCheck.SERIAL_NUMBER, "checkSerialNumber",
            HostCheck.SITE, "checkSite",
            HostCheck.CERTIFICATE, "checkCertificate",
            HostCheck.ORIGINAL, "checkOriginal",
            HostCheck.TRACE_NUMBER, "checkTraceNumber");
    private static final List<String> KEY_LENGTHS = List.of("16", "32", "48");

    private final Stage stage;
    private final World world;

    Arranging(Stage stage) {
        this.stage = stage;
        this.world = stage.world();
    }

    private Plan.TerminalPlan terminal(TerminalRef ref) {
        stage.terminalOf(ref);
        if (world.hasSite(ref.name())) {
            throw new EstateProblem(
                    ref.name() + " is at work already; what it starts with has to be said before somebody acts on it");
        }
        return world.plan().terminal(ref.name());
    }

    private void beforeAnythingIsBuilt(String what) {
        if (world.built()) {
            throw new EstateProblem(what + " has to be said before anybody acts");
        }
    }

    public void estate(String name) {
        stage.moveTo(world.surroundings().estate(name));
    }

    public void starts(TerminalRef ref, TerminalState state) {
        terminal(ref).starts(state.english());
    }

    public void counters(TerminalRef ref, String batch, String trace) {
        terminal(ref).counters(batch, trace);
    }

    /** A test key of the estate, found by its check value; the host keeps the key it has. */
    public void masterKey(TerminalRef ref, String checkValue) {
        String hex = world.plan().estate().testKeys().stream()
                .filter(key -> KEY_LENGTHS.contains(String.valueOf(key.length())))
                .filter(key -> CipherKey.ofHex(CipherKind.TDES, key).kcv(8).startsWith(checkValue))
                .findFirst()
                .orElseThrow(() -> new EstateProblem("the estate has no test key with check value " + checkValue));
        terminal(ref).otherMasterKey(hex);
    }

    public void cloneOf(TerminalRef ref, TerminalRef original) {
        terminal(ref).cloneOf(original.name());
    }

    public void cloneWithKeys(TerminalRef ref, TerminalRef original) {
        cloneOf(ref, original);
        terminal(ref).copyKeys();
    }

    /** One policy of an actor. */
    public void policy(ActorRef actor, String setting, String value) {
        requirePolicy(actor, setting, value);
        if (actor instanceof TerminalRef ref) {
            terminal(ref).policy(setting, value);
        } else if (actor instanceof PadRef ref) {
            terminal(new TerminalRef(ref.name())).policy(setting, value);
        } else if (actor instanceof LoadingRef ref) {
            loadingPolicy(ref, setting, value);
        } else if (((PartyRef) actor).party() == PartyRef.Party.HOST) {
            hostPolicy(setting, value);
        } else {
            world.plan().issuerPolicies().put(setting, value);
            if (world.built()) {
                world.tell(world.doors().issuer(), new Issuer.SetPolicy(setting, value));
            }
        }
    }

    /**
     * Checks that an actor has such a policy, with such a value.
     *
     * @throws IllegalArgumentException if it has not
     */
    public static void requirePolicy(ActorRef actor, String setting, String value) {
        PartyRef.Party party = actor instanceof PartyRef ref ? ref.party() : null;
        if (actor instanceof LoadingRef) {
            LoadingPolicies.usual().with(setting, value);
        } else if (party == null) {
            TerminalPolicies.DEFAULT.with(setting, value);
        } else if (party == PartyRef.Party.HOST) {
            HostPolicies.usual().with(setting, value);
        } else if (party == PartyRef.Party.ISSUER) {
            IssuerPolicies.usual().with(setting, value);
        } else {
            throw new IllegalArgumentException(((PartyRef) actor).english() + " follows no policies");
        }
    }

    public void weaken(HostCheck check) {
        hostPolicy(String.valueOf(CHECKS.get(check)), "false");
    }

    private void loadingPolicy(LoadingRef ref, String setting, String value) {
        world.plan().terminal(stage.terminalOf(ref.terminal())).loadingPolicy(setting, value);
        world.changeLoading(stage.terminalOf(ref.terminal()));
    }

    private void hostPolicy(String setting, String value) {
        world.plan().hostPolicies().put(setting, value);
        if (world.built()) {
            world.tell(world.doors().host(), new Host.SetPolicy(setting, value));
        }
    }

    public void register(TerminalRef ref, Registration registration) {
        if (world.hasSite(ref.name())) {
            TerminalEntry.Registration now = TerminalEntry.Registration.valueOf(registration.name());
            world.tell(world.doors().host(), new Host.SetRegistration(ref.name(), now));
        } else {
            terminal(ref).registration(registration.english());
        }
    }

    public void date(LocalDate date, LocalTime time) {
        beforeAnythingIsBuilt("the date");
        world.plan().start(date.atTime(time));
    }

    public void pin(CardRef card, String digits) {
        beforeAnythingIsBuilt("a PIN");
        world.plan().card(card.name()).pin(digits);
    }

    public void balance(CardRef card, Money money) {
        world.plan().card(card.name()).balanceFen(money.fen());
        if (world.built()) {
            world.tell(world.doors().issuer(), new Issuer.SetBalance(card.english(), money.fen()));
        }
    }

    public void markCard(CardRef card, CardState state) {
        world.plan().card(card.name()).state(state.english());
        if (world.built()) {
            world.tell(
                    world.doors().issuer(), new Issuer.MarkCard(card.english(), Account.State.valueOf(state.name())));
        }
    }

    public void issuerDeclines(CardRef card, String code) {
        world.plan().card(card.name()).declines(code);
        if (world.built()) {
            world.tell(world.doors().issuer(), new Issuer.Decline(card.english(), code));
        }
    }

    public void mistypes(CardRef card, int times) {
        stage.cast().habit(card).mistype(times);
    }

    public void skipsPin(CardRef card) {
        stage.cast().habit(card).skipNext();
    }

    public void personalise(CardRef card, String password, int tries) {
        world.plan().managerCard(card.name()).personalise(password, tries);
    }

    public void registerCard(CardRef card, CardState state) {
        world.plan().managerCard(card.name()).state(state.english());
        if (world.built()) {
            world.registerCard(card.name(), ManagerCard.State.valueOf(state.name()));
        }
    }

    public void wrongCardKey(CardRef card) {
        world.plan().managerCard(card.name()).useOtherKey();
    }

    public void workOrder(TerminalRef ref) {
        if (world.hasSite(ref.name())) {
            world.tell(world.doors().host(), new Host.SetPermit(ref.name(), true));
        } else {
            terminal(ref).openWorkOrder();
        }
    }

    public void fakeHost(TerminalRef ref) {
        terminal(ref).useFakeHost();
    }

    public void noWorkOrder(TerminalRef ref) {
        if (world.hasSite(ref.name())) {
            world.tell(world.doors().host(), new Host.SetPermit(ref.name(), false));
        } else {
            terminal(ref).closeWorkOrder();
        }
    }

    public void damageKeySlot(PadRef pad) {
        terminal(new TerminalRef(pad.name())).damageKeySlot();
    }

    /** A thief sits on the line of a terminal. */
    public void tap(WireRef wire) {
        terminal(Thieves.terminal(wire)).tap();
    }

    public void profile(WireRef wire, Profile profile) {
        tell(wire, new Wire.SetProfile(dev.counterfoil.wire.Profile.named(profile.english())));
    }

    public void noise(WireRef wire, double bitErrorRate) {
        tell(wire, new Wire.SetNoise(bitErrorRate));
    }

    private void tell(WireRef wire, Wire.Command command) {
        if (wire.terminal() != null) {
            world.site(stage.terminalOf(wire.terminal()));
        }
        world.build();
        world.wire(stage.names().wire(wire)).tell(command);
        world.settle();
    }

    /** A real device takes the place of a pad; without one the scenario is skipped. */
    public void standIn(Device device) {
        String name = stage.names().terminalOf(device);
        if (!(device instanceof PadRef)) {
            throw new EstateProblem("only a PIN pad can be real by now, not " + device.english());
        }
        terminal(new TerminalRef(name)).useRealPad();
        world.surroundings().requirePad(world.plan().terminal(name).spec());
    }
}
