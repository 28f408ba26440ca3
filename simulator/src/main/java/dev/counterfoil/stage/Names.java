package dev.counterfoil.stage;

import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.LoadingBench;
import dev.counterfoil.estate.World;
import dev.counterfoil.verb.ref.ActorRef;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.LoadingRef;
import dev.counterfoil.verb.ref.MerchantRef;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.TerminalRef;
import dev.counterfoil.verb.ref.WireRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that the trace uses for what steps speak of. */
final class Names {
    private final World world;
    private final Stage stage;

    Names(Stage stage) {
        this.stage = stage;
        this.world = stage.world();
    }

    /** The terminal of a device; a pad that is named by itself belongs to none. */
    String terminalOf(Device device) {
        if (device instanceof LoadingRef loading) {
            return stage.terminalOf(loading.terminal());
        }
        return device instanceof PadRef pad ? pad.name() : ((TerminalRef) device).name();
    }

    String actor(Device device) {
        if (device instanceof LoadingRef loading) {
            LoadingBench bench = world.loading(stage.terminalOf(loading.terminal()));
            return loading.role() == LoadingRef.Role.LOADER_PC ? bench.pcName() : bench.motherName();
        }
        return device instanceof PadRef pad ? world.padName(pad.name()) : ((TerminalRef) device).name();
    }

    /** Whose store it is: a terminal, a pad or a party. */
    String storeOwner(ActorRef actor) {
        return actor instanceof Device device ? actor(device) : actor.english().substring("the ".length());
    }

    String wire(WireRef ref) {
        String of = " of " + stage.terminalOf(ref.terminal());
        return switch (ref.line()) {
            case LINE -> "line" + of;
            case PAD_CABLE -> "pad cable" + of;
            case CARD_SLOT -> "card slot" + of;
            case INJECTION_CABLE ->
                world.loading(stage.terminalOf(ref.terminal())).injectionCable();
            case HSM_LINK -> "HSM link";
            case SWITCH_LINK -> "switch link";
            case ISSUER_LINK -> "issuer link";
        };
    }

    /** The wire that reaches a device from the host's side. */
    String wireTo(Device device) {
        String of = " of " + terminalOf(device);
        return device instanceof LoadingRef
                ? "injection cable" + of
                : (device instanceof PadRef ? "pad cable" : "line") + of;
    }

    /** The ledger's account of a merchant. */
    String merchantAccount(MerchantRef ref) {
        return "merchant payable " + merchant(ref).id();
    }

    private Estate.Merchant merchant(MerchantRef ref) {
        String named = ref.name();
        if (named != null) {
            return world.plan().estate().merchants().values().stream()
                    .filter(m -> m.name().equals(named))
                    .findFirst()
                    .orElseThrow(() -> new EstateProblem("the estate has no merchant called " + named));
        }
        return merchantOf(ref.terminal());
    }

    private Estate.Merchant merchantOf(@Nullable TerminalRef terminal) {
        String key = world.plan().terminal(stage.terminalOf(terminal)).spec().merchant();
        Estate.Merchant merchant = world.plan().estate().merchants().get(key);
        if (merchant == null) {
            throw new EstateProblem("the estate has no merchant " + key);
        }
        return merchant;
    }

    /** Terminals of a merchant that have taken part; one that only pretends to be the merchant's is none of them. */
    Set<String> terminalsOf(MerchantRef ref) {
        String merchant = merchant(ref).id();
        Set<String> own = new LinkedHashSet<>();
        for (String name : world.plan().named()) {
            boolean clone = world.plan().terminal(name).cloneOf() != null;
            if (!clone && merchantOf(new TerminalRef(name)).id().equals(merchant)) {
                own.add(name);
            }
        }
        return own;
    }

    List<String> pans() {
        return world.plan().estate().cards().values().stream()
                .map(Estate.Card::pan)
                .toList();
    }
}
