package dev.counterfoil.scenarios.play;

import dev.counterfoil.crypto.UnionPayMac;
import dev.counterfoil.evidence.Evidence;
import dev.counterfoil.evidence.Finding;
import dev.counterfoil.evidence.OpenWires;
import dev.counterfoil.evidence.WireMessage;
import dev.counterfoil.scenarios.feature.Scenario;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a scenario when its world has ended.
 *
 * @param epoch date and time at nanosecond 0 of its clock
 * @param stepEnds where each step that was performed ended, in order
 * @param stepsLookedAt number of the message that each check looked at, by position of its step; 0 for none
 * @param declared English names of the invariants that the scenario meant to break
 * @param findings what was broken, declared or not
 * @param exposures clear secrets on wires that are not open
 * @param armed faults and scripted answers that the scenario armed, struck or not
 * @param neverStruck faults that were armed and struck nothing
 * @param virtual how long it took in its own time
 * @param realDevices the actors that were real devices, each with its line and settings
 * @param macs explains a MAC, where a failure asks for it
 */
public record PlayedScenario(
        Scenario scenario,
        Evidence evidence,
        OffsetDateTime epoch,
        List<StepEnd> stepEnds,
        Map<Integer, Integer> stepsLookedAt,
        Set<String> declared,
        List<Finding> findings,
        List<OpenWires.Exposed> exposures,
        List<String> armed,
        List<String> neverStruck,
        Duration virtual,
        Duration cpu,
        byte[] digest,
        Map<String, String> realDevices,
        MacWorkings macs) {
    /** Explains a MAC with the keys that the world's host had at the end. */
    @FunctionalInterface
    public interface MacWorkings {
        /** The steps of a frame's MAC; null where the key of that check value is gone. */
        UnionPayMac.@Nullable Working explain(WireMessage message, byte[] frame, String checkValue);
    }

    /**
     * The end of a step.
     *
     * @param event number of the latest event by then, 0 before the first
     * @param nanos virtual time by then
     */
    public record StepEnd(long event, long nanos) {}
}
