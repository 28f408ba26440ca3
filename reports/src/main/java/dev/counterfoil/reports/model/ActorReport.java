package dev.counterfoil.reports.model;

/**
 * One actor of the estate.
 *
 * @param id its id, such as {@code T1}; messages name it so
 * @param role what it is, such as {@code Terminal} / {@code 终端}
 * @param badge whether it was simulated or real
 * @param device make and model, empty for none
 * @param firmware firmware of a real device, empty when unknown
 * @param serial serial number, empty when it has none
 * @param port where it was attached: a port with its settings, or the wires it spoke on
 * @param scenarios scenarios that it took part in
 * @param realScenarios those of them in which it was real
 */
public record ActorReport(
        String id,
        Label role,
        Badge badge,
        String device,
        String firmware,
        String serial,
        String port,
        int scenarios,
        int realScenarios) {
    /** What stood behind an actor. */
    public enum Badge {
        SIMULATED("simulated", "sim"),
        REAL("real", "real"),
        /** A real device was expected and did not answer. */
        ABSENT("absent", "abs");

        private final String word;
        private final String code;

        Badge(String word, String code) {
            this.word = word;
            this.code = code;
        }

        /** The badge in English. */
        public String word() {
            return word;
        }

        /** A short code of letters. */
        public String code() {
            return code;
        }
    }
}
