package dev.counterfoil.scenarios.play;

import dev.counterfoil.estate.World;
import dev.counterfoil.verb.Abandoned;
import dev.counterfoil.verb.Verb;
import dev.counterfoil.verb.ref.KeyRef;
import dev.counterfoil.verb.ref.LoadingRef;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.TerminalRef;
import java.util.Set;

/** Steps that a world in real time, or a device that is real, cannot follow: the scenario is skipped, and says why. */
final class LiveRules {
    private static final Set<String> JUMPS = Set.of("PassTime", "ReachTime");
    private static final Set<String> INSIDE_A_PAD = Set.of("PowerFail", "PowerFailAt", "PowerReturn", "MutePad");
    private static final Set<String> HABITS = Set.of("WillMistype", "WillSkipPin");
    private static final String BADGE = "CheckBadge";
    private static final String GIVES_A_KEY = "GiveMasterKey";

    private LiveRules() {}

    /** @throws Abandoned if the step needs virtual time, or a simulated device where a real one is */
    static void check(Verb verb, World world) {
        String row = verb.row().name();
        if (world.live() && JUMPS.contains(row)) {
            throw new Abandoned(
                    Abandoned.Cause.NOT_FOR_THIS_MODE,
                    "'" + verb.english() + "' jumps in time, which live mode cannot");
        }
        Object first =
                verb.args().values().isEmpty() ? "" : verb.args().values().get(0);
        boolean inside = INSIDE_A_PAD.contains(row) && first instanceof PadRef pad && isReal(pad.name(), world)
                || row.equals(GIVES_A_KEY) && first instanceof TerminalRef terminal && isReal(terminal.name(), world)
                || HABITS.contains(row) && anyPadIsReal(world)
                || verb.args().values().stream().anyMatch(value -> isInRealPad(value, world));
        boolean looksInside = !row.equals(BADGE);
        if (looksInside && verb.args().values().stream().anyMatch(value -> isRealInjector(value, world))) {
            throw new Abandoned(
                    Abandoned.Cause.NOT_FOR_THIS_MODE,
                    "'" + verb.english() + "' needs a simulated loader PC and mother POS, and these are real");
        }
        if (inside) {
            throw new Abandoned(
                    Abandoned.Cause.NOT_FOR_THIS_MODE,
                    "'" + verb.english() + "' needs a simulated pad, and this one is real");
        }
    }

    /** Nobody looks into a real pad: what the terminal and the host show of a key has to do. */
    private static boolean isInRealPad(Object value, World world) {
        return value instanceof KeyRef key
                && !key.atHost()
                && isReal(key.terminal().name(), world);
    }

    private static boolean isRealInjector(Object value, World world) {
        return value instanceof LoadingRef
                && world.live()
                && world.plan().estate().terminals().values().stream()
                        .anyMatch(terminal -> terminal.attached().injector() != null);
    }

    private static boolean anyPadIsReal(World world) {
        boolean given = world.plan().estate().terminals().values().stream().anyMatch(t -> t.padAttach() != null);
        return world.live() && given;
    }

    private static boolean isReal(String terminal, World world) {
        return world.plan().named().contains(terminal)
                && world.plan().terminal(terminal).realPad();
    }
}
