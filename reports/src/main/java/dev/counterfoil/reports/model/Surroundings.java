package dev.counterfoil.reports.model;

/**
 * When and on what the run took place. Nothing of it is in the digest, and every renderer shows it in one block.
 *
 * @param started wall-clock start, readable, with its offset
 * @param wallMillis wall time of the whole run
 * @param liveMillis wall time of the live scenarios, 0 when there were none
 * @param cpuMillis CPU time of the run
 * @param java version of the virtual machine
 * @param workers threads that ran scenarios
 * @param host name of the machine, empty when it is not to be shown
 */
public record Surroundings(
        String started, long wallMillis, long liveMillis, long cpuMillis, String java, int workers, String host) {
    /** Nothing known; what a golden test puts in place. */
    public static final Surroundings BLANK = new Surroundings("", 0, 0, 0, "", 0, "");
}
