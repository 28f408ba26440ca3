package dev.counterfoil.scenarios.play;

import dev.counterfoil.clock.LoopSystem;
import dev.counterfoil.estate.Estate;
import dev.counterfoil.estate.EstateProblem;
import dev.counterfoil.estate.Surroundings;
import dev.counterfoil.estate.World;
import dev.counterfoil.evidence.Finding;
import dev.counterfoil.evidence.OpenWires;
import dev.counterfoil.scenarios.feature.Scenario;
import dev.counterfoil.scenarios.run.Performer;
import dev.counterfoil.stage.Stage;
import dev.counterfoil.trace.Trace;
import dev.counterfoil.verb.Abandoned;
import dev.counterfoil.verb.Verb;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Plays one scenario in a world of its own. */
final class WorldPerformer implements Performer {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Scenario scenario;
    private final Stage stage;
    private final Consumer<PlayedScenario> archive;
    private final Map<Integer, Integer> lookedAt = new LinkedHashMap<>();
    private final List<PlayedScenario.StepEnd> stepEnds = new ArrayList<>();
    private final long cpuAtStart = THREADS.getCurrentThreadCpuTime();
    private int step;

    WorldPerformer(
            LoopSystem system,
            Estate estate,
            Scenario scenario,
            Surroundings surroundings,
            Consumer<PlayedScenario> archive) {
        this.scenario = scenario;
        this.archive = archive;
        this.stage = new Stage(new World(system, estate, scenario.seed(), surroundings));
    }

    @Override
    public void perform(Verb verb) {
        int position = step++;
        try {
            LiveRules.check(verb, stage.world());
            verb.perform(stage);
        } catch (EstateProblem e) {
            throw new AssertionError(e.getMessage(), e);
        } catch (Surroundings.DeviceAbsent e) {
            throw new Abandoned(Abandoned.Cause.DEVICE_ABSENT, String.valueOf(e.getMessage()));
        } finally {
            lookedAt.put(position, stage.messageLookedAt());
            Trace trace = stage.world().trace();
            stepEnds.add(new PlayedScenario.StepEnd(trace.number(), trace.nowNanos()));
        }
    }

    @Override
    public Ending end() {
        World world = stage.world();
        try {
            List<OpenWires.Exposed> exposures = world.recordExposures();
            List<Finding> findings = world.findings();
            Set<String> declared = world.declared();
            List<String> undeclared = findings.stream()
                    .filter(finding -> !declared.contains(finding.invariant()))
                    .map(finding -> "'" + finding.invariant() + "' is broken: " + finding.sentence())
                    .toList();
            byte[] digest = world.digest();
            archive.accept(new PlayedScenario(
                    scenario,
                    world.evidence(),
                    epoch(world),
                    stepEnds,
                    lookedAt,
                    declared,
                    findings,
                    exposures,
                    stage.armed(),
                    stage.neverStruck(),
                    Duration.ofNanos(world.trace().nowNanos()),
                    Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpuAtStart),
                    digest,
                    new LinkedHashMap<>(world.surroundings().realDevices()),
                    world.macs()::explain));
            return new Ending(undeclared, neverStruck(), digest);
        } finally {
            world.close();
        }
    }

    private static OffsetDateTime epoch(World world) {
        return world.plan().start().atZone(world.plan().estate().zone()).toOffsetDateTime();
    }

    private List<String> neverStruck() {
        return stage.neverStruck().stream()
                .map(fault -> "never struck: " + fault)
                .toList();
    }
}
