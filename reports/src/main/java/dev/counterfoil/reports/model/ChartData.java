package dev.counterfoil.reports.model;

import java.util.List;

/**
 * Measurements for charts. A chart without rows is left out.
 *
 * @param source one sentence that says where the measurements come from
 * @param saleDelays delay of a sale by entry mode
 * @param signIns success of sign-ins by type of line
 * @param inspections how the inspections of terminals are made up: coverage, medium, equipment state
 */
public record ChartData(String source, List<Delays> saleDelays, List<Tries> signIns, List<Shares> inspections) {
    /** Nothing was measured. */
    public static final ChartData EMPTY = new ChartData("", List.of(), List.of(), List.of());

    public ChartData {
        saleDelays = List.copyOf(saleDelays);
        signIns = List.copyOf(signIns);
        inspections = List.copyOf(inspections);
    }

    /**
     * One whole and its parts.
     *
     * @param title what it is a whole of
     */
    public record Shares(String title, List<Share> parts) {
        public Shares {
            parts = List.copyOf(parts);
        }

        /** All of it. */
        public int total() {
            return parts.stream().mapToInt(Share::n).sum();
        }
    }

    /**
     * A part of a whole.
     *
     * @param n how many of the whole
     */
    public record Share(Label label, int n) {}

    /**
     * Delays of one entry mode.
     *
     * @param label the entry mode
     * @param millis each delay in milliseconds of virtual time
     */
    public record Delays(Label label, List<Integer> millis) {
        public Delays {
            millis = List.copyOf(millis);
        }
    }

    /**
     * Sign-ins over one type of line.
     *
     * @param label the type of line
     * @param firstTry how many succeeded at the first try
     * @param afterRepeat how many succeeded after a repeat
     * @param failed how many failed
     */
    public record Tries(Label label, int firstTry, int afterRepeat, int failed) {
        /** All of them. */
        public int total() {
            return firstTry + afterRepeat + failed;
        }
    }
}
