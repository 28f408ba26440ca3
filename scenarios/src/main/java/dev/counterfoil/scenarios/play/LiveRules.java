package dev.counterfoil.scenarios.play;

import dev.counterfoil.estate.World;
import dev.counterfoil.verb.Abandoned;
import dev.counterfoil.verb.Verb;
import dev.counterfoil.verb.ref.Device;
import dev.counterfoil.verb.ref.PadRef;
import dev.counterfoil.verb.ref.TerminalRef;
import java.util.Set;

/** Steps that a world in real time, or a device that is real, cannot follow: the scenario is skipped, and says why. */
final class LiveRules {
    private static final Set<String> JUMPS = Set.of("PassTime", "ReachTime");
    private static final Set<String> INSIDE_A_PAD = Set.of("PowerFail", "PowerFailAt", "PowerReturn", "MutePad");
    private static final Set<String> HABITS = Set.of("WillMistype", "WillSkipPin");
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
        boolean inside = INSIDE_A_PAD.contains(row)
                        && hasRealPad(verb.args().values().get(0), PadRef.class, world)
                || row.equals(GIVES_A_KEY) && hasRealPad(verb.args().values().get(0), TerminalRef.class, world);
        if (inside || HABITS.contains(row) && anyPadIsReal(world)) {
            throw new Abandoned(
                    Abandoned.Cause.NOT_FOR_THIS_MODE,
                    "'" + verb.english() + "' needs a simulated pad, and this one is real");
        }
    }

    private static boolean anyPadIsReal(World world) {
        boolean given = world.plan().estate().terminals().values().stream().anyMatch(t -> t.padAttach() != null);
        return world.live() && given;
    }

    private static boolean hasRealPad(Object meant, Class<? extends Device> sort, World world) {
        String name = meant instanceof PadRef pad ? pad.name() : meant instanceof TerminalRef t ? t.name() : "";
        return sort.isInstance(meant)
                && world.plan().named().contains(name)
                && world.plan().terminal(name).realPad();
    }
}
